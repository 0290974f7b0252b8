import type { Progress, TopicProgress } from '../quiz/progress.ts';

/** Width of the chart in pixels; its height follows from the number of topics. */
const WIDTH = 720;
const MARGIN = 28;
const ROW = 40;
const HEADER = 118;
const FOOTER = 46;
const LABEL_WIDTH = 190;
const NUMBER_WIDTH = 118;

/** Topics shown; more would make the picture too tall for a phone. */
const MAX_TOPICS = 12;

/**
 * Colours on an opaque card of their own, so that the picture reads the same on a light and on a dark page. Each has a contrast of
 * at least 4.5 to the card as text, and the two bars differ in lightness as well as in hue.
 */
const COLOURS = Object.freeze({
  card: '#ffffff',
  edge: '#c9d1d9',
  text: '#1b2430',
  quiet: '#57616d',
  track: '#e6eaef',
  seen: '#8fb8de',
  mastered: '#1f5fa8',
});

/**
 * A learner's progress as a picture: for each topic how much was seen and how much of it is mastered.
 *
 * @param nameOf what learners call a topic
 * @returns SVG
 */
export function progressChart(progress: Progress, nameOf: (topic: TopicProgress['topic']) => string): string {
  const topics = progress.topics.slice(0, MAX_TOPICS);
  const height = HEADER + topics.length * ROW + FOOTER;
  const share = progress.answers === 0 ? 0 : Math.round((100 * progress.right) / progress.answers);
  const figures = [
    [`${progress.answers}`, progress.answers === 1 ? 'answer' : 'answers'],
    [`${share} %`, 'right'],
    [`${progress.streak}`, progress.streak === 1 ? 'day in a row' : 'days in a row'],
    [`${progress.due}`, 'due now'],
  ] as const;
  const step = (WIDTH - 2 * MARGIN) / figures.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Inter">`,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="12" fill="${COLOURS.card}" stroke="${COLOURS.edge}"/>`,
    ...figures.map(([number, label], index) => {
      const x = MARGIN + index * step;
      return text(x, 56, number, 30, COLOURS.text, 'bold') + text(x, 82, label, 15, COLOURS.quiet);
    }),
    ...topics.map((topic, index) => topicRow(topic, nameOf(topic.topic), HEADER + index * ROW)),
    legend(height - 20),
    '</svg>',
  ].join('\n');
}

function topicRow({ items, seen, mastered }: TopicProgress, name: string, y: number): string {
  const left = MARGIN + LABEL_WIDTH;
  const width = WIDTH - left - MARGIN - NUMBER_WIDTH;
  const bar = (count: number, colour: string) =>
    count === 0
      ? ''
      : `<rect x="${left}" y="${y + 8}" width="${Math.max(3, (width * count) / items).toFixed(1)}" height="16" rx="3" fill="${colour}"/>`;
  return [
    text(MARGIN, y + 21, name, 15, COLOURS.text),
    `<rect x="${left}" y="${y + 8}" width="${width}" height="16" rx="3" fill="${COLOURS.track}"/>`,
    bar(seen, COLOURS.seen),
    bar(mastered, COLOURS.mastered),
    text(left + width + 12, y + 21, `${seen} of ${items}`, 15, COLOURS.quiet),
  ].join('\n');
}

function legend(y: number): string {
  const entries = [
    [COLOURS.mastered, 'mastered'],
    [COLOURS.seen, 'seen'],
    [COLOURS.track, 'still to come'],
  ] as const;
  return entries
    .map(([colour, label], index) => {
      const x = MARGIN + index * 130;
      return `<rect x="${x}" y="${y - 11}" width="12" height="12" rx="2" fill="${colour}"/>${text(x + 18, y, label, 13, COLOURS.quiet)}`;
    })
    .join('\n');
}

function text(x: number, y: number, content: string, size: number, colour: string, weight = 'normal'): string {
  const safe = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${safe}</text>`;
}
