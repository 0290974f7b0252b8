import { SimpleShardingStrategy, WebSocketShardStatus, type WebSocketOptions } from 'discord.js';
import { pauseAfter, type Wait } from '../pause.ts';

type BuildStrategy = NonNullable<WebSocketOptions['buildStrategy']>;

/** How often a session is tried to be resumed before a new one is begun, as its own address may be what is broken. */
const MAX_RESUME_ATTEMPTS = 8;

/**
 * Makes discord.js reconnect with growing pauses, where by itself it tries every half second for ever, and keep its
 * session while Discord can't be reached, where by itself it drops it: a resumed session brings what was said meanwhile.
 *
 * Works on the two functions by which a shard reads and writes its session, because a shard reads it right before each
 * attempt to connect.
 *
 * @param signal when it aborts, no further attempt is made
 * @see https://docs.discord.com/developers/events/gateway#resuming
 */
export function patientSharding(wait: Wait, signal: AbortSignal): BuildStrategy {
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const failures = new Map<number, number>();
    const { options } = manager;
    const retrieve = options.retrieveSessionInfo.bind(options);
    const update = options.updateSessionInfo.bind(options);
    const statusOf = async (shard: number) => (await strategy.fetchStatus()).get(shard);

    options.retrieveSessionInfo = async (shard) => {
      const status = await statusOf(shard);
      if (status === WebSocketShardStatus.Ready) failures.delete(shard);
      if (status === WebSocketShardStatus.Idle) {
        const count = failures.get(shard) ?? 0;
        failures.set(shard, count + 1);
        await wait(pauseAfter(count), signal);
        // discord.js can't be told to give up an attempt: one that never goes on is all there is.
        if (signal.aborted) await new Promise<never>(() => {});
      }
      return retrieve(shard);
    };

    options.updateSessionInfo = async (shard, session) => {
      // A connection that broke before it was identified says nothing about the session.
      const neverConnected = session === null && (await statusOf(shard)) === WebSocketShardStatus.Connecting;
      if (neverConnected && (failures.get(shard) ?? 0) <= MAX_RESUME_ATTEMPTS) return;
      await update(shard, session);
    };
    return strategy;
  };
}
