import { html, raw } from 'hono/html';

/** HTML that is ready to be put into other HTML. */
export type Markup = ReturnType<typeof html>;

/** A page whose `main` is the picture: a plain frame in Otto's own colours, with the face's name on top. */
export async function layout(face: string, style: string, content: Markup | readonly Markup[]): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <style>
            ${raw(FRAME)}${raw(style)}
          </style>
        </head>
        <body>
          <main>
            <header><b>Otto</b> ${face}</header>
            <div class="content">${content}</div>
          </main>
        </body>
      </html>`,
  );
}

const FRAME = `
  * { box-sizing: border-box; }
  body { margin: 0; font: 16px/1.5 'Open Sans', 'Noto Sans', 'DejaVu Sans', sans-serif; }
  main { width: 780px; background: #eef1ee; color: #1a2422; }
  header { padding: 10px 20px; background: #0b5e5a; color: #fff; font-size: 15px; }
  header b { margin-right: 8px; }
  .content { padding: 20px; display: flex; flex-direction: column; gap: 12px; }
  p { margin: 0; }
`;
