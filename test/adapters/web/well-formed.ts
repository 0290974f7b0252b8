/** Elements that have no end tag (https://html.spec.whatwg.org/#void-elements), as far as the page uses them. */
const VOID = new Set(['meta', 'link', 'img', 'input']);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/y;
const TEXT = /(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+/y;

/**
 * What is wrong with a piece of HTML: a tag that closes nothing or is never closed, a bare `<` or `&`, an attribute
 * without quotes. `undefined` when all is well.
 */
export function htmlFault(html: string): string | undefined {
  const open: string[] = [];
  let at = 0;
  while (at < html.length) {
    if (html.startsWith('<!doctype html>', at)) {
      at += 15;
      continue;
    }
    TAG.lastIndex = TEXT.lastIndex = at;
    const tag = TAG.exec(html);
    const end = tag ? TAG.lastIndex : TEXT.test(html) ? TEXT.lastIndex : at;
    if (end === at) return `cannot read ${JSON.stringify(html.slice(at, at + 60))}`;
    const [, slash, name = ''] = tag ?? [];
    if (tag && slash === '/' && open.pop() !== name) return `</${name}> closes nothing at ${at}`;
    if (tag && slash === '' && !VOID.has(name)) open.push(name);
    at = end;
  }
  return open.length > 0 ? `<${open.join('> <')}> never closed` : undefined;
}
