import type { Knowledge } from '../knowledge/load.ts';
import type { Progress } from '../quiz/progress.ts';
import type { QuizParts } from '../quiz/quiz-parts.ts';
import type { Search } from '../search/search.ts';
import type { Command } from './command.ts';
import type { Conversations } from './conversation.ts';
import type { Picture } from './reply.ts';

/** What commands work with. */
export interface Services {
  readonly knowledge: Knowledge;
  readonly search: Search;
  readonly conversations: Conversations;
  readonly commands: readonly Command[];
  /** Opens the quiz with its database, at its first use; who only asks questions needs neither. */
  readonly quiz: () => Promise<QuizParts>;
  /** Draws somebody's progress, where pictures can be drawn. */
  readonly drawProgress?: (progress: Progress) => Promise<Picture>;
  /** Whether Otto can speak up on a platform by itself; elsewhere, commands that need that say so. */
  readonly canSpeakUpOn: (platform: string) => boolean;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
}
