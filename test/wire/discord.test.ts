import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainReply } from '../../src/assistant/reply.ts';
import { createBot, type Bot } from '../adapters/discord/bot.ts';
import { sampleReply } from '../adapters/discord/scripted-assistant.ts';
import { ApiError, FLAGS, INTENT, tooManyRequests, type Person, type StoredMessage } from './discord-server/index.ts';
import { startOtto } from './otto-process.ts';

let bot: Bot;
let alice: Person;
let bob: Person;

beforeEach(async () => {
  bot = await createBot();
  alice = bot.server.person('alice');
  bob = bot.server.person('bob');
  await bot.adapter.start();
});

afterEach(async () => {
  await bot.stop();
});

const embedOf = (message: StoredMessage) => message.body.embeds?.[0];
const labelsOf = (message: StoredMessage) =>
  (message.body.components ?? []).flatMap(({ components }) =>
    components.flatMap((each) => ('label' in each ? each.label : [])),
  );
const isHidden = (message: StoredMessage) => Boolean(message.flags & FLAGS.ephemeral);
const callbacks = () => bot.server.world.requests.filter(({ path }) => path.endsWith('/callback'));

/** Another run of the adapter against the same server. */
async function createSecondAdapter() {
  const second = await createBot({ config: { token: bot.server.world.token, apiUrl: bot.server.apiUrl } });
  await second.adapter.start();
  await second.server.close();
  return second;
}

describe('slash commands', () => {
  test('come from the registry, what must be given first, with options to keep the answer private and to give it to somebody', () => {
    const ask = bot.server.world.commands.find(({ name }) => name === 'ask');
    expect(ask?.options).toMatchObject([
      { name: 'question', required: true, autocomplete: true },
      { name: 'style', choices: [{ name: 'short' }, { name: 'long' }] },
      { name: 'private', type: 5 },
      { name: 'for', type: 6 },
    ]);
    expect(bot.server.world.commands.map(({ name }) => name)).toEqual(['ask', 'help', 'Ask Otto about this']);
  });

  test('are answered with the title, the answer, the facts, the caution, the sources and the day of the last check', async () => {
    const message = await alice.slash('ask', { question: 'which port does modbus use', style: 'short' }).answer();
    expect(embedOf(message)).toMatchObject({
      title: 'Modbus',
      description: expect.stringContaining('Modbus uses port 502.'),
      footer: { text: 'Checked 22 November 2026' },
    });
    expect(embedOf(message)?.description).toContain('**Caution:** Never write to coils');
    expect(embedOf(message)?.fields?.map(({ name }) => name)).toEqual(['Port', 'Sources']);
    expect(labelsOf(message)).toEqual(['More', 'DNP3', 'Remove']);
    expect(isHidden(message)).toBe(false);
    expect(bot.assistant.requests).toMatchObject([
      {
        asker: { platform: 'discord', id: alice.account.id },
        place: { kind: 'group', id: bot.server.world.channelId },
        input: { type: 'command', name: 'ask', values: { question: 'which port does modbus use', style: 'short' } },
        locale: 'en-GB',
      },
    ]);
  });

  test('with "private" are answered so that only the asker sees it', async () => {
    const message = await alice.slash('ask', { question: 'modbus', private: true }).answer();
    expect(message.onlyFor).toBe(alice.account.id);
    expect(labelsOf(message)).not.toContain('Remove');
  });

  test('with "for" mention that person and ping nobody else', async () => {
    bot.assistant.reply = () => plainReply('answer', 'Hello @everyone and <@123456789012345678>');
    const message = await alice.slash('ask', { question: 'modbus', for: bob }).answer();
    expect(message.pinged).toEqual([bob.account.id]);
    expect(message.body.content).toBe(`<@${bob.account.id}>`);
  });

  test('with "for" and "private" say that nobody was mentioned', async () => {
    const message = await alice.slash('ask', { question: 'modbus', for: bob, private: true }).answer();
    expect(message.pinged).toEqual([]);
    expect(message.body.content).toContain('nobody was mentioned');
  });

  test('whose reply is for the asker alone are answered privately in a server and plainly in direct messages', async () => {
    bot.assistant.reply = () => sampleReply({ audience: 'asker' });
    expect(isHidden(await alice.slash('help').answer())).toBe(true);
    expect(isHidden(await alice.slash('help', {}, { direct: true }).answer())).toBe(false);
  });

  test('are not registered anew when nothing has changed', async () => {
    const puts = () => bot.server.world.requests.filter(({ method }) => method === 'PUT').length;
    expect(puts()).toBe(1);
    const { adapter } = await createSecondAdapter();
    await adapter.stop();
    expect(puts()).toBe(1);
    bot.server.world.commands = bot.server.world.commands.slice(1);
    const again = await createSecondAdapter();
    await again.adapter.stop();
    expect(puts()).toBe(2);
  });
});

