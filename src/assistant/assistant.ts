import type { Command, Suggestion } from './command.ts';
import type { PollKey, Reply } from './reply.ts';
import type { Action } from './action.ts';
import type { Outbox } from './outbox.ts';
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
  /** The native polls that questions were shown as. */
  readonly polls: Polls;
  /** Says that a platform gave a place another id: its daily question, rounds and points are that one's from now on. */
  readonly movePlace: (platform: string, from: string, to: string) => Promise<void>;
  /**
   * Does what is due now: the next steps of group rounds, daily questions, reminders. Call it every second. Never throws;
   * what fails is tried again at a later call.
   */
  readonly runDue: (outbox: Outbox) => Promise<void>;
}

/** Which question a native poll stands for; kept in the database, as votes may come after a restart. */
export interface Polls {
  /** Remembers a poll that was just sent. */
  readonly remember: (poll: PlatformPoll, key: PollKey, place: string) => Promise<void>;
  /** What a vote for an option means, and where its poll stands; `undefined` for polls that are none of Otto's. */
  readonly recall: (
    poll: PlatformPoll,
    option: number,
  ) => Promise<{ readonly action: Action; readonly place: string } | undefined>;
}

/** A poll by its platform's id of it. */
export interface PlatformPoll {
  readonly platform: string;
  readonly id: string;
}
