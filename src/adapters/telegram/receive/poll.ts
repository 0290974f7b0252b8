import type { Update } from 'telegraf/types';
import type { Log } from '../../../log.ts';
import { PlatformRefusal } from '../../errors.ts';
import { BotApiRefusal } from '../api/api-error.ts';
import type { BotApi } from '../api/bot-api.ts';
import type { Timing } from '../timing.ts';
import { ALLOWED_UPDATES } from '../updates/allowed-updates.ts';

/** How long Telegram holds a request for updates open when there are none. */
const POLL_SECONDS = 30;

/** How much later than that the network is taken for lost. */
const GRACE_SECONDS = 10;

/** After a quick restart the poll before may still be held for a period: two are waited for, the third is the last. */
const CONFLICTS_ALLOWED = 2;

/** So many polls without a conflict, and the conflicts before are forgotten. */
const QUIET_POLLS = 10;

/** What polling works with. */
export interface PollingParts {
  /** Lasts through a loss of network by itself. */
  readonly api: BotApi;
  /** Takes an update over; it is handled later. */
  readonly receive: (update: Update) => unknown;
  /** Resolves when more updates can be taken. */
  readonly room: () => Promise<void>;
  /** Ends the polling. */
  readonly signal: AbortSignal;
  readonly timing: Timing;
  readonly log: Log;
}

/**
 * Fetches updates until the signal ends it, then tells Telegram which ones were taken, so that the next start doesn't
 * get them again. Updates are taken over in order and not waited for: a slow one holds up no other.
 *
 * @throws {PlatformRefusal} when somebody else fetches this bot's updates, too, or the token is no longer valid
 */
export async function pollUpdates({ api, receive, room, signal, timing, log }: PollingParts): Promise<void> {
  let offset = 0;
  let conflicts = 0;
  let quietPolls = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.call(
        'getUpdates',
        { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        { signal, timeoutMs: (POLL_SECONDS + GRACE_SECONDS) * 1000, attempts: Infinity },
      );
      for (const update of updates) {
        offset = update.update_id + 1;
        receive(update);
      }
      if (++quietPolls >= QUIET_POLLS) conflicts = 0;
      await room();
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof BotApiRefusal) || error.code !== 409) throw error;
      quietPolls = 0;
      if (++conflicts > CONFLICTS_ALLOWED) throw conflictError(error);
      log.warn(
        { err: error, pauseMs: POLL_SECONDS * 1000 },
        'somebody else fetches the updates of this bot; waiting for them to stop',
      );
      await timing.sleep(POLL_SECONDS * 1000, signal).catch(ignoreEnd);
    }
  }
  if (offset > 0) await confirm(api, offset, log);
}

function conflictError(cause: BotApiRefusal): PlatformRefusal {
  return new PlatformRefusal(
    'Telegram gives a bot’s updates to one receiver, and another one is there: stop the other instance that runs with this token, or give each its own token, then start Otto again.',
    { cause },
  );
}

/** Updates count as taken once a request with a higher offset arrives (https://core.telegram.org/bots/api#getupdates). */
async function confirm(api: BotApi, offset: number, log: Log): Promise<void> {
  try {
    await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, { timeoutMs: 2000, attempts: 1 });
  } catch (error) {
    log.warn({ err: error }, 'Telegram was not told which updates were taken; it will send the last ones again');
  }
}

/** An interrupted pause ends the loop by its condition. */
function ignoreEnd(): void {}
