import { styleText } from 'node:util';
import { PLAIN, type TextStyle } from '../plain-text.ts';

/** What decides how text looks on a terminal. */
export interface TerminalLook {
  readonly isTTY: boolean;
  /** Width of the terminal; unknown in a pipe, 0 where a terminal doesn't tell. */
  readonly columns: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const DEFAULT_COLUMNS = 80;

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_COLUMNS = 100;

type Format = Parameters<typeof styleText>[0];

const paint = (format: Format) => (text: string) => styleText(format, text, { validateStream: false });

const COLOURS = {
  title: paint(['bold', 'cyan']),
  heading: paint('bold'),
  strong: paint('bold'),
  emphasis: paint('italic'),
  code: paint('cyan'),
  label: paint('dim'),
  caution: paint(['bold', 'yellow']),
  faint: paint('dim'),
  right: paint(['bold', 'green']),
  wrong: paint(['bold', 'red']),
} as const;

/**
 * Colour and lines of the terminal's width on a TTY, plain and unbroken text in a pipe. `NO_COLOR` turns colour off
 * (https://no-color.org/), as does a terminal that calls itself dumb.
 */
export function terminalStyle({ isTTY, columns, environment }: TerminalLook): TextStyle {
  if (!isTTY) return PLAIN;
  const isColourful = !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return { ...PLAIN, ...(isColourful && COLOURS), columns: Math.min(columns || DEFAULT_COLUMNS, MAX_COLUMNS) };
}
