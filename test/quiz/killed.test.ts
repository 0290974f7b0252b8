import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { randomFrom } from '../../src/quiz/random.ts';
import type { DatabaseConfig } from '../../src/store/database.ts';
import type { AnswerTable } from '../../src/store/schema.ts';
import { onBothDatabases } from '../fixtures/databases.ts';

type Acknowledged = Pick<AnswerTable, 'session' | 'position' | 'learner' | 'option'>;

const LEARNERS = 12;
const KILLS = 6;

/** Lets learners answer in a process of their own and kills it after some answers. Gives those it acknowledged. */
async function answersUntilKilled(
  config: DatabaseConfig,
  run: string,
  after: number,
): Promise<readonly Acknowledged[]> {
  const script = resolve(import.meta.dirname, '../fixtures/answering-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(config), run, `${LEARNERS}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // What was written before the kill is read to its end; a line that was cut was never seen whole by anybody.
    if (line.endsWith('}')) acknowledged.push(JSON.parse(line) as Acknowledged);
    if (acknowledged.length === after) child.kill('SIGKILL');
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

onBothDatabases(({ fresh, open }) => {
  test('every answer that was acknowledged is there after Otto was killed', { timeout: 60_000 }, async () => {
    const config = await fresh();
    const random = randomFrom('kills');
    const acknowledged: Acknowledged[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const after = 1 + Math.floor(random() * 300);
      acknowledged.push(...(await answersUntilKilled(config, `run${kill}`, after)));
    }
    const db = await open(config);
    const answers = await db.selectFrom('answer').selectAll().execute();
    const stored = new Map(
      answers.map(({ session, position, learner, option }) => [`${session} ${position} ${learner}`, option]),
    );
    const lost = acknowledged.filter(
      ({ session, position, learner, option }) => stored.get(`${session} ${position} ${learner}`) !== option,
    );
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect(lost).toEqual([]);

    // Each answer counts wholly or not at all.
    for (const learner of await db.selectFrom('learner').selectAll().execute()) {
      const own = answers.filter((answer) => answer.learner === learner.id);
      const cards = await db.selectFrom('card').select('reps').where('learner', '=', learner.id).execute();
      expect(learner.answers).toBe(own.length);
      expect(cards.reduce((sum, { reps }) => sum + reps, 0)).toBe(own.length);
    }
    for (const session of await db.selectFrom('session').selectAll().execute()) {
      expect(answers.filter((answer) => answer.session === session.id)).toHaveLength(session.position);
    }
    const items = await db.selectFrom('item').select('answers').execute();
    expect(items.reduce((sum, item) => sum + item.answers, 0)).toBe(answers.length);
  });
});
