import type { ArgumentValues, Request } from './request.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';

/** A value offered while somebody types. */
export interface Suggestion {
  /** What the person sees. */
  readonly label: string;
  /** What is sent when it is picked. */
  readonly value: string;
}

/** One argument of a command. */
export interface CommandArgument {
  /** Lower-case letters, because Discord accepts nothing else. */
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** Whether it means something only in a chat with others in it. */
  readonly needsChat?: boolean;
  /** Offers values for what has been typed so far; runs at every keystroke, so it must be quick. */
  readonly suggest?: (typed: string, services: Services) => readonly Suggestion[];
}

/** A command with the values that were given for its arguments. */
export interface CommandCall {
  readonly request: Request;
  readonly values: ArgumentValues;
}

/**
 * A command, defined once for every platform: Discord's slash command with its options and autocomplete, Telegram's
 * command and menu entry, the terminal's command and the web page's shortcut are all made from this.
 */
export interface Command {
  /** 1 to 32 lower-case letters, digits or underscores: what both Discord and Telegram accept. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  readonly arguments: readonly CommandArgument[];
  /** What it belongs to, for menus that group; asking when it is absent. */
  readonly theme?: 'quiz';
  /**
   * Whether saying it begins or changes something. Where a command can be an address, as on the web, visiting that address
   * must not be enough: programs that fetch links ahead would start quizzes.
   */
  readonly changesState?: boolean;
  /** Whether it needs a chat, where others are or Otto can speak up by himself. Elsewhere it answers that it can't. */
  readonly needsChat?: boolean;
  readonly run: (call: CommandCall, services: Services) => Reply | Promise<Reply>;
}

/**
 * Splits what was typed after a command's name into its arguments: one word each, the last argument takes the rest.
 *
 * @example parseArguments(compare, 'modbus dnp3 please') // { a: 'modbus', b: 'dnp3 please' }
 */
export function parseArguments(command: Pick<Command, 'arguments'>, text: string): ArgumentValues {
  const values: Record<string, string> = {};
  let rest = text.trim();
  command.arguments.forEach(({ name }, index) => {
    if (rest === '') return;
    const isLast = index === command.arguments.length - 1;
    const end = isLast ? -1 : rest.search(/\s/);
    values[name] = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end).trim();
  });
  return values;
}
