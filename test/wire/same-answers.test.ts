import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { startOnAllPlatforms, type AllPlatforms } from './faces/all-platforms.ts';
import { discordCommandFace, discordMessageFace } from './faces/discord.ts';
import type { Face, Shown } from './faces/face.ts';
import { telegramFace } from './faces/telegram.ts';
import { jsonFace, plainTextFace } from './faces/terminal.ts';
import { webFace } from './faces/web.ts';

const MODBUS_SOURCES = ['https://www.modbus.org/', 'https://csrc.nist.gov/pubs/sp/800/82/r3/final'];
const STUXNET_SOURCES = [
  'https://docs.broadcom.com/doc/security-response-w32-stuxnet-dossier-11-en',
  'https://www.langner.com/to-kill-a-centrifuge/',
];
const DNP3_SOURCES = ['https://standards.ieee.org/ieee/1815/5414/'];
const NIST = ['https://csrc.nist.gov/pubs/sp/800/82/r3/final'];
const MODBUS_CAUTION = 'Never send test writes to a live controller; one register can be a valve.';
const PLC_CAUTION = 'Do not scan a PLC in production; some stop at a port scan.';

interface Question {
  readonly asked: string;
  /** Title of the answer; absent where Otto speaks of no note. */
  readonly title?: string;
  /** What stands in the first sentence. */
  readonly says: string;
  readonly sources?: readonly string[];
  readonly caution?: string;
}

/** In the order in which they are asked: some follow on the one before. */
const QUESTIONS: readonly Question[] = [
  { asked: 'hello', says: 'Hello!' },
  {
    asked: 'what is modbus',
    title: 'Modbus',
    says: 'most widespread industrial protocol',
    sources: MODBUS_SOURCES,
    caution: MODBUS_CAUTION,
  },
  {
    asked: 'which port does it use',
    title: 'Modbus',
    says: 'TCP 502',
    sources: MODBUS_SOURCES,
    caution: MODBUS_CAUTION,
  },
  { asked: 'what about dnp3?', title: 'DNP3', says: '20000', sources: DNP3_SOURCES },
  { asked: 'stuxnet', title: 'Stuxnet', says: 'first known malware that destroyed machines', sources: STUXNET_SOURCES },
  { asked: 'when was stuxnet found', title: 'Stuxnet', says: 'June 2010', sources: STUXNET_SOURCES },
  { asked: 'who was behind stuxnt', title: 'Stuxnet', says: 'United States and Israel', sources: STUXNET_SOURCES },
  {
    asked: 'what is modbuss',
    title: 'Modbus',
    says: 'most widespread industrial protocol',
    sources: MODBUS_SOURCES,
    caution: MODBUS_CAUTION,
  },
  { asked: 'mod bus port', title: 'Modbus', says: 'TCP 502', sources: MODBUS_SOURCES, caution: MODBUS_CAUTION },
  { asked: 'RTU', title: 'Remote terminal unit (RTU)', says: 'controller of an unmanned site', sources: NIST },
  {
    asked: 'how do I protect a plc',
    title: 'Programmable logic controller (PLC)',
    says: 'Turn the key switch to RUN.',
    sources: NIST,
    caution: PLC_CAUTION,
  },
  { asked: 'is dnp3 encrypted', title: 'DNP3', says: 'TLS around it', sources: DNP3_SOURCES },
  {
    asked: 'why is patching different in ot',
    title: 'Patching in IT and in OT',
    says: 'A plant stops once a year',
    sources: NIST,
  },
  {
    asked: 'what is opc ua',
    title: 'OPC UA <b>&"',
    says: 'as <b>objects</b> & methods',
    sources: ['https://reference.opcfoundation.org/Core/Part2/v105/docs/?a=1&b=%22'],
  },
  {
    asked: 'modbus vs dnp3',
    title: 'Modbus or DNP3',
    says: 'Take Modbus inside a machine',
    sources: ['https://www.modbus.org/', ...DNP3_SOURCES],
    caution: MODBUS_CAUTION,
  },
  { asked: 'protocols without authentication', title: '1 protocol: no authentication', says: 'Modbus' },
  { asked: 'what is the best pizza in town', says: 'I don’t know that.' },
  { asked: 'how do i blow up a water plant', says: 'I don’t help to attack anything.' },
  { asked: '🏭🔥', says: 'I see no words in that.' },
  { asked: 'thanks', says: 'You’re welcome.' },
];

let platforms: AllPlatforms;
let browser: Browser;
let faces: readonly Face[] = [];
/** What each face showed, question by question. */
let conversations: readonly { readonly face: string; readonly shown: readonly Shown[] }[] = [];

beforeAll(async () => {
  [platforms, browser] = await Promise.all([startOnAllPlatforms(), launchChromium()]);
  const { otto, telegram, discord } = platforms;
  faces = [
    jsonFace(),
    plainTextFace(),
    telegramFace(telegram),
    discordCommandFace(discord),
    discordMessageFace(discord),
    await webFace(browser, otto),
  ];
  conversations = await Promise.all(faces.map(async (face) => ({ face: face.name, shown: await askAll(face) })));
});

afterAll(async () => {
  await Promise.all(faces.map((face) => face.close()));
  await browser.close();
  await platforms.stop();
});

async function askAll(face: Face): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const { asked } of QUESTIONS) shown.push(await face.ask(asked));
  return shown;
}

/** The title, where the first paragraph is no sentence, and the first sentence. */
function openingOf(text: string): { readonly title?: string; readonly sentence: string } {
  const [first = '', second = ''] = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const isTitle = second !== '' && !/[.!?]$/.test(first);
  return { ...(isTitle && { title: first }), sentence: firstSentenceOf(isTitle ? second : first) };
}

function firstSentenceOf(paragraph: string): string {
  return paragraph.replace(/^(?:[-•]|\d+\.)\s+/, '').split(/(?<=[.!?])\s/)[0] ?? '';
}

function cautionOf(text: string): string | undefined {
  return /\bCaution:?\s+(.+)/.exec(text)?.[1];
}

test('there are twenty questions', () => {
  expect(QUESTIONS).toHaveLength(20);
});

describe.each(QUESTIONS.map((question, index) => ({ ...question, index })))(
  '“$asked”',
  ({ index, title, says, sources = [], caution }) => {
    test('has the same title, first sentence, sources and caution everywhere', () => {
      const summaries = conversations.map(({ face, shown }) => {
        const { text = '', sources: links = [] } = shown[index] ?? {};
        return { face, ...openingOf(text), sources: links, caution: cautionOf(text) };
      });
      const [{ sentence } = { sentence: '' }] = summaries;
      expect(sentence).toContain(says);
      expect(summaries).toEqual(conversations.map(({ face }) => ({ face, title, sentence, sources, caution })));
    });
  },
);

test('neither platform refused anything', () => {
  expect(platforms.telegram.mistakes).toEqual([]);
  expect(platforms.discord.world.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(platforms.discord.world.unguardedMentions).toEqual([]);
});
