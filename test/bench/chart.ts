import { slowestP99, type Measurement } from './measurement.ts';

/** A line of the chart: one contestant's values by number of notes. */
interface Line {
  readonly name: string;
  readonly points: readonly (readonly [notes: number, value: number])[];
}

/** A panel: a scale of powers of ten over a scale of powers of ten. */
interface Panel {
  readonly title: string;
  readonly left: number;
  readonly lines: readonly Line[];
  readonly label: (value: number) => string;
}

const WIDTH = 940;
const HEIGHT = 440;
const PLOT = { width: 300, top: 64, bottom: 390 } as const;
const LABEL_GAP = 15;
const MEGABYTE = 2 ** 20;

/** Colours by contestant, for light and for dark pages; told apart without colour by their labels. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #33383f; }
  .title { font-weight: 600; font-size: 14px; }
  .grid { stroke: #d5d9de; }
  .line { fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linejoin: round; }
  .point, .label { fill: currentColor; }
  .line.series-0 { stroke-width: 3.5; }
  .label.series-0 { font-weight: 700; }
  .series-0 { color: #0b5fd0; } .series-1 { color: #b3261e; } .series-2 { color: #7a4b00; }
  .series-3 { color: #7b2fa8; } .series-4 { color: #0c7a5f; } .series-5 { color: #5b6570; }
  @media (prefers-color-scheme: dark) {
    text { fill: #d7dce2; }
    .grid { stroke: #3b424b; }
    .series-0 { color: #6cb0ff; } .series-1 { color: #ff9a90; } .series-2 { color: #e3b35e; }
    .series-3 { color: #d59cff; } .series-4 { color: #5fd6b2; } .series-5 { color: #a9b4bf; }
  }`;

/** The chart `docs/bench.svg`: time of an answer and memory by number of notes, both scales logarithmic. */
export function renderChart(measurements: readonly Measurement[]): string {
  const panels: readonly Panel[] = [
    {
      title: 'Answer, p99 of the slowest shape of query',
      left: 64,
      lines: linesOf(measurements, slowestP99),
      label: (ms) => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`),
    },
    {
      title: 'Memory that the index adds',
      left: 536,
      // The larger of the two: a library outside JavaScript takes none of its heap, and the system may still hold garbage.
      lines: linesOf(measurements, ({ indexed }) => indexed && Math.max(1, indexed.rssBytes / MEGABYTE)),
      label: (megabytes) => (megabytes >= 1000 ? `${megabytes / 1000} GB` : `${megabytes} MB`),
    },
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">`,
    '<title id="title">Time of an answer and memory of Otto and five search libraries by number of notes</title>',
    `<style>${STYLE}\n</style>`,
    ...panels.flatMap(renderPanel),
    '</svg>',
    '',
  ].join('\n');
}

function linesOf(
  measurements: readonly Measurement[],
  valueOf: (measured: Measurement) => number | undefined,
): readonly Line[] {
  return [...Map.groupBy(measurements, ({ contestant }) => contestant)].map(([name, own]) => ({
    name,
    points: own.flatMap((each) => {
      const value = valueOf(each);
      return value === undefined ? [] : [[each.notes, value] as const];
    }),
  }));
}

function renderPanel({ title, left, lines, label }: Panel): readonly string[] {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return [];
  const x = scale(
    points.map(([notes]) => notes),
    left,
    left + PLOT.width,
    false,
  );
  const y = scale(
    points.map(([, value]) => value),
    PLOT.bottom,
    PLOT.top,
    true,
  );
  const right = left + PLOT.width;
  return [
    `<text class="title" x="${left - 44}" y="28">${title}</text>`,
    ...y.ticks.flatMap((tick) => [
      `<line class="grid" x1="${left}" x2="${right}" y1="${y.at(tick)}" y2="${y.at(tick)}"/>`,
      `<text x="${left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${label(tick)}</text>`,
    ]),
    ...x.ticks.map(
      (tick) =>
        `<text x="${x.at(tick)}" y="${PLOT.bottom + 22}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
    ),
    `<text x="${right}" y="${PLOT.bottom + 42}" text-anchor="end">notes</text>`,
    ...lines.flatMap(({ points }, index) => {
      const places = points.map(([notes, value]) => [x.at(notes), y.at(value)] as const);
      return [
        `<polyline class="line series-${index}" points="${places.map((place) => place.join(',')).join(' ')}"/>`,
        ...places.map(([left, top]) => `<circle class="point series-${index}" cx="${left}" cy="${top}" r="3"/>`),
      ];
    }),
    ...labels(lines, x.at, y.at),
  ];
}

/** A name at the end of each line, moved apart where lines end close together. */
function labels(lines: readonly Line[], x: (notes: number) => number, y: (value: number) => number): readonly string[] {
  const placed: { readonly left: number; readonly top: number }[] = [];
  return lines
    .flatMap(({ name, points }, index) => {
      const last = points.at(-1);
      return last ? [{ name, index, left: x(last[0]) + 8, top: y(last[1]) + 4 }] : [];
    })
    .toSorted((a, b) => a.top - b.top)
    .map(({ name, index, left, top }) => {
      let free = top;
      for (const other of placed) {
        if (other.left === left && free < other.top + LABEL_GAP) free = other.top + LABEL_GAP;
      }
      placed.push({ left, top: free });
      return `<text class="label series-${index}" x="${left}" y="${Math.round(free)}">${name}</text>`;
    });
}

/** A logarithmic scale from one pixel to another, with a tick at each value or at each power of ten. */
function scale(
  values: readonly number[],
  from: number,
  to: number,
  byPowers: boolean,
): { readonly at: (value: number) => number; readonly ticks: readonly number[] } {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const logs = distinct.map(Math.log10);
  const low = byPowers ? Math.floor(Math.min(...logs)) : Math.min(...logs);
  const high = byPowers ? Math.ceil(Math.max(...logs)) : Math.max(...logs);
  const ticks = byPowers ? Array.from({ length: high - low + 1 }, (_, power) => 10 ** (low + power)) : distinct;
  const span = high - low || 1;
  return { ticks, at: (value) => Math.round(from + ((Math.log10(value) - low) / span) * (to - from)) };
}