describe('time', () => {
  test('an answer that is there in time is the acknowledgement', async () => {
    expect(await alice.slash('help').acknowledged()).toBe(4);
    await alice.slash('help').answer();
    expect(callbacks().map(({ status }) => status)).toEqual([204, 204]);
  });

  test('an answer that takes long is promised first, privately when it was asked for privately', async () => {
    const release = bot.assistant.hold();
    const slow = alice.slash('ask', { question: 'modbus', private: true }, { age: 1600 });
    expect(await slow.acknowledged()).toBe(5);
    release();
    const message = await slow.answer();
    expect(isHidden(message)).toBe(true);
    expect(embedOf(message)?.title).toBe('Modbus');
  });

  test('by itself, an answer is promised after a second and a half', async () => {
    const release = bot.assistant.hold();
    const slow = alice.slash('ask', { question: 'modbus', for: bob });
    expect(await slow.acknowledged()).toBe(5);
    release();
    expect((await slow.answer()).pinged).toEqual([bob.account.id]);
  });

  test('a slow reply for the asker alone never shows to others', async () => {
    const release = bot.assistant.hold(sampleReply({ audience: 'asker' }));
    const slow = alice.slash('help', {}, { age: 1600 });
    await slow.acknowledged();
    release();
    const message = await slow.followUp();
    expect(message.onlyFor).toBe(alice.account.id);
    expect(slow.interaction.original?.deleted).toBe(true);
  });

  test('an interaction that comes too late is let go, and the next is answered', async () => {
    alice.slash('help', {}, { age: 4000 });
    await bot.server.world.until('a refusal', () => callbacks().some(({ status }) => status === 404));
    expect(embedOf(await alice.slash('help').answer())?.title).toBe('Modbus');
  });
});

