import { mkdir, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../test/wire/chromium.ts';
import { startOnAllPlatforms, type AllPlatforms } from '../test/wire/faces/all-platforms.ts';
import { discordChat, discordQuiz } from './pictures/discord-chat.ts';
import { terminalWindow } from './pictures/terminal-window.ts';
import { telegramChat, telegramQuiz } from './pictures/telegram-chat.ts';

/*
 * `npm run pictures`: makes the pictures in docs/pictures from the running program. The page is photographed as it is;
 * what was really sent to Telegram, Discord and the terminal is laid out as a plain chat first.
 */

const PROJECT = resolve(import.meta.dirname, '..');
const FOLDER = resolve(PROJECT, 'docs/pictures');
const KNOWLEDGE = resolve(process.env['OTTO_KNOWLEDGE'] || resolve(PROJECT, 'knowledge'));

const DESKTOP = { width: 860, height: 860 };
const PHONE = { width: 390, height: 780 };

/** Pixels of the picture for one of the page: sharp on most screens, and small enough to load with the README. */
const SCALE = 1.5;

/** A photograph of the running page. */
interface WebPicture {
  readonly name: string;
  readonly path: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

const WEB_PICTURES: readonly WebPicture[] = [
  { name: 'web-light', path: '/?q=which+port+does+modbus+use', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'web-dark', path: '/?q=modbus+vs+dnp3', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'web-phone', path: '/?q=who+was+behind+stuxnet', viewport: PHONE, colorScheme: 'light' },
];

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const [platforms, browser] = await Promise.all([
    startOnAllPlatforms({ OTTO_KNOWLEDGE: KNOWLEDGE }),
    launchChromium(),
  ]);
  try {
    for (const picture of WEB_PICTURES) await photographPage(browser, platforms, picture);
    await photographLayout(browser, 'terminal', await terminalWindow(KNOWLEDGE));
    await photographLayout(browser, 'telegram', await telegramChat(platforms.telegram));
    await photographLayout(browser, 'discord', await discordChat(platforms.discord));
    await photographQuiz(browser, platforms);
    await photographLayout(browser, 'telegram-quiz', await telegramQuiz(platforms.telegram));
    await photographLayout(browser, 'discord-quiz', await discordQuiz(platforms.discord));
  } finally {
    await browser.close();
    await platforms.stop();
  }
}

async function photographPage(
  browser: Browser,
  { otto }: AllPlatforms,
  { name, path, viewport, colorScheme }: WebPicture,
): Promise<void> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(new URL(path, otto.address).href);
  await keep(name, await page.screenshot());
  await context.close();
}

/** A question on the page, answered. */
async function photographQuiz(browser: Browser, { otto }: AllPlatforms): Promise<void> {
  const context = await browser.newContext({ viewport: DESKTOP, deviceScaleFactor: SCALE, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(otto.address);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.waitForURL(/\/quiz\//);
  await page.getByRole('group').getByRole('button').nth(1).click();
  await page.getByRole('button', { name: 'Next question' }).waitFor();
  await keep('web-quiz', await page.screenshot());
  await context.close();
}

/** @param html a page whose `main` is what the picture shows */
async function photographLayout(browser: Browser, name: string, html: string): Promise<void> {
  const context = await browser.newContext({ viewport: DESKTOP, deviceScaleFactor: SCALE });
  const page = await context.newPage();
  await page.setContent(html);
  await keep(name, await page.locator('main').screenshot());
  await context.close();
}

async function keep(name: string, png: Uint8Array): Promise<void> {
  const file = resolve(FOLDER, `${name}.png`);
  await writeFile(file, png);
  const { size } = await stat(file);
  process.stdout.write(`${name}.png ${Math.ceil(size / 1024)} KiB\n`);
}

await main();
