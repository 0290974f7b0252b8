import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainReply, type Reply } from '../../../src/assistant/reply.ts';
import { FLAGS, type Exchange, type Person, type StoredMessage } from '../../wire/discord-server/index.ts';
import { createBot, type Bot } from './bot.ts';
import { sampleReply } from './scripted-assistant.ts';

let bot: Bot;
let alice: Person;
let bob: Person;
/** An answer to Alice that all see, before any button was pressed. */
let answer: StoredMessage;

beforeAll(async () => {
  bot = await createBot();
  await bot.adapter.start();
});

afterAll(async () => {
  await bot.stop();
});

beforeEach(async () => {
  alice = bot.server.person('alice');
  bob = bot.server.person('bob');
  bot.assistant.reply = () => sampleReply();
  answer = await alice.slash('help').answer();
});

const says = (overrides: Partial<Reply>) => {
  bot.assistant.reply = () => plainReply('quiz', 'Pressed.', overrides);
};
const textOf = ({ body }: StoredMessage) => body.embeds?.[0]?.description ?? '';
const isHidden = ({ flags }: StoredMessage) => Boolean(flags & FLAGS.ephemeral);

const lastAsker = () => bot.assistant.requests.at(-1)?.asker;

/** Presses a button whose answer takes long; gives what comes after it was promised. */
async function pressSlowly(person: Person, reply: Reply): Promise<Exchange> {
  const release = bot.assistant.hold(reply);
  const press = person.press(answer, 'More', { age: 1600 });
  await press.acknowledged();
  release();
  return press;
}

describe('the answer to a pressed button', () => {
  test('that is a notice is seen by who pressed alone, and the message stays, its owner’s or not', async () => {
    says({ placement: 'notice', audience: 'asker' });
    for (const person of [alice, bob]) {
      const told = await person.press(answer, 'More').answer();
      expect(told.onlyFor).toBe(person.account.id);
    }
    expect(answer.edits).toBe(0);
  });

  test('that stands beside is a message of its own for all, which who pressed may remove', async () => {
    says({ placement: 'beside' });
    const beside = await bob.press(answer, 'More').answer();
    expect(isHidden(beside)).toBe(false);
    expect(answer.edits).toBe(0);
    bob.press(beside, 'Remove');
    await bot.server.world.until('the removal', () => beside.deleted);
  });

  test('that stands beside for who pressed alone is hidden in a server and plain in direct messages', async () => {
    says({ placement: 'beside', audience: 'asker' });
    expect((await bob.press(answer, 'More').answer()).onlyFor).toBe(bob.account.id);
    bot.assistant.reply = () => sampleReply();
    const direct = await alice.slash('help', {}, { direct: true }).answer();
    says({ placement: 'beside', audience: 'asker' });
    expect(isHidden(await alice.press(direct, 'More').answer())).toBe(false);
  });

  test('on a hidden message leaves nothing for others to see', async () => {
    const hidden = await alice.slash('help', { private: true }).answer();
    says({ placement: 'beside' });
    expect((await alice.press(hidden, 'More').answer()).onlyFor).toBe(alice.account.id);
    says({ placement: 'notice' });
    expect((await alice.press(hidden, 'More').answer()).onlyFor).toBe(alice.account.id);
    expect(hidden.edits).toBe(0);
    says({});
    expect(textOf(await alice.press(hidden, 'More').update())).toBe('Pressed.');
  });

  test.each(['notice', 'beside', 'replace'] as const)(
    'goes where it says when it takes long: %s',
    async (placement) => {
      const press = await pressSlowly(alice, plainReply('quiz', 'Slow.', { placement }));
      expect(press.interaction.acknowledged).toBe(6);
      const shown = placement === 'replace' ? await press.update() : await press.followUp();
      expect(textOf(shown)).toBe('Slow.');
      expect(isHidden(shown)).toBe(placement === 'notice');
      expect(answer.edits).toBe(placement === 'replace' ? 1 : 0);
    },
  );

  test('takes the files of the message it replaces away', async () => {
    bot.assistant.reply = () =>
      sampleReply({ picture: { png: new Uint8Array([137, 80, 78, 71]), description: 'A chart' } });
    const pictured = await alice.slash('help').answer();
    expect(pictured.files).toHaveLength(1);
    says({});
    await alice.press(pictured, 'More').update();
    expect(pictured.files).toEqual([]);
  });
});

describe('what Otto is told of who asks', () => {
  test('is the name that they have in the server, else their own', async () => {
    await bot.server.person('dana', { nickname: 'Dana of the plant' }).slash('help').answer();
    expect(lastAsker()?.name).toBe('Dana of the plant');
    await alice.slash('help', {}, { direct: true }).answer();
    expect(lastAsker()?.name).toBe('alice');
  });

  test('is whether they moderate, where there is something to moderate', async () => {
    await alice.slash('help').answer();
    expect(await lastAsker()?.isModerator?.()).toBe(false);
    await bot.server.person('mod', { moderates: true }).slash('help').answer();
    expect(await lastAsker()?.isModerator?.()).toBe(true);
    await alice.slash('help', {}, { direct: true }).answer();
    expect(lastAsker()?.isModerator).toBeUndefined();
  });
});

test('the options of a question stand in a row of their own', async () => {
  const options = ['A', 'B', 'C', 'D'].map(
    (label, option) =>
      ({ label, role: 'option', action: { type: 'choose', round: 'r', position: 0, option } }) as const,
  );
  says({ buttons: [...options, { label: 'Stop', role: 'navigation', action: { type: 'stop', round: 'r' } }] });
  const { body } = await alice.slash('help', { private: true }).answer();
  const rows = body.components?.map(({ components }) => components.map((each) => 'label' in each && each.label));
  expect(rows).toEqual([['A', 'B', 'C', 'D'], ['Stop']]);
});