describe('autocomplete', () => {
  test('offers at most 25 values within Discord’s lengths, and never one that is cut', async () => {
    bot.assistant.suggestions = [
      { label: 'x'.repeat(300), value: 'long label' },
      { label: 'too long', value: 'y'.repeat(101) },
      ...Array.from({ length: 40 }, (_, index) => ({ label: `Note ${index}`, value: `note-${index}` })),
    ];
    const choices = await alice.type('ask', 'question', 'mod').choices();
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: `${'x'.repeat(99)}…`, value: 'long label' });
    expect(choices.map(({ name }) => name)).not.toContain('too long');
  });

  test('offers nothing rather than failing, and a late keystroke harms nothing', async () => {
    alice.type('ask', 'question', 'm', { age: 5000 });
    expect(await alice.type('ask', 'question', 'mo').choices()).toEqual([]);
    expect(bot.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

describe('messages', () => {
  test('that mention Otto are answered without pinging anybody', async () => {
    const question = alice.say(`<@${bot.server.world.bot.id}> which port does  modbus use?`);
    const reply = await alice.replyTo(question);
    expect(embedOf(reply)?.title).toBe('Modbus');
    expect(reply.pinged).toEqual([]);
    expect(bot.assistant.requests[0]?.input).toEqual({ type: 'question', text: 'which port does modbus use?' });
  });

  test('sent directly or in reply to Otto are answered', async () => {
    const first = await alice.replyTo(alice.whisper('what is modbus'));
    expect(first.channelId).not.toBe(bot.server.world.channelId);
    const second = await alice.replyTo(alice.say(`<@${bot.server.world.bot.id}> modbus`));
    expect(embedOf(await bob.replyTo(bob.say('and its port?', second)))?.title).toBe('Modbus');
    expect(bot.assistant.requests.map(({ place }) => place.kind)).toEqual(['private', 'group', 'group']);
  });

  test('among others are left alone', async () => {
    alice.say('what is modbus?');
    await alice.replyTo(alice.whisper('modbus'));
    expect(bot.assistant.requests).toHaveLength(1);
  });

  test('that come twice are answered once', async () => {
    const question = alice.whisper('modbus');
    await alice.replyTo(question);
    alice.repeat(question);
    await bot.server.world.until('a second request', () => bot.assistant.requests.length === 2);
    await alice.replyTo(alice.whisper('dnp3'));
    expect([...bot.server.world.messages.values()].filter(({ repliesTo }) => repliesTo === question.id)).toHaveLength(
      1,
    );
  });

  test('can be asked about from their menu, publicly; one without text is told so privately', async () => {
    const answer = await bob.useMessageMenu('Ask Otto about this', alice.say('what is modbus')).answer();
    expect(isHidden(answer)).toBe(false);
    expect(bot.assistant.requests[0]?.input).toEqual({ type: 'question', text: 'what is modbus' });
    const empty = await bob.useMessageMenu('Ask Otto about this', alice.say('<@123456789012345678>')).answer();
    expect(isHidden(empty)).toBe(true);
    expect(bot.assistant.requests).toHaveLength(1);
  });
});

describe('controls', () => {
  test('a related note takes the place of the asker’s answer', async () => {
    const answer = await alice.slash('ask', { question: 'modbus' }).answer();
    bot.assistant.reply = () => sampleReply({ title: 'DNP3' });
    const updated = await alice.press(answer, 'DNP3').update();
    expect(embedOf(updated)?.title).toBe('DNP3');
    expect(labelsOf(updated)).toContain('Remove');
    expect(bot.assistant.requests[1]?.input).toEqual({ type: 'action', action: { type: 'note', note: 'dnp3' } });
  });

  test('pressed by somebody else show the note to that person alone', async () => {
    const answer = await alice.replyTo(alice.say(`<@${bot.server.world.bot.id}> modbus`));
    const other = await bob.press(answer, 'DNP3').answer();
    expect(other.onlyFor).toBe(bob.account.id);
    expect(answer.edits).toBe(0);
    expect(embedOf(await bob.press(other, 'DNP3').update())?.title).toBe('Modbus');
  });

  test('choices stand in a menu, and picking one shows it in place', async () => {
    bot.assistant.reply = () =>
      plainReply('choices', 'Which one?', {
        buttons: ['modbus', 'dnp3'].map((note) => ({
          label: `About ${note}`,
          action: { type: 'note', note },
          role: 'choice',
        })),
      });
    const answer = await alice.replyTo(alice.whisper('protocol'));
    bot.assistant.reply = () => sampleReply({ title: 'DNP3' });
    expect(embedOf(await alice.choose(answer, 'About dnp3').update())?.title).toBe('DNP3');
  });

  test('a slow press is acknowledged and then shown in place', async () => {
    const answer = await alice.slash('help').answer();
    const release = bot.assistant.hold(sampleReply({ title: 'Slow' }));
    const press = alice.press(answer, 'More', { age: 1600 });
    expect(await press.acknowledged()).toBe(6);
    release();
    expect(embedOf(await press.update())?.title).toBe('Slow');
  });

  test('only the asker can remove an answer', async () => {
    const answer = await alice.slash('help').answer();
    expect((await bob.press(answer, 'Remove').answer()).body.content).toContain('Only the person who asked');
    expect(answer.deleted).toBe(false);
    alice.press(answer, 'Remove');
    await bot.server.world.until('the removal', () => answer.deleted);
  });

  test('from before an update say so', async () => {
    const answer = await alice.slash('help').answer();
    const told = await alice.pressRaw(answer, '0:note:modbus').answer();
    expect(told.body.content).toContain('ask me again');
    expect(isHidden(told)).toBe(true);
  });

  test('a long note is turned page by page', async () => {
    const long = Array.from({ length: 40 }, (_, index) => `Paragraph ${index}. ${'word '.repeat(60)}`);
    const body = long.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }) as const);
    const answer = await alice.slash('help').answer();
    bot.assistant.reply = () => sampleReply({ body });
    const first = await alice.press(answer, 'More').update();
    expect(embedOf(first)?.footer?.text).toContain('Page 1 of');
    expect(embedOf(first)?.description).toContain('Paragraph 0.');
    const second = await alice.press(first, 'Next page ▶').update();
    expect(embedOf(second)?.description).not.toContain('Paragraph 0.');
    expect(embedOf(second)?.description).toContain('**Caution:**');
  });
});

