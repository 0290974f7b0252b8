import type { Command } from '../command.ts';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { help } from './help.ts';
import { note } from './note.ts';
import { topics } from './topics.ts';

/** Every command there is, in the order in which menus and `/help` show them. To add one, add its file and list it. */
export const COMMANDS: readonly Command[] = [ask, topics, compare, note, help];
