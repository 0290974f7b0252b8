import type { Reply } from './reply.ts';

/** Somewhere or somebody on a platform. */
export interface Address {
  readonly platform: string;
  /** The id of a place, or of a person, as it stood in a request. */
  readonly id: string;
}

/** How Otto speaks up without being asked. Whoever implements it throws what {@link Undeliverable} says. */
export interface Outbox {
  /** Whether a platform can be reached now; all can where it is absent. What is due elsewhere waits. */
  readonly reaches?: (platform: string) => boolean;
  /**
   * Posts a message in a place. Gives its id, by which it can be edited.
   *
   * @param key names the message: where the platform can, posting it again soon after gives the first one back, so that
   *   what was posted just before a crash isn't posted twice
   */
  readonly post: (place: Address, reply: Reply, key?: string) => Promise<string>;
  /** Puts a reply in the place of a message that was posted before; posts it anew where the message is gone. */
  readonly edit: (place: Address, message: string, reply: Reply) => Promise<void>;
  /** Writes to a person alone. */
  readonly tell: (person: Address, reply: Reply) => Promise<void>;
  /** Opens a thread in a place, where the platform has them. Gives the id of the new place. */
  readonly openThread: (place: Address, title: string) => Promise<string | undefined>;
}

/** A message can never arrive: the bot was blocked or removed, or the platform can't speak up by itself. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}
