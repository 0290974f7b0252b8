import type { Note } from '../../knowledge/note.ts';
import { SECTORS, type Sector } from '../../knowledge/vocabulary.ts';
import type { Item } from '../item.ts';
import { randomFrom, shuffled } from '../random.ts';
import { holds, madeItem } from './made-item.ts';

type Incident = Extract<Note, { readonly kind: 'incident' }>;

/** The year of an incident, its sector, its country, and which of several came first. */
export function incidentItems(notes: readonly Note[]): readonly Item[] {
  const incidents = notes.filter((note): note is Incident => note.kind === 'incident');
  const years = incidents.map(yearOf);
  const lastYear = Math.max(...years);
  const byYear = incidents.toSorted((a, b) => yearOf(a) - yearOf(b));
  const countries = [...new Set(incidents.flatMap(({ facts }) => facts.countries))].filter(isCountry);
  return incidents.flatMap((note) => [
    ...yearItem(note, lastYear),
    ...sectorItem(note),
    ...countryItem(note, countries),
    ...firstItem(note, byYear),
  ]);
}

function yearItem(note: Incident, lastYear: number): readonly Item[] {
  const { title, facts } = note;
  const year = yearOf(note);
  // What was found later has two years that somebody could name.
  const alsoRight = new Set([facts.discovered?.slice(0, 4)]);
  if (/\b(19|20)\d\d\b/.test(title)) return [];
  const near = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((step) => year + step);
  return madeItem({
    topic: 'incident',
    level: 'medium',
    question: `In which year did this happen or begin: ${title}?`,
    answer: `${year}`,
    candidates: mixed(near, title)
      .filter((other) => other <= lastYear && !alsoRight.has(`${other}`))
      .map((other) => ({ text: `${other}` })),
    why: `${title}: ${facts.victim}, ${year}.`,
    note: note.id,
  });
}

function sectorItem(note: Incident): readonly Item[] {
  const { title, facts } = note;
  const [sector, ...others] = facts.sectors;
  // With several sectors, wrong ones are easily right as well.
  if (sector === undefined || sector === 'all' || others.length > 0) return [];
  const label = SECTORS[sector];
  if (label.split(/\W+/).some((word) => word.length > 3 && holds(title, word))) return [];
  const candidates = (Object.keys(SECTORS) as Sector[]) // Object.keys loses the literal keys
    .filter((other) => other !== 'all' && !NEIGHBOURS.some((group) => group.has(other) && group.has(sector)))
    .map((other) => ({ text: SECTORS[other] }));
  return madeItem({
    topic: 'incident',
    level: 'easy',
    question: `Which sector was hit: ${title}?`,
    answer: label,
    candidates: mixed(candidates, title),
    why: `${title}: ${facts.victim}. ${facts.impact}`,
    note: note.id,
  });
}

/** Sectors that overlap, so that one is no wrong answer for another. */
const NEIGHBOURS: readonly ReadonlySet<Sector>[] = [
  new Set<Sector>(['electric-power', 'nuclear', 'renewables', 'dams', 'heating']),
  new Set<Sector>(['oil-and-gas', 'chemicals', 'fuel-retail']),
  new Set<Sector>(['manufacturing', 'automotive', 'metals', 'food', 'pharmaceuticals', 'semiconductors', 'chemicals']),
  new Set<Sector>(['water', 'dams', 'agriculture']),
  new Set<Sector>(['rail', 'maritime', 'aviation', 'road', 'logistics']),
  new Set<Sector>(['space', 'telecom', 'government', 'aviation']),
  new Set<Sector>(['metals', 'mining']),
];

function countryItem(note: Incident, countries: readonly string[]): readonly Item[] {
  const { title, facts } = note;
  const [country, ...others] = facts.countries;
  if (country === undefined || others.length > 0 || !isCountry(country)) return [];
  if (holds(`${title} ${facts.victim}`, country)) return [];
  return madeItem({
    topic: 'incident',
    level: 'medium',
    question: `In which country did this happen: ${title}?`,
    answer: country,
    candidates: mixed(
      countries.filter((other) => other !== country),
      title,
    ).map((text) => ({ text })),
    why: `${title}: ${facts.victim}, ${country}.`,
    note: note.id,
  });
}

function firstItem(note: Incident, byYear: readonly Incident[]): readonly Item[] {
  const year = yearOf(note);
  const later = byYear.filter((other) => yearOf(other) > year + 1 && !hasYear(other.title));
  if (hasYear(note.title) || later.length < 3) return [];
  const near = mixed(later.slice(0, 9), note.title);
  return madeItem({
    topic: 'incident',
    level: 'hard',
    question: 'Which of these came first?',
    answer: note.title,
    candidates: near.map((other) => ({ text: other.title, because: `That was in ${yearOf(other)}.` })),
    why: `${note.title} was in ${year}; the others came later.`,
    note: note.id,
  });
}

/** What stands for a country may be the world, or that nobody said. */
function isCountry(name: string): boolean {
  return !/world|global|many|several|europe|unknown|disclosed|claimed|\bEU\b/i.test(name);
}

function hasYear(title: string): boolean {
  return /\b(19|20)\d\d\b/.test(title);
}

function yearOf({ facts }: Incident): number {
  return Number(facts.date.slice(0, 4));
}

/** In another order for each incident: were the nearest years always taken, the middle one would always be right. */
function mixed<T>(values: readonly T[], title: string): readonly T[] {
  return shuffled(values, randomFrom(title));
}
