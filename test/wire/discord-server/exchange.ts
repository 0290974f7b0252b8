import { FLAGS, type StoredInteraction, type StoredMessage, type World } from './world.ts';

/** An interaction from the side of the person who made it: what came back. */
export class Exchange {
  readonly interaction: StoredInteraction;
  readonly #world: World;

  constructor(world: World, interaction: StoredInteraction) {
    this.#world = world;
    this.interaction = interaction;
  }

  /** Waits until it is acknowledged, and gives the type of the callback. */
  acknowledged(): Promise<number> {
    return this.#world.until('an acknowledgement', () => this.interaction.acknowledged);
  }

  /** Waits for the answer: the message that the person reads, not the "thinking" of a deferral. */
  answer(): Promise<StoredMessage> {
    return this.#world.until('an answer', () => {
      const { original, acknowledged } = this.interaction;
      return acknowledged !== undefined && original && !(original.flags & FLAGS.loading) && original;
    });
  }

  /** Waits until the message under which a component was pressed has been edited once more. */
  async update(): Promise<StoredMessage> {
    const { source } = this.interaction;
    if (!source) throw new Error('Only a press updates a message.');
    const { edits } = source;
    return this.#world.until('an update of the message', () => source.edits > edits && source);
  }

  /** Waits for a further message. */
  followUp(): Promise<StoredMessage> {
    return this.#world.until('a follow-up', () => this.interaction.followUps.at(-1));
  }

  /** Waits for the values offered while typing. */
  choices(): Promise<readonly { readonly name: string; readonly value: string }[]> {
    return this.#world.until('choices', () => this.interaction.choices);
  }
}
