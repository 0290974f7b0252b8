import { Events, type Client } from 'discord.js';
import type { Assistant } from '../../assistant/assistant.ts';
import type { DiscordConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Adapter, Capabilities } from '../adapter.ts';
import { commandDefinitions } from './commands/command-definitions.ts';
import { registerCommands } from './commands/register-commands.ts';
import { connect } from './connection/connect.ts';
import { createClient } from './connection/create-client.ts';
import { logConnection } from './connection/log-connection.ts';
import { withoutContent } from './failures.ts';
import { InFlight } from './in-flight.ts';
import type { Context } from './interactions/context.ts';
import { handleInteraction } from './interactions/handle-interaction.ts';
import { handleMessage } from './interactions/handle-message.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { createDiscordOutbox } from './outbox.ts';
import { pause, type Wait } from './pause.ts';
import { MAX_REPLY_BUTTONS } from './render/components.ts';

/** What the adapter is made from. */
export interface DiscordParts {
  readonly assistant: Assistant;
  readonly config: DiscordConfig;
  readonly log: Log;
  /** The time in milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
  /** Waits; by the machine's clock by default. */
  readonly wait?: Wait;
}

const CAPABILITIES: Capabilities = Object.freeze({
  maxTextLength: DISCORD_LIMITS.embedDescription,
  maxButtonLabel: DISCORD_LIMITS.buttonLabel,
  maxButtons: MAX_REPLY_BUTTONS,
  privateReply: true,
  editInPlace: true,
  autocomplete: true,
  nativeQuiz: false,
  threads: true,
});

/**
 * Otto on Discord: slash commands, mentions, direct messages, "Ask Otto about this" on a message, and the controls
 * under answers. Starts once; after `stop` a new adapter is needed.
 *
 * @throws {AdapterError} when a command can't be a slash command
 */
export function createDiscordAdapter({ assistant, config, log, now = Date.now, wait = pause }: DiscordParts): Adapter {
  const definitions = commandDefinitions(assistant.commands);
  const context: Context = { assistant, log, now, wait };
  const stopping = new AbortController();
  const inFlight = new InFlight();
  let connecting: Promise<Client<true> | undefined> | undefined;
  let connected: Client<true> | undefined;

  function newClient(): Client {
    const client = createClient(config, stopping.signal, wait);
    logConnection(client, log, stopping.signal);
    client.on(Events.InteractionCreate, (interaction) => {
      if (!stopping.signal.aborted) inFlight.track(handleInteraction(interaction, context));
    });
    client.on(Events.MessageCreate, (message) => {
      if (!stopping.signal.aborted) inFlight.track(handleMessage(message, context));
    });
    return client;
  }

  return {
    name: 'discord',
    capabilities: CAPABILITIES,
    outbox: createDiscordOutbox(() => connected?.rest),
    start: async () => {
      connecting = connect({ newClient, token: config.token, log, wait, signal: stopping.signal });
      const client = await connecting;
      if (!client) return;
      connected = client;
      try {
        const changed = await registerCommands(client.rest, client.application.id, definitions);
        log.info(
          { commands: definitions.length, changed },
          changed ? 'registered the commands' : 'the commands are up to date',
        );
      } catch (error) {
        // Mentions, direct messages and the commands of the last run go on working.
        log.error({ err: withoutContent(error) }, 'could not register the commands; restart Otto to try again');
      }
    },
    stop: async () => {
      stopping.abort();
      // Whether connecting was refused has been told by start().
      const client = await connecting?.catch(() => undefined);
      await inFlight.settled();
      connected = undefined;
      await client?.destroy();
    },
  };
}
