import { NetworkFailure } from '../../errors.ts';
import type { Log } from '../../../log.ts';
import { growingPause, type Timing } from '../timing.ts';
import { FloodWait } from './api-error.ts';
import type { BotApi } from './bot-api.ts';

/** About five minutes with growing pauses: after that an answer only confuses. */
const DEFAULT_ATTEMPTS = 12;

const MAX_FLOOD_JITTER_MS = 500;

/**
 * A Bot API that obeys `retry_after` and lasts through a loss of network: a call is tried again until it is through,
 * refused, out of attempts, or given up by its signal. A message is sent twice only if Telegram took it and the
 * network broke before saying so: the Bot API has no way to ask.
 *
 * @param closing aborted when the bot has no time left: no call waits or tries again after it
 */
export function createPatientApi(api: BotApi, closing: AbortSignal, timing: Timing, log: Log): BotApi {
  return {
    call: async (method, payload, options = {}) => {
      const { attempts = DEFAULT_ATTEMPTS } = options;
      const signal = options.signal ? AbortSignal.any([options.signal, closing]) : closing;
      for (let failures = 1; ; failures++) {
        try {
          return await api.call(method, payload, { ...options, signal });
        } catch (error) {
          const pauseMs = pauseAfter(error, failures, timing);
          if (pauseMs === undefined || failures >= attempts || signal.aborted) throw error;
          log.warn({ method, err: error, pauseMs }, 'a call to Telegram will be tried again');
          // Given up while waiting: the failure itself says more than the interruption.
          await timing.sleep(pauseMs, signal).catch(() => {
            throw error;
          });
        }
      }
    },
  };
}

/** How long to wait before trying again, in milliseconds; `undefined` when trying again won't help. */
function pauseAfter(error: unknown, failures: number, { random }: Timing): number | undefined {
  // Not before the time is over, and not all calls that were told to wait at the same moment.
  if (error instanceof FloodWait) return error.retryAfterSeconds * 1000 + Math.round(random() * MAX_FLOOD_JITTER_MS);
  if (error instanceof NetworkFailure) return growingPause(failures, random);
  return undefined;
}
