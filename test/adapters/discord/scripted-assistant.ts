import type { Assistant } from '../../../src/assistant/assistant.ts';
import type { Command } from '../../../src/assistant/command.ts';
import { plainReply, type Reply } from '../../../src/assistant/reply.ts';
import type { Request } from '../../../src/assistant/request.ts';
import { NO_POLLS } from '../scripted-assistant.ts';

const REPLY: Reply = plainReply('answer', 'Modbus uses port 502.', {
  title: 'Modbus',
  fields: [{ name: 'Port', value: '502/tcp' }],
  caution: 'Never write to coils of a running process.',
  links: [{ title: 'Modbus Organization: specification', url: 'https://modbus.org/specs.php' }],
  buttons: [
    { label: 'More', action: { type: 'more', note: 'modbus' }, role: 'more' },
    { label: 'DNP3', action: { type: 'note', note: 'dnp3' }, role: 'related' },
  ],
  notes: [{ id: 'modbus', kind: 'protocol', title: 'Modbus', aliases: [] }],
  reviewed: '2026-11-22',
});

const COMMANDS: readonly Command[] = [
  {
    name: 'ask',
    description: 'Ask about IT and OT',
    arguments: [
      { name: 'style', description: 'How to answer', required: false, choices: ['short', 'long'] },
      { name: 'question', description: 'Your question', required: true, suggest: () => [] },
    ],
    run: () => REPLY,
  },
  { name: 'help', description: 'What Otto can do', arguments: [], run: () => REPLY },
];

/** An assistant whose replies a test decides, so that it shows what the adapter makes of them. */
export class ScriptedAssistant implements Assistant {
  readonly commands = COMMANDS;
  /** What was asked, in order. */
  readonly requests: Request[] = [];
  reply: (request: Request) => Reply | Promise<Reply> = () => REPLY;
  suggestions: readonly { readonly label: string; readonly value: string }[] = [];

  respond = async (request: Request): Promise<Reply> => {
    this.requests.push(request);
    return this.reply(request);
  };

  suggest = () => this.suggestions;

  find = () => [];

  readonly polls = NO_POLLS;

  readonly movePlace = (): Promise<void> => Promise.resolve();

  runDue = () => Promise.resolve();

  /** Makes the next replies wait until the returned function is called. */
  hold(reply: Reply = REPLY): () => void {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    this.reply = () => promise;
    return () => resolve(reply);
  }
}

/** The reply that a scripted assistant gives unless told otherwise, with the parts that differ. */
export function sampleReply(overrides: Partial<Reply> = {}): Reply {
  return { ...REPLY, ...overrides };
}
