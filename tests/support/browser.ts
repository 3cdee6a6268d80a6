import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = [
  process.env.SHELIN_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the system's Chromium without a window. @throws when there is none: `npm test` installs it or says how */
export function launchBrowser(): Promise<Browser> {
  const executablePath = places.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium found: apt-get install chromium, or set SHELIN_CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A screen people use. */
export interface Device {
  name: string;
  width: number;
  height: number;
  touch: boolean;
}

export const phone: Device = { name: 'phone', width: 375, height: 812, touch: true };
export const desk: Device = { name: 'desk', width: 1440, height: 900, touch: false };

/** What a page has done wrong so far: errors on its console, exceptions, answers that failed. */
export interface Watched {
  page: Page;
  errors: string[];
}

/** A fresh browser profile on a device, with what is stored in it beforehand (values as Taro keeps them). */
export async function openContext(
  browser: Browser,
  device: Device,
  stored: Record<string, unknown> = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: device.width, height: device.height },
    hasTouch: device.touch,
    isMobile: device.touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const entries = Object.entries(stored).map(([key, data]) => [key, JSON.stringify({ data })] as const);
  await context.addInitScript((pairs) => {
    // Written once: a reload must find what the app itself has stored since.
    if (sessionStorage.getItem('prepared')) return;
    for (const [key, value] of pairs) localStorage.setItem(key, value);
    sessionStorage.setItem('prepared', '1');
  }, entries);
  return context;
}

/** Opens a tab and listens to everything that goes wrong in it. */
export async function openPage(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  return { page, errors };
}

/** Where pictures go, for people to look at. */
export const screenshotFolder = process.env.SHELIN_SCREENSHOTS ?? join(__dirname, '../../.screenshots');

/** Keeps a picture of the whole page. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotFolder, { recursive: true });
  await page.screenshot({ path: join(screenshotFolder, `${name}.png`), fullPage: true });
}
