import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Where pages are opened. */
export interface Site {
  readonly browser: Browser;
  readonly address: string;
  /** Gets what the browser complains of: script errors, things that the content security policy blocked. */
  readonly complaints: string[];
}

/** Opens a page in a browser of its own, without cookies. */
export async function openPage(
  { browser, address, complaints }: Site,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(path);
  return page;
}
