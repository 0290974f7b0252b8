import type { CommandArgument } from '../command.ts';

/** Most values that Discord accepts for one keystroke. */
const MAX_SUGGESTIONS = 25;

/** Offers the titles of notes for what has been typed so far. */
export const suggestTitles: NonNullable<CommandArgument['suggest']> = (typed, { search }) =>
  search.complete(typed, MAX_SUGGESTIONS).map(({ title }) => ({ label: title, value: title }));
