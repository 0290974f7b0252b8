import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './browser-page.ts';
import { launchChromium } from './chromium.ts';
import { faintTexts } from './contrast.ts';
import { startOtto, type RunningOtto } from './otto-process.ts';

let otto: RunningOtto;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  [otto, browser] = await Promise.all([startOtto(), launchChromium()]);
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`The browser complained:\n${found.join('\n')}`);
});

afterAll(async () => {
  await browser.close();
  await otto.stop();
});

const open = (path: string, options?: BrowserContextOptions) =>
  openPage({ browser, address: otto.address, complaints }, path, options);

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const options = (page: Page) => page.getByRole('group').getByRole('button');

/** Starts a quiz by the form on the search page. */
async function startQuiz(count: number, contextOptions?: BrowserContextOptions): Promise<Page> {
  const page = await open('/', contextOptions);
  await page.getByLabel('How many questions').fill(String(count));
  await page.getByRole('button', { name: 'Start' }).click();
  await page.waitForURL('**/quiz/*');
  return page;
}

/** Presses a key where the focus is after a page was loaded. */
const press = (page: Page, key: string) => title(page).press(key);

interface OwnData {
  readonly answers: readonly { readonly option: number }[];
}

/** What the learner's own export holds. */
async function exported(page: Page): Promise<OwnData> {
  await page.goto('/?q=/export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download otto-data.json' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('otto-data.json');
  return JSON.parse(await readFile(await download.path(), 'utf8')) as OwnData; // as `ownData` writes it
}

describe.each([
  ['with a script', { javaScriptEnabled: true }],
  ['without one', { javaScriptEnabled: false }],
])('a quiz %s', (_name, contextOptions) => {
  it('goes to its result by clicks, and asks again what was missed', async () => {
    const page = await startQuiz(3, contextOptions);
    for (const number of [1, 2, 3]) {
      expect(await title(page).innerText()).toContain(`question ${number} of 3`);
      await options(page).first().click();
      await page.waitForURL(`**/quiz/*/${number}`);
      expect(await page.getByText('Right answer').or(page.getByText('Your answer, right')).count()).toBe(1);
      await page.getByRole('button', { name: number === 3 ? 'Result' : 'Next question' }).click();
      await page.waitForURL(/\/quiz\/\w+$/);
    }
    const result = await page.getByRole('article').innerText();
    const missed = 3 - Number(/(\d) of 3 right/.exec(result)?.[1]);
    if (missed > 0) {
      const before = page.url();
      await page.getByRole('button', { name: `Retry ${missed} missed` }).click();
      await page.waitForURL((url) => url.href !== before);
      expect(await title(page).innerText()).toContain(`question 1 of ${missed}`);
    } else expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect((await exported(page)).answers).toHaveLength(3);
  });

  it('counts a double click once, and a reload not at all', async () => {
    const page = await startQuiz(2, contextOptions);
    await options(page).nth(1).dblclick();
    await page.waitForURL('**/quiz/*/1');
    const verdict = await page.getByRole('article').innerText();
    await page.reload();
    expect(await page.getByRole('article').innerText()).toBe(verdict);
    const { answers } = await exported(page);
    expect(answers.map(({ option }) => option)).toEqual([1]);
  });

  it('shows where it is now when somebody goes back to a question that is answered', async () => {
    const page = await startQuiz(2, contextOptions);
    await options(page).first().click();
    await page.waitForURL('**/quiz/*/1');
    await page.goBack();
    expect(await title(page).innerText()).toContain('question 2 of 2');
  });

  it('is there again after reading a note', async () => {
    const page = await open('/', contextOptions);
    await page.getByLabel('What about').selectOption('protocols');
    await page.getByRole('button', { name: 'Start' }).click();
    await options(page).first().click();
    await page.waitForURL('**/quiz/*/1');
    const verdict = page.url();
    await page.getByRole('link', { name: /^Note: / }).click();
    await page.waitForURL('**/notes/*');
    await page.getByRole('link', { name: 'Back to the quiz' }).click();
    await page.waitForURL(verdict);
    expect(await title(page).innerText()).toMatch(/Right|Not quite/);
  });
});

describe('the keyboard', () => {
  it.each([
    ['b', 1],
    ['2', 1],
    ['A', 0],
  ])('answers by %s and goes on by Enter', async (key, option) => {
    const page = await startQuiz(2);
    await press(page, key);
    await page.waitForURL('**/quiz/*/1');
    await press(page, 'Enter');
    await page.waitForURL(/\/quiz\/\w+$/);
    expect(await title(page).innerText()).toContain('question 2 of 2');
    expect((await exported(page)).answers).toEqual([expect.objectContaining({ option })]);
  });

  it('types letters into the search box and answers nothing by them', async () => {
    const page = await startQuiz(2);
    await page.getByLabel('Your question').pressSequentially('ab1');
    expect(await page.getByLabel('Your question').inputValue()).toBe('ab1');
    expect(await title(page).innerText()).toContain('question 1 of 2');
  });

  it('has the focus on the question, and on the verdict once it is answered', async () => {
    const page = await startQuiz(2);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('question 1 of 2');
    await options(page).first().click();
    await page.waitForURL('**/quiz/*/1');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/Right|Not quite/);
  });

  it('starts a quiz from the search box, and asks for a press at the address of one', async () => {
    const page = await open('/');
    await page.getByLabel('Your question').fill('/quiz 2');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.waitForURL('**/quiz/*');
    await page.goto('/?q=/quiz+2');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/quiz/*');
    expect(await title(page).innerText()).toContain('question 1 of 2');
  });
});

it('an exam shows the time left, tells nothing on the way, and ends with a report by topic', async () => {
  const page = await open('/');
  await page.getByRole('button', { name: '/exam' }).click();
  await page.waitForURL('**/quiz/*');
  const clock = page.getByRole('timer');
  const shown = await clock.innerText();
  expect(shown).toMatch(/^2[45]:\d\d$/);
  await expect.poll(() => clock.innerText(), { timeout: 5000 }).not.toBe(shown);
  const total = Number(/of (\d+)/.exec(await title(page).innerText())?.[1]);
  for (let number = 1; number <= total; number += 1) {
    expect(await title(page).innerText()).toContain(`question ${number} of ${total}`);
    await Promise.all([page.waitForNavigation(), press(page, 'a')]);
  }
  expect(await title(page).innerText()).toMatch(/^Exam (not )?passed$/);
  expect(await page.getByRole('table').innerText()).toContain('Topic');
  expect((await exported(page)).answers).toHaveLength(total);
});

it('an exam tells that little time is left, and asks the server again when none is', async () => {
  const page = await open('/');
  await page.clock.install();
  await page.getByRole('button', { name: '/exam' }).click();
  await page.waitForURL('**/quiz/*');
  await page.clock.fastForward('20:01');
  await expect.poll(() => page.getByRole('status').textContent()).toBe('5 minutes left');
  const reloaded = page.waitForNavigation();
  await page.clock.fastForward('05:00');
  await reloaded;
  // Only the browser's clock was moved: the server, whose clock counts, goes on asking.
  expect(await title(page).innerText()).toContain('question 1 of');
});

describe('the learner', () => {
  it('is kept by the browser once a quiz is started, out of reach of scripts', async () => {
    const page = await open('/');
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('button', { name: '/exam' }).click();
    await page.waitForURL('**/quiz/*');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'otto_session', httpOnly: true, sameSite: 'Lax' });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(390 * 24 * 3600);
  });

  it('is forgotten with the cookie, after having been asked', async () => {
    const page = await startQuiz(1);
    await press(page, 'a');
    await page.waitForURL('**/quiz/*/1');
    await page.goto('/?q=/forget');
    await page.getByRole('button', { name: 'Yes, delete it all' }).click();
    await page.getByText('I know nothing about you any more').waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.goto('/?q=/progress');
    expect(await page.getByRole('article').innerText()).toContain('You haven’t answered anything yet');
  });

  it('is not pressed for by a page of another origin', async () => {
    const page = await startQuiz(1);
    await press(page, 'a');
    await page.waitForURL('**/quiz/*/1');
    const form = `<form action="${otto.address}/" method="post"><button name="a" value="1:f">Win</button></form>`;
    const other = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end(`<!doctype html><link rel="icon" href="data:,">${form}`);
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`); // it listens on TCP
    await page.getByRole('button', { name: 'Win' }).click();
    await page.getByText('did not come from one of my own pages').waitFor();
    other.close();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('403')]);
    expect((await exported(page)).answers).toHaveLength(1);
  });
});

it('its cards come as a file for Anki', async () => {
  const page = await startQuiz(1);
  await press(page, 'a');
  await page.waitForURL('**/quiz/*/1');
  await page.goto('/?q=/export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download otto-cards.txt' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('#separator:');
});

it.each(['/round', '/daily 09:00', '/remind 18:00'])('%s tells that it needs a chat', async (command) => {
  const page = await open('/');
  await page.getByLabel('Your question').fill(command);
  await page.getByRole('button', { name: 'Ask' }).click();
  expect(await page.getByRole('article').innerText()).toMatch(/Telegram|group/);
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('questions, verdicts, results and progress are readable, fit a phone and have names for every control', async () => {
    const page = await startQuiz(1, { colorScheme, viewport: { width: 360, height: 740 } });
    const check = async () => {
      expect(await faintTexts(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await title(page).count()).toBe(1);
    };
    await check();
    const name = await page.locator('legend').innerText();
    expect(await page.getByRole('group', { name }).count()).toBe(1);
    await press(page, 'a');
    await page.waitForURL('**/quiz/*/1');
    await check();
    await press(page, 'n');
    await page.waitForURL(/\/quiz\/\w+$/);
    await check();
    await page.goto('/?q=/progress');
    await check();
    const picture = page.locator('img.picture');
    if ((await picture.count()) > 0) {
      expect(await picture.getAttribute('alt')).not.toBe('');
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    }
    await page.goto('/?q=/forget');
    await check();
  });
});
