import { readTime, readZone, timeText } from '../../quiz/clock-time.ts';
import { setDaily } from '../../quiz/daily.ts';
import { findDaily, removeDaily } from '../../store/dailies.ts';
import type { Command } from '../command.ts';
import { suggestZones } from './suggest-zones.ts';
import { placeKey } from '../quiz/identity.ts';
import { readWish, TOPIC_NAMES, topicName, topicNames } from '../quiz/topics.ts';
import { momentIn } from '../quiz/wording.ts';
import { plainReply } from '../reply.ts';

const EXAMPLE = 'For example /daily 09:00 Europe/Berlin incidents, or /daily off.';

export const daily: Command = {
  name: 'daily',
  description: 'A question for this channel every day: /daily 09:00 Europe/Berlin incidents',
  arguments: [
    { name: 'time', description: 'Time of day such as 09:00, or off', required: false },
    { name: 'zone', description: 'Time zone such as Europe/Berlin', required: false, suggest: suggestZones },
    { name: 'topic', description: 'What about; everything by default', required: false, choices: TOPIC_NAMES },
  ],
  theme: 'quiz',
  changesState: true,
  needsChat: true,
  run: async ({ request, values }, { quiz }) => {
    const { asker, place } = request;
    const parts = await quiz();
    const key = placeKey(asker, place);
    const { time = '', zone: zoneText = 'UTC', topic: topicText = '' } = values;
    if (time === '') {
      const current = await findDaily(parts.db, key);
      return plainReply(
        'quiz',
        current
          ? `The question of the day comes at ${timeText(current.minute)} ${current.zone}.`
          : `There is no daily question here yet. ${EXAMPLE}`,
      );
    }
    if (place.kind === 'group' && !(await asker.isModerator?.())) {
      return plainReply('unknown', 'Only a moderator can set the daily question here.', { audience: 'asker' });
    }
    if (/^(off|stop|none)$/i.test(time)) {
      const existed = await removeDaily(parts.db, key);
      return plainReply('quiz', existed ? 'No more daily questions here.' : 'There was no daily question here.');
    }
    const minute = readTime(time);
    const zone = readZone(zoneText);
    if (minute === undefined) return plainReply('unknown', `I can’t read “${time.slice(0, 20)}” as a time. ${EXAMPLE}`);
    if (zone === undefined) {
      return plainReply('unknown', `I don’t know the time zone “${zoneText.slice(0, 40)}”. ${EXAMPLE}`);
    }
    const wish = readWish(topicText);
    if (wish.unknown.length > 0) {
      return plainReply(
        'unknown',
        `I have no topic “${topicText.slice(0, 40)}”. There are ${topicNames(parts.pool).join(', ')}.`,
      );
    }
    const first = await setDaily(parts, key, { minute, zone }, wish.topic);
    const about = wish.topic === undefined ? 'from all topics' : `about ${topicName(wish.topic)}`;
    return plainReply('quiz', `A question ${about} comes here every day, first ${momentIn(first, zone)}.`);
  },
};