describe('when things go wrong', () => {
  test('a fault in one interaction is apologised for with an id that the log carries, and the bot goes on', async () => {
    bot.assistant.reply = () => Promise.reject(new Error('broken'));
    const apology = await alice.slash('help').answer();
    const [, id = 'none'] = /report it as (\w+)/.exec(apology.body.content ?? '') ?? [];
    expect(isHidden(apology)).toBe(true);
    expect(bot.log.join('')).toContain(id);
    const told = await alice.replyTo(alice.whisper('modbus'));
    expect(told.body.content).toContain('Something went wrong');
    bot.assistant.reply = () => sampleReply();
    expect(embedOf(await alice.slash('help').answer())?.title).toBe('Modbus');
  });

  test('too many requests are waited for and the answer comes once', async () => {
    bot.server.refuseNext({ method: 'POST', path: /\/messages$/, error: tooManyRequests(0.2) });
    const question = alice.whisper('modbus');
    expect(embedOf(await alice.replyTo(question))?.title).toBe('Modbus');
    expect(bot.server.world.requests.map(({ status }) => status)).toContain(429);
  });

  test('a channel in which the bot may not write is logged with what to do', async () => {
    const error = new ApiError(403, 50013, 'Missing Permissions');
    bot.server.refuseNext({ method: 'POST', path: /\/messages$/, error });
    alice.say(`<@${bot.server.world.bot.id}> modbus`);
    await bot.server.world.until('the refusal', () => bot.server.world.requests.some(({ status }) => status === 403));
    await alice.replyTo(alice.whisper('modbus'));
    expect(bot.log.join('')).toContain('Send Messages');
  });

  test('nothing that was said, no token and no unguarded mention gets out', async () => {
    bot.assistant.reply = () => plainReply('unknown', 'I know nothing about @everyone <@123456789012345678> xyzzy.');
    await alice.slash('ask', { question: 'xyzzy' }).answer();
    await alice.replyTo(alice.say(`<@${bot.server.world.bot.id}> xyzzy`));
    bot.server.refuseNext({ method: 'POST', path: /\/messages$/, error: new ApiError(500, 0, 'Internal') });
    await alice.replyTo(alice.whisper('xyzzy'));
    expect(bot.server.world.unguardedMentions).toEqual([]);
    expect([...bot.server.world.messages.values()].flatMap(({ pinged }) => pinged)).toEqual([]);
    expect(bot.log.join('')).not.toContain('xyzzy');
    expect(bot.log.join('')).not.toContain(bot.server.world.token);
    for (const { token } of bot.server.world.interactions.values()) expect(bot.log.join('')).not.toContain(token);
  });

  test('only the intents that are needed are asked for', () => {
    expect(bot.server.gateway.identified).toEqual([INTENT.guilds | INTENT.guildMessages | INTENT.directMessages]);
  });
});

test('Otto as a process answers from its notes and leaves in order when it is told to', async () => {
  const { server } = await createBot();
  const otto = await startOtto({ DISCORD_BOT_TOKEN: server.world.token, DISCORD_API_URL: server.apiUrl });
  try {
    await server.world.until('the commands', () => server.world.commands.length > 0);
    const carol = server.person('carol');
    const answer = await carol.slash('ask', { question: 'which port does modbus use' }).answer();
    expect(embedOf(answer)?.description).toContain('502');
    const choices = await carol.type('ask', 'question', 'modb').choices();
    expect(choices).toContainEqual({ name: 'Modbus', value: 'Modbus' });
  } finally {
    expect(await otto.stop()).toBe(0);
    await server.close();
  }
});
