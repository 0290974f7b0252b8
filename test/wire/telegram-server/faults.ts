import { Refusal } from './refusal.ts';

/** What goes wrong with a call. */
export type Fault = { readonly type: 'refuse'; readonly refusal: Refusal } | { readonly type: 'drop' };

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  times: number;
}

/** Faults that a test plans for the calls to come. */
export class Faults {
  readonly #planned: Planned[] = [];
  /** Until when a method is in flood wait, in milliseconds of the process's clock. */
  readonly #floodUntil = new Map<string, number>();
  readonly #plannedFloods = new Map<string, number>();

  /** The next calls of a method are refused. */
  refuse(method: string, code: number, description: string, times = 1): void {
    this.#planned.push({ method, fault: { type: 'refuse', refusal: new Refusal(code, description) }, times });
  }

  /** The connections of the next calls of a method break before an answer. */
  drop(method: string, times = 1): void {
    this.#planned.push({ method, fault: { type: 'drop' }, times });
  }

  /** The next call of a method starts a flood wait: it and all that come before the wait is over are refused with 429. */
  flood(method: string, seconds: number): void {
    this.#plannedFloods.set(method, seconds);
  }

  /** What is to go wrong with a call, if anything. */
  next(method: string, now: number): Fault | undefined {
    const seconds = this.#plannedFloods.get(method);
    if (seconds !== undefined) {
      this.#plannedFloods.delete(method);
      this.#floodUntil.set(method, now + seconds * 1000);
    }
    const until = this.#floodUntil.get(method) ?? 0;
    if (now < until) {
      const retryAfter = Math.ceil((until - now) / 1000);
      const description = `Too Many Requests: retry after ${retryAfter}`;
      return { type: 'refuse', refusal: new Refusal(429, description, { retry_after: retryAfter }) };
    }
    const planned = this.#planned.find((each) => each.method === method && each.times > 0);
    if (!planned) return undefined;
    planned.times--;
    return planned.fault;
  }
}
