import { Events, RESTEvents, type Client } from 'discord.js';
import type { Log } from '../../../log.ts';
import { adviceForClose, withoutContent } from '../failures.ts';

/**
 * Logs what happens to the connection. Takes the errors that would end the process if nobody listened.
 *
 * @param signal aborts when the adapter stops, after which a closed connection is nothing to tell
 */
export function logConnection(client: Client, log: Log, signal: AbortSignal): void {
  client.on(Events.ShardReconnecting, (shard) => {
    if (!signal.aborted) log.warn({ shard }, 'the connection to Discord broke, reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'the connection to Discord is back'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const advice = adviceForClose(code) ?? 'Restart Otto.';
    log.error({ shard, code }, `Discord closed the connection for good. ${advice}`);
  });
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, err: withoutContent(error) }, 'the connection failed'),
  );
  client.on(Events.Error, (error) => log.error({ err: withoutContent(error) }, 'discord.js reported an error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warned'));
  client.rest.on(RESTEvents.RateLimited, ({ method, route, retryAfter, global }) =>
    log.warn({ method, route, milliseconds: retryAfter, global }, 'Discord asked to wait'),
  );
}
