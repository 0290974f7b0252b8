import type { Telegram } from 'telegraf';
import type { Opts, Telegram as Methods } from 'telegraf/types';
import { apiError } from './api-error.ts';

/** A method of the Bot API, by its own name. */
export type Method = keyof Methods;
export type Payload<M extends Method> = Opts<M>;
export type Result<M extends Method> = ReturnType<Methods[M]>;

export interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal;
  /** How long to wait for the answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** How often to try in all, where the port tries again by itself. */
  readonly attempts?: number;
}

/**
 * The one port through which everything is sent to Telegram, so that rules for all calls stand in one place.
 *
 * A call throws {@link BotApiRefusal}, {@link FloodWait} or {@link NetworkFailure}.
 */
export interface BotApi {
  readonly call: <M extends Method>(method: M, payload: Payload<M>, options?: CallOptions) => Promise<Result<M>>;
}

/** Long enough for a slow network; telegraf itself would wait for 500 s. */
const CALL_TIMEOUT_MS = 20_000;

/** The Bot API through telegraf's client, one attempt a call. */
export function createBotApi(telegram: Telegram): BotApi {
  return {
    call: async (method, payload, { signal, timeoutMs = CALL_TIMEOUT_MS } = {}) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
      try {
        return await telegram.callApi(method, payload, { signal: either as ClientSignal });
      } catch (error) {
        const cause = timeout.aborted ? new Error(`no answer within ${timeoutMs / 1000} s`) : error;
        throw apiError(method, cause, telegram.token);
      }
    },
  };
}

/** Telegraf's types name a polyfill of AbortSignal; its client takes the platform's own. */
type ClientSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;
