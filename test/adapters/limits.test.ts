import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { toJson } from '../../src/adapters/answer-json.ts';
import { DISCORD_LIMITS, renderDiscord } from '../../src/adapters/discord/index.ts';
import { PLAIN } from '../../src/adapters/plain-text.ts';
import { renderTelegram, TELEGRAM_LIMITS } from '../../src/adapters/telegram/index.ts';
import { renderTurn } from '../../src/adapters/terminal/render-turn.ts';
import { toLine } from '../../src/adapters/terminal/json-lines.ts';
import { WEB_LIMITS } from '../../src/adapters/web/limits.ts';
import { answer } from '../../src/adapters/web/views/answer.ts';
import { displayWidth } from '../../src/adapters/wrap-text.ts';
import type { Block, Inline, Reply } from '../../src/assistant/reply.ts';
import type { Input } from '../../src/assistant/request.ts';
import { fixtureKnowledge, testAssistant } from '../fixtures/assistant.ts';
import { interactionMessage } from '../wire/discord-server/message-rules.ts';
import { messageText } from '../wire/telegram-server/message-text.ts';
import { inlineKeyboard } from '../wire/telegram-server/reply-markup.ts';
import { anyReply } from './arbitrary-reply.ts';
import { htmlFault } from './web/well-formed.ts';

/** Something that a platform counts, and the most it takes. */
interface Measure {
  readonly what: string;
  readonly size: number;
  readonly limit: number;
}

/** A reply as a platform would show it. */
interface Rendering {
  readonly measures: readonly Measure[];
  /** What a person reads of it, markup and all. */
  readonly text: string;
  /** Why the platform would refuse it, apart from sizes. */
  readonly refusal?: unknown;
}

/** Width of the terminal. */
const COLUMNS = 80;

/** Every adapter with its renderer, what its platform counts and the limits that it sets. */
const ADAPTERS: readonly {
  readonly name: string;
  readonly render: (reply: Reply) => Rendering | Promise<Rendering>;
}[] = [
  {
    name: 'Telegram',
    render: (reply) => {
      const messages = renderTelegram(reply);
      const seen = messages.map(({ html }) => messageText(html, 'HTML').text);
      const buttons = messages.flatMap(({ keyboard }) => inlineKeyboard({ inline_keyboard: keyboard }).flat());
      return {
        text: seen.join('\n'),
        measures: [
          ...seen.map(({ length }) => ({ what: 'message', size: length, limit: TELEGRAM_LIMITS.textLength })),
          { what: 'buttons', size: buttons.length, limit: TELEGRAM_LIMITS.buttons },
          ...buttons.flatMap(({ text, callback_data = '' }) => [
            { what: 'label', size: text.length, limit: TELEGRAM_LIMITS.buttonLabel },
            { what: 'callback data', size: Buffer.byteLength(callback_data), limit: TELEGRAM_LIMITS.callbackData },
          ]),
        ],
      };
    },
  },
  {
    name: 'Discord',
    render: (reply) => {
      const { files = [], ...message } = renderDiscord(reply);
      const [embed = {}] = message.embeds;
      const { title = '', description = '', fields = [], footer = { text: '' } } = embed;
      const controls = message.components.flatMap(({ components }) => components);
      const texts = [title, description, footer.text, ...fields.flatMap(({ name, value }) => [name, value])];
      return {
        text: texts.join('\n'),
        refusal: interactionMessage.safeParse(message).error,
        measures: [
          { what: 'title', size: title.length, limit: DISCORD_LIMITS.embedTitle },
          { what: 'description', size: description.length, limit: DISCORD_LIMITS.embedDescription },
          { what: 'fields', size: fields.length, limit: DISCORD_LIMITS.embedFields },
          ...fields.map(({ name }) => ({ what: 'name', size: name.length, limit: DISCORD_LIMITS.embedFieldName })),
          ...fields.map(({ value }) => ({ what: 'value', size: value.length, limit: DISCORD_LIMITS.embedFieldValue })),
          { what: 'embed', size: texts.join('').length, limit: DISCORD_LIMITS.embedTotal },
          { what: 'files', size: files.length, limit: 10 },
          ...files.map((file) => ({
            what: 'file',
            size: file.description?.length ?? 0,
            limit: DISCORD_LIMITS.fileDescription,
          })),
          { what: 'rows', size: message.components.length, limit: DISCORD_LIMITS.rows },
          ...controls.map((each) => ({ what: 'id', size: each.custom_id.length, limit: DISCORD_LIMITS.customId })),
        ],
      };
    },
  },
  {
    name: 'the web page',
    render: async (reply) => {
      const html = String(await answer(reply, 'a question'));
      // What the page offers, it must take back when it is pressed.
      const addresses = [...html.matchAll(/href="(\/[^"]*)"/g)].map(
        ([, address = '']) => new URL(address, 'http://otto'),
      );
      return {
        text: html,
        refusal: htmlFault(html),
        measures: addresses
          .flatMap(({ searchParams }) => [...searchParams.values()])
          .map(({ length }) => ({ what: 'parameter', size: length, limit: WEB_LIMITS.questionLength })),
      };
    },
  },
  {
    name: 'the terminal',
    render: (reply) => {
      const text = renderTurn(reply, { ...PLAIN, columns: COLUMNS });
      // A terminal shows lines of any length; what can harm it are signs that steer it.
      return { text, measures: [], refusal: /(?!\n)\p{Cc}/u.exec(text)?.[0] };
    },
  },
  {
    name: 'a line of JSON',
    render: (reply) => {
      const line = toLine(toJson('a question', reply, 1));
      return {
        text: (JSON.parse(line) as { text: string }).text, // toJson made it
        refusal: /[\n\r\u0085\u2028\u2029]/.exec(line)?.[0],
        measures: [],
      };
    },
  },
];

