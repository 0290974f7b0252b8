import { figuresOf, isWithin, type Outcome } from './measure.ts';

/** Figures over all questions, by style and by kind, then refusals and times, as lines of a table. */
export function table(outcomes: readonly Outcome[]): readonly string[] {
  const within = outcomes.filter(isWithin);
  const outside = outcomes.filter((outcome) => !isWithin(outcome));
  const by = (name: string, key: (outcome: Outcome) => string) =>
    [...Map.groupBy(within, key)]
      .map(([value, group]) => [`${name} ${value}`, group] as const)
      .toSorted(([a], [b]) => a.localeCompare(b));
  return [
    `${''.padEnd(28)}${'count'.padStart(6)}${columns('hit@1', 'hit@3', 'MRR', 'facts', 'refused')}`,
    ...[
      ['all', within] as const,
      ...by('style', ({ question }) => question.style),
      ...by('kind', ({ question }) => question.kind),
    ].map(([name, group]) => row(name, group)),
    `out of domain: ${outside.length}, refused ${percent(share(outside, ({ given }) => given.refused)).trim()}`,
    `time: p50 ${time(outcomes, 0.5)} ms, p99 ${time(outcomes, 0.99)} ms`,
  ];
}

export const SUMMARY_HEADER = `${''.padEnd(14)}${columns('hit@1', 'hit@3', 'MRR', 'errors', 'refused', 'p50 ms', 'p99 ms')}`;

/**
 * One search in one line. An error is a question within the field that did not get the right note first, or one outside
 * it that got any note.
 */
export function summaryLine(name: string, outcomes: readonly Outcome[]): string {
  const within = outcomes.filter(isWithin);
  const outside = outcomes.filter((outcome) => !isWithin(outcome));
  const { hit1, hit3, mrr } = figuresOf(within);
  const errors =
    within.filter(({ place }) => place !== 1).length + outside.filter(({ given }) => !given.refused).length;
  return `${name.padEnd(14)}${columns(
    percent(hit1),
    percent(hit3),
    mrr.toFixed(3),
    String(errors),
    percent(share(outside, ({ given }) => given.refused)),
    time(outcomes, 0.5),
    time(outcomes, 0.99),
  )}`;
}

/** The questions that went wrong, one a line. */
export function details(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap((outcome): readonly string[] => {
    const { question, given, place, factsHeld } = outcome;
    const got = given.refused ? 'refused' : given.notes.slice(0, 3).join(', ');
    const name = `${question.id} ${question.q}`;
    if (!isWithin(outcome)) return given.refused ? [] : [`WRONG ${name} -> ${got}`];
    if (place !== 1) return [`MISS ${name} -> ${got} (right at ${place || '-'}: ${question.expect.join(' | ')})`];
    return factsHeld ? [] : [`FACT ${name}: no ${question.facts.join(' ')}`];
  });
}

function row(name: string, group: readonly Outcome[]): string {
  const { hit1, hit3, mrr, facts, wrongRefusals } = figuresOf(group);
  return `${name.padEnd(28)}${String(group.length).padStart(6)}${columns(
    percent(hit1),
    percent(hit3),
    mrr.toFixed(3),
    percent(facts),
    percent(wrongRefusals),
  )}`;
}

function columns(...cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(9)).join('');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.filter(holds).length / Math.max(1, outcomes.length);
}

function time(outcomes: readonly Outcome[], quantile: number): string {
  const times = outcomes.map(({ given }) => given.ms).toSorted((a, b) => a - b);
  return (times[Math.min(times.length - 1, Math.floor(times.length * quantile))] ?? 0).toFixed(2);
}
