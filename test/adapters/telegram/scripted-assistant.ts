import type { Assistant } from '../../../src/assistant/assistant.ts';
import type { Command } from '../../../src/assistant/command.ts';
import { plainReply, type Reply } from '../../../src/assistant/reply.ts';
import type { Request } from '../../../src/assistant/request.ts';
import { NO_POLLS } from '../scripted-assistant.ts';

const NOTE = { id: 'modbus', kind: 'protocol', title: 'Modbus', aliases: [] } as const;

/** A reply with a bit of everything. */
export const MODBUS_REPLY: Reply = plainReply('answer', 'Modbus uses TCP port 502 & <nothing> else.', {
  title: 'Modbus',
  fields: [{ name: 'Ports', value: '502/tcp' }],
  caution: 'Do not scan a running plant.',
  links: [{ title: 'Modbus "spec"', url: 'https://modbus.org/specs.php?a=1&b=2' }],
  buttons: [
    { label: 'More', action: { type: 'more', note: 'modbus' }, role: 'more' },
    { label: 'DNP3', action: { type: 'note', note: 'dnp3' }, role: 'related' },
  ],
  notes: [NOTE],
  reviewed: '2026-11-22',
});

/** A reply that takes more than two messages on Telegram. */
export const LONG_REPLY: Reply = {
  ...MODBUS_REPLY,
  body: Array.from({ length: 30 }, (_, index) => ({
    type: 'paragraph',
    children: [
      {
        type: 'strong',
        children: [{ type: 'text', text: `Paragraph ${index}. ${'Some <words> & more. '.repeat(15)}` }],
      },
    ],
  })),
  buttons: [{ label: 'Back', action: { type: 'note', note: 'modbus' }, role: 'navigation' }],
};

const command = (name: string, argument?: string): Command => ({
  name,
  description: `What ${name} does`,
  arguments: argument === undefined ? [] : [{ name: argument, description: argument, required: true }],
  run: () => plainReply('answer', name),
});

/** An assistant that answers by a script and remembers what it was asked. */
export class ScriptedAssistant implements Assistant {
  readonly commands: readonly Command[] = [command('ask', 'question'), command('help'), command('topics')];
  readonly requests: Request[] = [];
  /** Answers questions; may be replaced by a test. */
  onQuestion: (text: string) => Reply | Promise<Reply> = (text) => plainReply('answer', `You asked: ${text}`);
  /** Offers results; may be replaced by a test. */
  find: Assistant['find'] = (typed, limit) =>
    'modbus'.startsWith(typed.toLowerCase())
      ? [{ id: 'modbus', title: 'Modbus', description: 'A protocol of 1979', reply: MODBUS_REPLY }].slice(0, limit)
      : [];

  readonly respond = async (request: Request): Promise<Reply> => {
    this.requests.push(request);
    const { input } = request;
    switch (input.type) {
      case 'question':
        return this.onQuestion(input.text);
      case 'command':
        return plainReply('answer', `Command ${input.name} with ${JSON.stringify(input.values)}`);
      case 'action':
        if (input.action.type === 'more') return LONG_REPLY;
        if (input.action.type === 'note' && input.action.note === 'modbus') return MODBUS_REPLY;
        return plainReply('answer', `Action ${JSON.stringify(input.action)}`);
    }
  };

  readonly suggest = () => [];

  readonly polls = NO_POLLS;

  /** Places that were given another id, as `from to`. */
  readonly moves: string[] = [];

  readonly movePlace = (_platform: string, from: string, to: string): Promise<void> => {
    this.moves.push(`${from} ${to}`);
    return Promise.resolve();
  };

  readonly runDue = () => Promise.resolve();
}
