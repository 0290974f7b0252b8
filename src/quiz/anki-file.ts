import type { Knowledge } from '../knowledge/load.ts';
import type { Item, Topic } from './item.ts';

/**
 * Cards as a text file that Anki imports: question and options in front, answer, reason and source behind, the topic as
 * tag. Imported again, a card replaces itself, as its first field names it.
 *
 * @see https://docs.ankiweb.net/importing/text-files.html
 */
export function ankiFile(items: readonly Item[], { notes }: Knowledge, nameOf: (topic: Topic) => string): string {
  const header = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#deck:Otto: IT and OT security',
    '#columns:Front\tBack\tTags',
    '#tags column:3',
  ];
  const rows = items.map((item) => {
    const source = item.note === undefined ? undefined : notes.get(item.note)?.sources[0];
    const options = [item.answer, ...item.wrong.map(({ text }) => text)].toSorted((a, b) => a.localeCompare(b, 'en'));
    const front = [item.question, ...options.map((option) => `• ${option}`)].map(html).join('<br>');
    const link = source ? `<br><a href="${html(source.url)}">${html(source.title)}</a>` : '';
    const back = `<b>${html(item.answer)}</b><br>${html(item.why)}${link}`;
    return [front, back, `otto otto::${nameOf(item.topic).replaceAll(/[\s/]+/g, '-')}`].map(field).join('\t');
  });
  return [...header, ...rows, ''].join('\n');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A field that holds quotes is quoted, its quotes doubled, as Anki reads CSV. */
function field(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ');
  return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
