import * as z from 'zod';
import { CONFIDENCES, type Aspect } from '../vocabulary.ts';

/** One typed fact of a note as a person reads it, e.g. `{ key: 'ports', label: 'Port', text: 'TCP 502' }`. */
export interface FactRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/**
 * Everything that is special about one kind of note. To add a kind, add a file that calls {@link defineKind}, list it
 * in `kinds/index.ts` and make its folder under `knowledge/`.
 */
export interface KindDefinition<Name extends string, Facts extends z.ZodType> {
  readonly name: Name;
  /** Folder under `knowledge/` that holds the notes of this kind. */
  readonly folder: string;
  readonly singular: string;
  readonly plural: string;
  readonly facts: Facts;
  /** The headings that this kind's notes share, and what each is about. Other headings are allowed too. */
  readonly headings: Readonly<Record<string, Aspect>>;
  /** Headings that every note of this kind must have. */
  readonly required: readonly string[];
  /** The facts in the order a reader wants them; a fact that the note does not state has no row. */
  readonly rows: (facts: z.output<Facts>) => readonly FactRow[];
}

/** Checks a kind's definition at compile time while keeping its literal types. */
export function defineKind<const Name extends string, Facts extends z.ZodType>(
  definition: KindDefinition<Name, Facts>,
): KindDefinition<Name, Facts> {
  return definition;
}

/** Builds fact rows, leaving out those without a text. */
export function factRows(
  ...rows: readonly (readonly [key: string, label: string, text: string | undefined])[]
): readonly FactRow[] {
  return rows.flatMap(([key, label, text]) => (text ? [{ key, label, text }] : []));
}

/** A line of plain text (no Markdown) of at most `limit` characters. */
export function line(limit: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .refine((text) => !text.includes('\n'), { error: 'expected one line without a line break' });
}

/** One of the keys of a vocabulary table. */
export function oneOf<const Table extends Readonly<Record<string, string>>>(table: Table) {
  // Object.keys loses the literal keys that zod needs to infer the union.
  return z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);
}

/** The readable labels of a list of vocabulary keys: `electric power, water and wastewater`. */
export function labels<Table extends Readonly<Record<string, string>>>(
  table: Table,
  keys: readonly (keyof Table & string)[] | undefined,
): string | undefined {
  return keys?.map((key) => table[key]).join(', ');
}

/** A year in which a control system could have existed. */
export const year = z.int().min(1900).max(2100);

/** A date known to the year, the month or the day: `2010`, `2010-06`, `2015-12-23`. YAML reads a bare year as a number. */
export const partialDate = z
  .union([z.string(), z.int().transform(String)])
  .refine((text) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text), {
    error: 'expected a date as 2015, 2015-12 or 2015-12-23',
  });

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2015-12-23` as `23 December 2015`, `2010-06` as `June 2010`, `2010` as it stands. */
export function readableDate(date: string): string {
  const [yearPart, month, day] = date.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], yearPart].filter(Boolean).join(' ');
}

/** An ATT&CK for ICS id: technique, sub-technique, tactic, mitigation, software, group, campaign or asset. */
export const attackId = z.string().regex(/^(TA\d{4}|T\d{4}(\.\d{3})?|M\d{4}|S\d{4}|G\d{4}|C\d{4}|A\d{4})$/, {
  error: 'expected an ATT&CK id such as T0855, T1692.001, TA0104, M0937, S0603 or G0034',
});

/** Who is said to be behind something, how surely, and by whom. */
export const attribution = z.strictObject({
  /** Who, or what is known of them: `Sandworm (Russian GRU Unit 74455)`; `not publicly attributed`. */
  to: line(160),
  confidence: oneOf(CONFIDENCES),
  /** Who says so: `US indictment, 2020`. */
  by: line(160).optional(),
});

/** `Sandworm (confirmed, US indictment, 2020)` */
export function readableAttribution({ to, confidence, by }: z.output<typeof attribution>): string {
  return `${to} (${by ? `${CONFIDENCES[confidence]}, ${by}` : CONFIDENCES[confidence]})`;
}
