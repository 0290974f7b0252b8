import { readTime, readZone } from '../../quiz/clock-time.ts';
import { QUIET_HOURS, setReminder, type QuietHours } from '../../quiz/reminder.ts';
import { findReminder, removeReminder } from '../../store/reminders.ts';
import { meetLearner } from '../../store/learners.ts';
import type { Command } from '../command.ts';
import { suggestZones } from './suggest-zones.ts';
import { learnerOf } from '../quiz/identity.ts';
import { momentIn } from '../quiz/wording.ts';
import { plainReply } from '../reply.ts';

const EXAMPLE = 'For example /remind 18:00 Europe/Berlin, /remind 18:00 Europe/Berlin 21:00-08:00, or /remind off.';

export const remind: Command = {
  name: 'remind',
  description: 'Tell you privately when questions are due, at most once a day: /remind 18:00 Europe/Berlin',
  arguments: [
    { name: 'time', description: 'Time of day such as 18:00, or off', required: false },
    { name: 'zone', description: 'Time zone such as Europe/Berlin', required: false, suggest: suggestZones },
    { name: 'quiet', description: 'Hours without reminders, such as 21:00-08:00', required: false },
  ],
  theme: 'quiz',
  changesState: true,
  needsChat: true,
  run: async ({ request, values }, { quiz, now }) => {
    const { asker } = request;
    const { db } = await quiz();
    const learner = learnerOf(asker);
    const { time = '', zone: zoneText = 'UTC', quiet: quietText = '' } = values;
    if (time === '') {
      const current = await findReminder(db, learner.id);
      if (!current) return plainReply('quiz', `You get no reminders. ${EXAMPLE}`, { audience: 'asker' });
      const state =
        current.paused === null
          ? `The next reminder comes ${momentIn(current.next_at, current.zone)}, if something is due then.`
          : 'Your reminders are paused. Set them again to go on.';
      return plainReply('quiz', `${state} ${EXAMPLE}`, { audience: 'asker' });
    }
    if (/^(off|stop|none)$/i.test(time)) {
      await removeReminder(db, learner.id);
      return plainReply('quiz', 'I won’t remind you any more.', { audience: 'asker' });
    }
    const minute = readTime(time);
    const zone = readZone(zoneText);
    const quiet = quietText === '' ? QUIET_HOURS : readQuiet(quietText);
    if (minute === undefined || zone === undefined || quiet === undefined) {
      const wrong = minute === undefined ? time : zone === undefined ? zoneText : quietText;
      return plainReply('unknown', `I can’t read “${wrong.slice(0, 40)}”. ${EXAMPLE}`, { audience: 'asker' });
    }
    await meetLearner(db, learner.id, learner.name, now());
    const first = await setReminder({ db, now }, learner.id, { minute, zone }, quiet);
    return plainReply(
      'quiz',
      `I’ll write to you privately when questions are due, at most once a day, first ${momentIn(first, zone)}.`,
      { audience: 'asker' },
    );
  },
};

function readQuiet(text: string): QuietHours | undefined {
  const [from, to, ...more] = text.split(/\s*(?:-|–|to)\s*/).map(readTime);
  return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
}