/** Why the platform would not take a rendering; empty when it would. */
function faultsOf({ refusal, measures }: Rendering): readonly unknown[] {
  return [...(refusal === undefined ? [] : [refusal]), ...measures.filter(({ size, limit }) => size > limit)];
}

const QUESTIONS = [
  'what is modbus',
  'what is opc ua',
  'which port does dnp3 use',
  'modbus vs dnp3',
  'plc or rtu',
  'protocols without authentication',
  'port 20000',
  'what does PLC stand for',
  'what is the best pizza in town',
  'hello',
];

/** What Otto really says: answers, every note as a whole, lists, the commands' replies. */
let realReplies: readonly Reply[] = [];

beforeAll(async () => {
  const knowledge = await fixtureKnowledge();
  const { assistant, say } = testAssistant(knowledge);
  const inputs: readonly (string | Input)[] = [
    ...QUESTIONS,
    ...[...knowledge.notes.keys()].map((note) => ({ type: 'action', action: { type: 'more', note } }) as const),
    ...assistant.commands.map(({ name }) => ({ type: 'command', name, values: {} }) as const),
    { type: 'action', action: { type: 'list', query: { kind: 'protocol' }, page: 0 } },
  ];
  realReplies = await Promise.all(inputs.map((input) => say(input)));
});

/** A reply whose texts are many times as long. */
function grown(reply: Reply, times: number): Reply {
  const long = (text: string) => `${text} `.repeat(times);
  const inline = (child: Inline): Inline => ('text' in child ? { ...child, text: long(child.text) } : child);
  const block = (each: Block): Block => {
    if (each.type === 'code') return { ...each, text: long(each.text) };
    if (each.type === 'list') return { ...each, items: each.items.map((item) => item.map(inline)) };
    if (each.type === 'table') return { ...each, rows: each.rows.map((row) => row.map((cell) => cell.map(inline))) };
    return { ...each, children: each.children.map(inline) };
  };
  return {
    ...reply,
    body: reply.body.map(block),
    fields: reply.fields.map(({ name, value }) => ({ name: long(name), value: long(value) })),
    links: reply.links.map(({ title, url }) => ({ title: long(title), url })),
    buttons: reply.buttons.map((button) => ({ ...button, label: long(button.label) })),
    ...(reply.title !== undefined && { title: long(reply.title) }),
  };
}

describe.each(ADAPTERS)('on $name', ({ render }) => {
  test('everything that Otto really says is taken, with its caution', async () => {
    expect(realReplies.length).toBeGreaterThan(20);
    for (const reply of realReplies) {
      const rendering = await render(reply);
      expect(faultsOf(rendering)).toEqual([]);
      const words = reply.caution?.split(/[^\w]+/).join('.*');
      if (words !== undefined) expect(rendering.text).toMatch(new RegExp(words, 's'));
    }
  });

  test('whatever a reply contains is taken', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, async (reply) => {
        expect(faultsOf(await render(reply))).toEqual([]);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test('however long its parts are', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, fc.integer({ min: 2, max: 300 }), async (reply, times) => {
        expect(faultsOf(await render(grown(reply, times)))).toEqual([]);
      }),
      { seed: 8, numRuns: 60 },
    );
  });
});

test('on a terminal, what Otto really says keeps to its columns, except for words that are longer', () => {
  const lines = realReplies.flatMap((reply) => renderTurn(reply, { ...PLAIN, columns: COLUMNS }).split('\n'));
  expect(lines.filter((line) => displayWidth(line) > COLUMNS && line.trim().includes(' '))).toEqual([]);
});
