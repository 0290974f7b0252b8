/** How a run of text looks. Code excludes the others: Telegram allows no entity inside code. */
export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  readonly preformatted?: true;
  readonly url?: string;
}

/** A run of text of one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** Text with its styles beside it, so that it is measured and split as people see it and marked up afterwards. */
export type StyledText = readonly Run[];

/** A run whose text Telegram takes as it stands: well-formed Unicode, no control characters but the line feed. */
export function run(text: string, style: Style = {}): Run {
  return {
    text: text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)\p{Cc}/gu, ' '),
    style,
  };
}

/** The text without its styles: what Telegram counts. */
export function visibleText(text: StyledText): string {
  return text.map((each) => each.text).join('');
}

/** The runs between two offsets of the visible text. */
export function slice(text: StyledText, start: number, end: number): StyledText {
  let offset = 0;
  return text.flatMap(({ text: content, style }) => {
    const part = content.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += content.length;
    return part === '' ? [] : [{ text: part, style }];
  });
}

/** The texts one after the other with a separator between them; empty ones leave no gap. */
export function join(texts: readonly StyledText[], separator: string): StyledText {
  const joined: Run[] = [];
  for (const text of texts) {
    if (visibleText(text).trim() === '') continue;
    if (joined.length > 0) joined.push(run(separator));
    joined.push(...text);
  }
  return joined;
}
