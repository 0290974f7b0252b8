/**
 * A moment as people there say it: `Monday 23 November at 09:00 (Europe/Berlin)`.
 *
 * @param at milliseconds since 1970
 */
export function momentIn(at: number, zone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${day.format(at)} at ${time.format(at)} (${zone})`;
}
