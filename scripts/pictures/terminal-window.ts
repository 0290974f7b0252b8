import { html } from 'hono/html';
import { PassThrough } from 'node:stream';
import { runAsk } from '../../src/adapters/terminal/index.ts';
import { createOttoAssistant } from '../../src/app.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createLog } from '../../src/log.ts';
import { layout, type Markup } from './layout.ts';

const QUESTIONS = ['what is dnp3', 'what does SIS stand for'];

/** Columns of the terminal. */
const COLUMNS = 84;

/** Questions asked on a terminal with colour, laid out from what was written to it. */
export async function terminalWindow(knowledgeFolder: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const assistant = createOttoAssistant(await loadKnowledge(knowledgeFolder, today), createLog('error'));
  const parts: Markup[] = [];
  for (const question of QUESTIONS) {
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: COLUMNS });
    const input = new PassThrough();
    await runAsk({ assistant, question, json: false, input, output, environment: {}, folder: '.', now: () => 0 });
    output.end();
    const written = (await output.setEncoding('utf8').toArray()).join('');
    parts.push(
      html`<pre><b class="prompt">$ npm run --silent ask -- "${question}"</b>
${coloured(written)}</pre>`,
    );
  }
  return layout('in a terminal', STYLE, parts);
}

/** Select graphic rendition codes (ECMA-48, 8.3.117), as far as Otto uses them: what turns a style on, what turns it off. */
const STYLES: Readonly<Record<string, { readonly add?: string; readonly remove?: readonly string[] }>> = {
  1: { add: 'bold' },
  2: { add: 'dim' },
  3: { add: 'italic' },
  33: { add: 'yellow' },
  36: { add: 'cyan' },
  22: { remove: ['bold', 'dim'] },
  23: { remove: ['italic'] },
  39: { remove: ['yellow', 'cyan'] },
};

const ESCAPE = '\u001B';

/** Text with colour codes as HTML. */
function coloured(text: string): readonly Markup[] {
  const styles = new Set<string>();
  // With a group in the pattern, split gives text and codes in turn.
  return text.split(new RegExp(String.raw`${ESCAPE}\[([\d;]*)m`)).map((part, index) => {
    if (index % 2 === 0) return html`<span class="${[...styles].join(' ')}">${part}</span>`;
    for (const code of part.split(';')) {
      const { add, remove = [] } = STYLES[code] ?? {};
      if (add !== undefined) styles.add(add);
      for (const name of remove) styles.delete(name);
    }
    return html``;
  });
}

const STYLE = `
  .content { background: #10191a; color: #dbe5e2; gap: 20px; }
  pre { margin: 0; font: 14px/1.5 'DejaVu Sans Mono', monospace; white-space: pre; }
  .prompt { color: #fff; }
  .bold { font-weight: 700; }
  .dim { color: #93a5a1; }
  .italic { font-style: italic; }
  .yellow { color: #f0c060; }
  .cyan { color: #6fd6cb; }
`;
