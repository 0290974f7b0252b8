import { cpus } from 'node:os';
import { OTTO } from './contestants.ts';
import { LIMITS, QUERIES, slowestP99, type Measurement, type Quantiles } from './measurement.ts';
import { SHAPES } from './query-shapes.ts';
import type { ShippedMeasurement } from './shipped-measurement.ts';
import type { SlowestQuery } from './slowest-query.ts';

const MEGABYTE = 2 ** 20;
const NOTHING = '–';

/** How the figures came about, for the reader who doubts them. */
const METHOD: readonly string[] = [
  '- Notes beyond the real ones are grown from them: each has the shape of a real note (kind, facts, number and length of',
  '  names, questions and passages); its words are drawn with the frequencies that they have in the real notes, and new words',
  '  come as Heaps’ law has it, fitted to the real notes. The seed is fixed, so that every run has the same notes.',
  '- Every library gets the same texts, set up as its documentation recommends (test/eval/rivals.ts). Otto does more for each',
  '  question than they do: it also mends, recognises facts, lists and comparisons, and decides whether to answer at all.',
  '- FlexSearch and SQLite FTS5 mend no typos: they are quick there because they find nothing.',
  `- ${QUERIES} queries of each shape about notes picked from all of that size, after a warm-up; those that are answered within`,
  `  ${LIMITS.answersMs / 1000} s count. The last column compares the shape of query that is slowest for each.`,
  `- Memory is what indexing adds, after garbage collection, to the texts that are there before. Indexing may take`,
  `  ${LIMITS.indexMs / 1000} s and ${LIMITS.heapMegabytes / 1000} GB.`,
];

/** Everything that one run of the bench found. */
export interface Results {
  readonly command: string;
  /** ISO day of the run. */
  readonly day: string;
  readonly measurements: readonly Measurement[];
  readonly shipped: ShippedMeasurement;
}

/** The page `docs/bench.md`. */
export function renderReport({ command, day, measurements, shipped }: Results): string {
  const sizes = [...new Set(measurements.map(({ notes }) => notes))];
  return [
    '# Speed and growth',
    '',
    `Written by \`${command}\` on ${day}: ${machine()}.`,
    'One run, one contestant after the other, each at each size in a process of its own. Compare the figures with one',
    'another; on another machine all of them differ.',
    '',
    '![Time of an answer and memory by number of notes, a line for each library](bench.svg)',
    '',
    '## The shipped notes',
    '',
    ...table(['', 'measured', 'target'], shippedRows(shipped)),
    '',
    'In brackets the sort of hostile query; `test/bench/hostile-query.ts` makes them.',
    '',
    '## By number of notes',
    '',
    ...sizes.flatMap((size) => sizeSection(size, measurements)),
    '## How it is measured',
    '',
    ...METHOD,
    '',
  ].join('\n');
}

function machine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'processor'}, ${cpus().length} cores, Node ${process.version}`;
}

function shippedRows(shipped: ShippedMeasurement): readonly (readonly string[])[] {
  const { notes, loadMs, indexMs, keptMs, reply, longestBlockMs, slowestQuestion, slowestTyping, hostileQueries } =
    shipped;
  const slowest = ({ ms, query }: SlowestQuery) => `${time(ms)} ms (${query.sort})`;
  return [
    ['notes', String(notes), ''],
    ['reading and checking + indexing, in a fresh process', `${time(loadMs)} + ${time(indexMs)} ms`, ''],
    ['the same where an earlier start kept both', `${time(keptMs)} ms`, '500 ms'],
    [`whole reply, p50 / p99 of ${reply.count}`, `${time(reply.p50)} / ${time(reply.p99)} ms`, '10 ms'],
    ['longest block of the event loop meanwhile', `${time(longestBlockMs)} ms`, '50 ms'],
    [`slowest of ${hostileQueries} hostile questions`, slowest(slowestQuestion), '100 ms'],
    [`slowest of ${hostileQueries} hostile texts while typing`, slowest(slowestTyping), '100 ms'],
  ];
}

function sizeSection(size: number, all: readonly Measurement[]): readonly string[] {
  const measurements = all.filter(({ notes }) => notes === size);
  const prepared = measurements.find((each) => each.prepared)?.prepared;
  const otto = measurements.find(({ contestant }) => contestant === OTTO);
  return [
    `### ${size.toLocaleString('en')} notes`,
    '',
    `${prepared?.tokens.toLocaleString('en')} words in passages, ${prepared?.vocabulary.toLocaleString('en')} different ones.`,
    '',
    ...table(
      ['', 'index', 'heap / RSS', ...SHAPES.map((shape) => `${shape}, p50 / p99 ms`), 'slowest p99, times Otto’s'],
      measurements.map((each) => row(each, otto)),
    ),
    '',
  ];
}

function row(measured: Measurement, otto: Measurement | undefined): readonly string[] {
  const { contestant, indexed, answers, ended } = measured;
  const own = slowestP99(measured);
  const ottos = otto && slowestP99(otto);
  return [
    contestant,
    indexed ? `${time(indexed.ms / 1000)} s` : (ended ?? NOTHING),
    indexed ? `${megabytes(indexed.heapBytes)} / ${megabytes(indexed.rssBytes)} MB` : NOTHING,
    ...SHAPES.map((shape) => quantiles(answers[shape], indexed && ended)),
    own !== undefined && ottos !== undefined ? time(own / ottos) : NOTHING,
  ];
}

function quantiles(times: Quantiles | undefined, ended: string | undefined): string {
  if (!times) return ended ?? NOTHING;
  const answered = times.count < QUERIES ? ` (${times.count} in ${LIMITS.answersMs / 1000} s)` : '';
  return `${time(times.p50)} / ${time(times.p99)}${answered}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [header, header.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

/** Three digits are more than such figures hold. */
function time(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2);
}

function megabytes(bytes: number): string {
  return Math.max(0, Math.round(bytes / MEGABYTE)).toLocaleString('en');
}
