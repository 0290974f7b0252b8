import type { Action } from './action.ts';

/** Who asks. Platforms number people differently, so an id means something only together with its platform. */
export interface Asker {
  readonly platform: string;
  readonly id: string;
  /** What others call them there, for standings. */
  readonly name?: string;
  /**
   * Whether they may decide for the place: an administrator or moderator of the group. A function, because some platforms
   * have to be asked; absent where there is nobody to moderate.
   */
  readonly isModerator?: () => Promise<boolean>;
}

/** Where it was asked. */
export interface Place {
  /** Chat, channel, topic or session; unique within the platform. */
  readonly id: string;
  readonly kind: 'private' | 'group';
}

/** What was said. */
export type Input =
  | { readonly type: 'question'; readonly text: string }
  | { readonly type: 'command'; readonly name: string; readonly values: ArgumentValues }
  | { readonly type: 'action'; readonly action: Action };

/** Argument values by argument name, as typed; a command reads them by its own definitions. */
export type ArgumentValues = Readonly<Record<string, string>>;

/** One thing a person wants of Otto, whatever the platform. */
export interface Request {
  readonly asker: Asker;
  readonly place: Place;
  readonly input: Input;
  /** BCP 47 tag, where the platform tells one. */
  readonly locale?: string;
}
