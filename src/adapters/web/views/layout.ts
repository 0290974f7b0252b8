import { html } from 'hono/html';
import { PARAMETERS } from '../asked.ts';
import type { Assets } from '../assets.ts';
import { WEB_LIMITS } from '../limits.ts';
import type { Markup } from './rich-text.ts';

/** What every page has. */
export interface PageParts {
  readonly title: string;
  /** What stands in the search box. */
  readonly question: string;
  /** The page that opens on an empty search box, with the cursor in it and nothing asked yet. */
  readonly isHome: boolean;
  readonly assets: Assets;
  readonly main: Markup;
}

/** The page around its content: search box on top, works without a script. */
export function layout({ title, question, isHome, assets, main }: PageParts): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="description"
          content="Otto answers questions on OT security from short notes with sources: protocols, incidents, components, standards."
        />
        <title>${title}</title>
        <link rel="icon" href="${assets['icon.svg'].url}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets['style.css'].url}" />
        <script src="${assets['suggest.js'].url}" defer></script>
        <script src="${assets['quiz.js'].url}" defer></script>
      </head>
      <body class="${isHome ? 'home' : 'reading'}">
        <a class="skip" href="#main">Skip to the ${isHome ? 'examples' : 'answer'}</a>
        <header class="top">
          <div class="column">
            <a class="brand" href="/">
              <img src="${assets['icon.svg'].url}" alt="" width="32" height="32" />
              <span>Otto</span>
            </a>
            ${
              isHome
                ? html`<h1>Ask about IT and OT security</h1>
                    <p class="tagline">
                      Short answers from notes that people have checked, each with its sources. What Otto does not know,
                      it says.
                    </p>`
                : ''
            }
            ${searchForm(question, isHome)}
          </div>
        </header>
        <main id="main" class="column" tabindex="-1">${main}</main>
        <footer class="bottom">
          <div class="column">
            <p>Every sentence stands in a note that a person wrote and checked. No language model.</p>
          </div>
        </footer>
      </body>
    </html>`;
}

function searchForm(question: string, isHome: boolean): Markup {
  return html`<form class="search" action="/" method="get" role="search">
    <label for="question">Your question</label>
    <div class="box" data-suggest="/api/suggest">
      <input
        id="question"
        name="${PARAMETERS.question}"
        type="search"
        value="${question}"
        placeholder="${isHome ? 'Which port does Modbus use?' : 'Ask something else'}"
        maxlength="${WEB_LIMITS.questionLength}"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        aria-keyshortcuts="/"
        required
        ${isHome ? html`autofocus` : ''}
      />
      <button type="submit">Ask</button>
    </div>
  </form>`;
}
