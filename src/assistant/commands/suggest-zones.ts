import type { CommandArgument } from '../command.ts';

/** Most values that Discord accepts for one keystroke. */
const MAX_SUGGESTIONS = 25;

/** Offers the time zones whose names hold what has been typed so far. */
export const suggestZones: NonNullable<CommandArgument['suggest']> = (typed) => {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MAX_SUGGESTIONS)
    .map((zone) => ({ label: zone, value: zone }));
};
