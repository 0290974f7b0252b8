import type { Command, Suggestion } from './command.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** A result offered while somebody types a name (Telegram's inline mode, the page's search box). */
export interface Finding {
  /** The note's id. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What is sent when it is picked. */
  readonly reply: Reply;
}

/** What adapters see of Otto: everything else stays behind this. */
export interface Assistant {
  readonly commands: readonly Command[];
  /** Answers a request. Never throws: a fault of ours becomes a short apology whose id stands in the log. */
  readonly respond: (request: Request) => Promise<Reply>;
  /** Values for a command's argument, best first; empty when there are none. */
  readonly suggest: (command: string, argument: string, typed: string) => readonly Suggestion[];
  /** Notes for what has been typed so far, best first, at most `limit`. */
  readonly find: (typed: string, limit: number) => readonly Finding[];
}
