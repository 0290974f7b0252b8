import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { spawnOtto } from '../otto-process.ts';
import type { Face } from './face.ts';

/** `ask --json`: one conversation, one JSON object a line. */
export function jsonFace(): Face {
  const { write, next, close } = talk(['ask', '--json']);
  return {
    name: 'ask --json',
    ask: async (question) => {
      write(JSON.stringify({ question, conversation: 'a' }));
      const answer: unknown = JSON.parse(await next());
      const { text, links } = answer as { text: string; links: readonly { url: string }[] }; // docs/api.md tells the form
      return { text, sources: links.map(({ url }) => url) };
    },
    close,
  };
}

/** A command that Otto does not have: its answer ends the one before, because plain text has no mark for that. */
const END = { asked: '/no_more', answered: 'I have no command "no_more".' };

/** `ask` with questions from a pipe: plain text. */
export function plainTextFace(): Face {
  const { write, next, close } = talk(['ask']);
  return {
    name: 'ask in a pipe',
    ask: async (question) => {
      write(question);
      write(END.asked);
      const lines: string[] = [];
      for (let line = await next(); !line.startsWith(END.answered); line = await next()) lines.push(line);
      return {
        text: lines.join('\n').trim(),
        sources: lines.filter((line) => line.startsWith('  https://')).map((line) => line.trim()),
      };
    },
    close,
  };
}

/** A child process that is written to and read from by lines. */
function talk(args: readonly string[]) {
  const otto = spawnOtto(args);
  const closed = once(otto, 'close');
  const lines = createInterface({ input: otto.stdout })[Symbol.asyncIterator]();
  return {
    write: (line: string) => otto.stdin.write(`${line}\n`),
    next: async (): Promise<string> => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`"${args.join(' ')}" ended before it had answered.`);
      return value;
    },
    close: async () => {
      otto.stdin.end();
      await closed;
    },
  };
}
