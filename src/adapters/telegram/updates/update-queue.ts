import type { Update } from 'telegraf/types';

/** How many updates may be in work before no more are fetched. */
const CAPACITY = 1000;

/** Runs work in order within a chat and side by side across chats, so that one slow chat holds up no other. */
export class UpdateQueue {
  readonly #tails = new Map<string, Promise<void>>();
  #inWork = 0;
  #waiting: { readonly atMost: number; readonly resolve: () => void }[] = [];

  /** How much is in work or waits for its turn. */
  get size(): number {
    return this.#inWork;
  }

  /**
   * Adds work, to be done when everything that was added before under the same key is done.
   *
   * @param work must not reject: there is nobody here to tell
   * @returns a promise of its end
   */
  add(key: string, work: () => Promise<void>): Promise<void> {
    this.#inWork++;
    const tail = (this.#tails.get(key) ?? Promise.resolve()).then(work).finally(() => {
      this.#inWork--;
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
      this.#wake();
    });
    this.#tails.set(key, tail);
    return tail;
  }

  /** Resolves when there is room for more. */
  room(): Promise<void> {
    return this.#atMost(CAPACITY - 1);
  }

  /** Resolves when nothing is in work. */
  idle(): Promise<void> {
    return this.#atMost(0);
  }

  #atMost(atMost: number): Promise<void> {
    if (this.#inWork <= atMost) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ atMost, resolve }));
  }

  #wake(): void {
    const ready = this.#waiting.filter(({ atMost }) => this.#inWork <= atMost);
    this.#waiting = this.#waiting.filter(({ atMost }) => this.#inWork > atMost);
    for (const { resolve } of ready) resolve();
  }
}

/** What an update must keep its order with: the other updates of its chat, or of the person who presses or types inline. */
export function orderKey(update: Update): string {
  if ('message' in update) return `chat:${update.message.chat.id}`;
  if ('my_chat_member' in update) return `chat:${update.my_chat_member.chat.id}`;
  if ('inline_query' in update) return `inline:${update.inline_query.from.id}`;
  if ('callback_query' in update) {
    const { message, chat_instance, from } = update.callback_query;
    if (!message) return `instance:${chat_instance}`;
    // In a round a whole group presses at once, and quick presses count more: nobody waits for the others.
    return message.chat.type === 'private' ? `chat:${message.chat.id}` : `press:${message.chat.id}:${from.id}`;
  }
  if ('poll_answer' in update) return `poll:${update.poll_answer.poll_id}`;
  return `update:${update.update_id}`;
}
