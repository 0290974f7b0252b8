import type { Knowledge } from '../knowledge/load.ts';
import type { Search } from '../search/search.ts';
import type { Command } from './command.ts';
import type { Conversations } from './conversation.ts';

/** What commands work with. */
export interface Services {
  readonly knowledge: Knowledge;
  readonly search: Search;
  readonly conversations: Conversations;
  readonly commands: readonly Command[];
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
}
