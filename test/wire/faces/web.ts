import type { Browser } from 'playwright-core';
import type { RunningOtto } from '../otto-process.ts';
import type { Face } from './face.ts';

/** The web page in a browser, one visitor asking through the search box. */
export async function webFace(browser: Browser, { address }: Pick<RunningOtto, 'address'>): Promise<Face> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  return {
    name: 'the web page',
    ask: async (question) => {
      await page.getByLabel('Your question').fill(question);
      await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Ask' }).click()]);
      const article = page.getByRole('article');
      return {
        text: await article.evaluate((element: HTMLElement) => {
          // Headings for screen readers alone are no part of what is seen.
          for (const unseen of element.querySelectorAll('.unseen')) unseen.remove();
          return [...element.children].map((part) => (part as HTMLElement).innerText).join('\n\n');
        }),
        sources: await article
          .locator('.sources a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
      };
    },
    close: () => context.close(),
  };
}
