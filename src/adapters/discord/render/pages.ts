import type { Piece } from './blocks.ts';

/** Pieces packed into as few pages as hold them in order, each at most `limit` UTF-16 units; at least one page. */
export function packPages(pieces: readonly Piece[], limit: number): readonly string[] {
  const pages: Piece[][] = [[]];
  for (const piece of pieces) {
    const page = pages.at(-1) ?? [];
    if (joined([...page, piece]).length <= limit) {
      page.push(piece);
      continue;
    }
    // A heading moves along with the text it leads.
    const moved = page.length > 1 && page.at(-1)?.leads ? page.splice(-1) : [];
    const fits = joined([...moved, piece]).length <= limit;
    pages.push(...(fits ? [[...moved, piece]] : [moved, [piece]]));
  }
  return pages.filter((page, index) => index === 0 || page.length > 0).map(joined);
}

function joined(pieces: readonly Piece[]): string {
  return pieces.reduce((text, { markdown, continues }) => {
    if (text === '') return markdown;
    return `${text}${continues ? '\n' : '\n\n'}${markdown}`;
  }, '');
}
