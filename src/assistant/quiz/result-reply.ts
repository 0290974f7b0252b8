import type { Knowledge } from '../../knowledge/load.ts';
import { paragraph } from '../../knowledge/rich-text.ts';
import type { SessionResult, Verdict } from '../../quiz/answer-session.ts';
import type { Topic } from '../../quiz/item.ts';
import { plainReply, type Block, type Button, type Reply } from '../reply.ts';
import { topicName } from './topics.ts';

/** Share of right answers from which an exam counts as passed: common in certificates of the field. */
const PASS = 0.7;

/** Notes proposed to read next. */
const MAX_READING = 3;

/** How a quiz, review or exam went. */
export function resultReply(result: SessionResult, knowledge: Knowledge): Reply {
  const { session, verdicts, right, ms, missed } = result;
  const total = session.kind === 'exam' ? session.items.length : verdicts.length;
  const percent = total === 0 ? 0 : Math.round((100 * right) / total);
  return plainReply('quiz', '', {
    title: session.kind === 'exam' ? `Exam ${right / total >= PASS ? 'passed' : 'not passed'}` : 'Finished',
    body: [
      paragraph(`${right} of ${total} right (${percent} %) in ${readableTime(ms)}.`),
      ...(session.kind === 'exam' ? [byTopic(verdicts)] : []),
      ...readNext(result, knowledge),
    ],
    buttons: [
      ...(missed.length > 0
        ? [
            {
              label: `Retry ${missed.length} missed`,
              action: { type: 'retry', session: session.id },
              role: 'navigation',
            } satisfies Button,
          ]
        : []),
      { label: 'Another quiz', action: { type: 'command', name: 'quiz' }, role: 'navigation' },
      { label: 'My progress', action: { type: 'command', name: 'progress' }, role: 'navigation' },
      ...reading(result, knowledge).map(({ id, title }): Button => ({
        label: title,
        action: { type: 'read', note: id },
        role: 'related',
      })),
    ],
  });
}

/** `2 min 5 s` */
export function readableTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function reading({ missed }: SessionResult, { notes }: Knowledge) {
  const ids = new Set(missed.flatMap(({ note }) => note ?? []));
  return [...ids].flatMap((id) => notes.get(id) ?? []).slice(0, MAX_READING);
}

function readNext(result: SessionResult, knowledge: Knowledge): readonly Block[] {
  const titles = reading(result, knowledge).map(({ title }) => title);
  if (titles.length > 0) return [paragraph(`Read next: ${titles.join('; ')}.`)];
  return result.verdicts.length > 0 ? [paragraph('Nothing missed. /quiz hard asks for more.')] : [];
}

function byTopic(verdicts: readonly Verdict[]): Block {
  const rows = new Map<Topic, { right: number; total: number }>();
  for (const { item, isRight } of verdicts) {
    const row = rows.get(item.topic) ?? { right: 0, total: 0 };
    rows.set(item.topic, { right: row.right + (isRight ? 1 : 0), total: row.total + 1 });
  }
  return {
    type: 'table',
    header: [[{ type: 'text', text: 'Topic' }], [{ type: 'text', text: 'Right' }]],
    rows: [...rows].map(([topic, { right, total }]) => [
      [{ type: 'text', text: topicName(topic) }],
      [{ type: 'text', text: `${right} of ${total}` }],
    ]),
  };
}
