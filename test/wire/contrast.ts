import type { Page } from 'playwright-core';

/** A text on the page that stands out too little from what is behind it. */
export interface FaintText {
  readonly text: string;
  readonly ratio: number;
}

/** Least ratio for text of normal size (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
const LEAST_RATIO = 4.5;

/** Every text on the page whose contrast is below level AA. */
export async function faintTexts(page: Page): Promise<readonly FaintText[]> {
  const ratios = await page.evaluate(measure);
  return ratios.filter(({ ratio }) => ratio < LEAST_RATIO);
}

// Runs within the page, so everything that it needs stands inside it.
function measure(): { readonly text: string; readonly ratio: number }[] {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- see above
  const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = parse(color)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return parse(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
  };
  const found: { readonly text: string; readonly ratio: number }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim();
    if (!element || !text || element.clientWidth === 1) continue;
    const [low = 0, high = 0] = [luminance(getComputedStyle(element).color), luminance(behind(element))].toSorted(
      (a, b) => a - b,
    );
    found.push({ text, ratio: (high + 0.05) / (low + 0.05) });
  }
  return found;
}
