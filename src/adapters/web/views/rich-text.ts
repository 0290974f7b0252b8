import { html } from 'hono/html';
import type { Block, Inline } from '../../../assistant/reply.ts';

/** A piece of escaped HTML. */
export type Markup = ReturnType<typeof html>;

/** Rich text as HTML; headings are of level 2, below the page's title. */
export function richText(blocks: readonly Block[]): readonly Markup[] {
  return blocks.map(renderBlock);
}

function renderBlock(block: Block): Markup {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${inlines(block.children)}</p>`;
    case 'heading':
      return html`<h2>${inlines(block.children)}</h2>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlines(item)}</li>`);
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'table':
      return renderTable(block);
    case 'code':
      // It may be wider than a phone; a scrolling region has to be reachable by keyboard.
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
  }
}

function renderTable({ header, rows }: Extract<Block, { type: 'table' }>): Markup {
  return html`<div class="table" role="region" aria-label="Table" tabindex="0">
    <table>
      <thead>
        <tr>
          ${header.map((cell) => html`<th scope="col">${inlines(cell)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = [], ...cells]) =>
            html`<tr>
              <th scope="row">${inlines(first)}</th>
              ${cells.map((cell) => html`<td>${inlines(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function inlines(children: readonly Inline[]): readonly Markup[] {
  return children.map((child) => {
    switch (child.type) {
      case 'text':
        return html`${child.text}`;
      case 'code':
        return html`<code>${child.text}</code>`;
      case 'strong':
        return html`<strong>${inlines(child.children)}</strong>`;
      case 'emphasis':
        return html`<em>${inlines(child.children)}</em>`;
      case 'link':
        return isWebAddress(child.url)
          ? html`<a href="${child.url}">${inlines(child.children)}</a>`
          : html`${inlines(child.children)}`;
    }
  });
}

/** Whether following it leads to a page; anything else, such as `javascript:`, stays text. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
