/**
 * Makes `Date.now()` run ahead of the machine's clock in the process that loads it, by as much as its parent says: at first
 * in `TEST_CLOCK_AHEAD`, later in messages, each of which is confirmed by one.
 */
const machineTime = Date.now.bind(Date);
let ahead = Number(process.env['TEST_CLOCK_AHEAD'] ?? 0);

Date.now = () => machineTime() + ahead;

process.on('message', (message) => {
  ahead = Number(message);
  process.send?.(ahead);
});
// Otto stops when he is told to, not when nobody moves his clock any more.
process.channel?.unref();
