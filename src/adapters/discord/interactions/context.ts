import type { Assistant } from '../../../assistant/assistant.ts';
import type { Log } from '../../../log.ts';
import type { Wait } from '../pause.ts';

/** What answering needs. */
export interface Context {
  readonly assistant: Assistant;
  readonly log: Log;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: Wait;
}
