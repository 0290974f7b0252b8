import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './browser-page.ts';
import { launchChromium } from './chromium.ts';
import { faintTexts } from './contrast.ts';
import { runOtto, startOtto, type RunningOtto } from './otto-process.ts';

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

const box = (page: Page) => page.getByLabel('Your question');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

describe.each([
  ['with a script', { javaScriptEnabled: true }],
  ['without one', { javaScriptEnabled: false }],
])('the page %s', (_name, options) => {
  it('answers a question with facts, caution and sources', async () => {
    const page = await open('/', options);
    await box(page).fill('what is modbus');
    await page.getByRole('button', { name: 'Ask' }).click();
    await title(page).filter({ hasText: 'Modbus' }).waitFor();
    expect(await box(page).inputValue()).toBe('what is modbus');
    expect(await page.getByRole('note').innerText()).toContain('Never send test writes');
    const source = page.getByRole('link', { name: 'Modbus Organization: Modbus application protocol' });
    expect(await source.getAttribute('href')).toBe('https://www.modbus.org/');
  });

  it('leads from an answer to the whole note and on to a related one', async () => {
    const page = await open('/?q=what+is+modbus', options);
    await page.getByRole('link', { name: 'More' }).click();
    await page.waitForURL('**/notes/modbus');
    await page.getByRole('heading', { level: 2, name: 'How to protect it' }).waitFor();
    await page.getByRole('link', { name: 'DNP3', exact: true }).click();
    await page.waitForURL('**/notes/dnp3');
    expect(await title(page).innerText()).toBe('DNP3');
  });

  it('understands a question that follows on', async () => {
    const page = await open('/?q=what+is+dnp3', options);
    await box(page).fill('which port does it use');
    await box(page).press('Enter');
    await page.waitForURL('**/?q=which*');
    expect(await page.getByRole('article').innerText()).toContain('20000');
  });

  it('offers the commands on its front', async () => {
    const page = await open('/', options);
    await page.getByRole('link', { name: '/help' }).click();
    await page.waitForURL('**/?q=*help');
    expect(await page.getByRole('article').innerText()).toContain('/ask');
  });
});

describe('a deep link', () => {
  it('shows text with markup signs as it was written', async () => {
    const page = await open('/notes/opc-ua');
    expect(await title(page).innerText()).toBe('OPC UA <b>&"');
    expect(await page.locator('pre').innerText()).toBe('if (a < b && c > d) { print("<b>&amp;</b>"); }');
  });

  it('to a note that is not there says so', async () => {
    const context = await browser.newContext({ baseURL: otto.address });
    const page = await context.newPage();
    const response = await page.goto('/notes/no-such-note');
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('article').innerText()).toContain('no note with that name');
  });
});

describe('the keyboard', () => {
  it('reaches the answer first by the skip link', async () => {
    const page = await open('/?q=what+is+modbus');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the answer');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');
  });

  it('jumps to the search box by the slash key, and types a slash there', async () => {
    const page = await open('/?q=what+is+modbus');
    await page.keyboard.press('/');
    await page.keyboard.type('/help');
    expect(await box(page).inputValue()).toBe('/help');
  });

  it('picks a suggestion and is told of it', async () => {
    const page = await open('/');
    const combobox = page.getByRole('combobox', { name: 'Your question' });
    await combobox.pressSequentially('modb');
    await page.getByRole('option', { name: 'Modbus' }).waitFor();
    expect(await combobox.getAttribute('aria-expanded')).toBe('true');
    await combobox.press('ArrowDown');
    const active = await combobox.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).innerText()).toBe('Modbus');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await combobox.press('Enter');
    await page.waitForURL('**/?q=Modbus');
    expect(await title(page).innerText()).toBe('Modbus');
  });

  it('closes the suggestions and keeps what was typed', async () => {
    const page = await open('/');
    await box(page).pressSequentially('modb');
    await page.getByRole('listbox').waitFor();
    await box(page).press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    expect(await box(page).inputValue()).toBe('modb');
  });
});

it('takes a suggestion by pointer', async () => {
  const page = await open('/');
  await box(page).pressSequentially('modb');
  await page.getByRole('option', { name: 'Modbus' }).click();
  await page.waitForURL('**/?q=Modbus');
  expect(await title(page).innerText()).toBe('Modbus');
});

const PATHS = [
  '/',
  '/?q=what+is+modbus',
  '/?q=modbus+vs+dnp3',
  '/?q=/help',
  '/?q=best+pizza',
  '/notes/opc-ua',
  '/notes/purdue-model',
];

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each(PATHS)('%s is readable and fits a phone', async (path) => {
    const page = await open(path, { colorScheme, viewport: { width: 360, height: 740 } });
    expect(await faintTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

it.each(PATHS)('%s has its landmarks, one main heading and a name for every control', async (path) => {
  const page = await open(path);
  for (const role of ['banner', 'search', 'main', 'contentinfo'] as const)
    expect(await page.getByRole(role).count()).toBe(1);
  expect(await title(page).count()).toBe(1);
  const nameless = await page
    .locator('input:not([type=hidden]), select, button, a')
    .evaluateAll((controls) =>
      controls.filter(
        (each) => !('labels' in each && (each.labels as NodeList | null)?.length) && !each.textContent?.trim(),
      ),
    );
  expect(nameless).toEqual([]);
});

it('loads nothing from elsewhere', async () => {
  const context = await browser.newContext({ baseURL: otto.address });
  const page = await context.newPage();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('/?q=what+is+modbus');
  await page.waitForLoadState('networkidle');
  expect(addresses.filter((address) => !address.startsWith(otto.address))).toEqual([]);
});

it('prints the answer without the search box, with the addresses of its sources', async () => {
  const page = await open('/notes/modbus');
  await page.emulateMedia({ media: 'print' });
  expect(await box(page).isVisible()).toBe(false);
  expect(await page.getByRole('note').isVisible()).toBe(true);
  const source = page.getByRole('link', { name: 'Modbus Organization: Modbus application protocol' });
  expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    'https://www.modbus.org/',
  );
});

describe('the process', () => {
  it('tells which port is taken and what to set', async () => {
    const { port } = new URL(otto.address);
    const { status, stderr } = await runOtto(['start'], '', { PORT: port });
    expect(status).toBe(1);
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(stderr).toContain('Set PORT to another');
  });

  it('leaves in order when it is told to', async () => {
    const other = await startOtto();
    expect((await fetch(`${other.address}/healthz`)).status).toBe(200);
    expect(await other.stop()).toBe(0);
  });
});
