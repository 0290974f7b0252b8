import { Cron } from 'croner';

/** A time of day somewhere. */
export interface ClockTime {
  /** Minutes after local midnight. */
  readonly minute: number;
  /** IANA time zone such as `Europe/Berlin`. */
  readonly zone: string;
}

/**
 * The next moment at which the clock there shows that time, in milliseconds since 1970. Where a change to summer time
 * leaves the time out, it is the moment of the change; where the time comes twice, the first.
 *
 * @param after milliseconds since 1970
 */
export function nextAt({ minute, zone }: ClockTime, after: number): number {
  const cron = new Cron(`${minute % 60} ${Math.floor(minute / 60)} * * *`, { timezone: zone, paused: true });
  const next = cron.nextRun(new Date(after));
  if (!next) throw new RangeError(`no next ${minute} in ${zone}: a time of every day always has one`);
  return next.getTime();
}

/** The local day, such as `2026-11-22`. */
export function localDay(at: number, zone: string): string {
  // Making one takes far longer than using it.
  const format = dayFormats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  dayFormats.set(zone, format);
  return format.format(at);
}

/** By time zone, of which there are a few hundred. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day before a day such as `2026-11-22`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Minutes after local midnight. */
export function localMinute(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hours = 0, minutes = 0] = parts.format(at).split(':').map(Number);
  return hours * 60 + minutes;
}

/** Reads `09:00` or `9.30`. */
export function readTime(text: string): number | undefined {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.h](\d{2}))?$/i.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** `09:00` */
export function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Whether it is a time zone that this machine knows; its spelling as IANA has it. */
export function readZone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
