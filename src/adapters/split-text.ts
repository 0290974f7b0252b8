/** A part of a text: from `start` up to, not including, `end`, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a text may be broken, best first: between paragraphs, between lines, between words. */
const BORDERS = [/\n[^\S\n]*\n/g, /\n/g, /\s/g] as const;

/** A part shorter than this share of the limit is not worth a better border: the next finer one is taken instead. */
const SMALLEST_SHARE = 0.25;

/**
 * Splits plain text into parts of at most `limit` UTF-16 units, at the best border that there is: paragraph, line,
 * word; a longer word is broken, but never inside a surrogate pair. White space at the borders is dropped, nothing else.
 *
 * @param limit at least 2, the length of a surrogate pair
 */
export function splitText(text: string, limit: number): string[] {
  return splitRanges(text, limit).map(({ start, end }) => text.slice(start, end));
}

/** The parts that {@link splitText} makes, as ranges of the text. */
export function splitRanges(text: string, limit: number): TextRange[] {
  const ranges: TextRange[] = [];
  let start = skipSpace(text, 0);
  while (start < text.length) {
    const end = text.length - start <= limit ? text.length : start + borderWithin(text.slice(start, start + limit + 1));
    ranges.push({ start, end: start + text.slice(start, end).trimEnd().length });
    start = skipSpace(text, end);
  }
  return ranges;
}

/** Where to break a window that is one unit longer than the limit, so that a border just behind the limit counts. */
function borderWithin(window: string): number {
  const limit = window.length - 1;
  for (const border of BORDERS) {
    const last = [...window.matchAll(border)].at(-1)?.index ?? 0;
    if (last >= limit * SMALLEST_SHARE) return last;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(window.charAt(limit - 1)) && /[\uDC00-\uDFFF]/.test(window.charAt(limit));
  return splitsPair && limit > 1 ? limit - 1 : limit;
}

function skipSpace(text: string, from: number): number {
  return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
}
