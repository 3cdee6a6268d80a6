import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openContext, openPage, type Device } from '../../../support/browser';

/** Somebody at a screen of his own: one browser profile, logged in through the page of demo people. */
export interface Person {
  page: Page;
  context: BrowserContext;
  errors: string[];
  /** The page in front; older ones stay alive behind it */
  front: () => Locator;
  press: (name: string | RegExp) => Promise<void>;
  /** Waits until the page in front says it */
  sees: (words: string | RegExp) => Promise<void>;
  goHome: () => Promise<void>;
}

/** Everything a person does waits this long at most. */
export const patienceMs = 20_000;

/** A fresh browser at an address of the app, nobody logged in. */
export async function stranger(browser: Browser, url: string, device: Device): Promise<Person> {
  const context = await openContext(browser, device);
  context.setDefaultTimeout(patienceMs);
  const { page, errors } = await openPage(context);
  await page.goto(url);
  const front = () => page.locator('.sl-page:visible').last();
  return {
    page,
    context,
    errors,
    front,
    press: (name) =>
      front()
        .getByRole('button', { name, exact: typeof name === 'string' })
        .click(),
    sees: (words) => front().getByText(words).filter({ visible: true }).first().waitFor(),
    goHome: async () => {
      await page.goto(`${new URL(url).origin}/#/pages/home/index`);
      await front().getByRole('heading', { level: 1, name: /，/ }).waitFor();
    },
  };
}

/** Opens the app and chooses a demo person by name. */
export async function enter(browser: Browser, hostUrl: string, name: string, device: Device): Promise<Person> {
  const person = await stranger(browser, `${hostUrl}/#/pages/personas/index`, device);
  await person.press(new RegExp(`^${name}，`));
  await person
    .front()
    .getByRole('heading', { level: 1, name: new RegExp(`，${name}$`) })
    .waitFor();
  return person;
}

/** Answers the file dialog that a press opens. */
export async function chooseFile(
  person: Person,
  press: () => Promise<void>,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(file);
  await person
    .front()
    .getByRole('button', { name: `打开 ${file.name}` })
    .waitFor();
}

/** The data of the answer to one call of the page. */
export async function answerTo<T>(person: Person, action: string, act: () => Promise<void>): Promise<T> {
  const [response] = await Promise.all([
    person.page.waitForResponse((each) => each.url().endsWith(`/api/${action}`)),
    act(),
  ]);
  const envelope = (await response.json()) as { ok: boolean; data: T };
  if (!envelope.ok) throw new Error(`${action} was refused: ${JSON.stringify(envelope)}`);
  return envelope.data;
}

/** The bytes behind a link the page was given. */
export async function bytesBehind(person: Person, url: string): Promise<Buffer> {
  const response = await person.context.request.get(new URL(url, person.page.url()).href);
  if (!response.ok()) throw new Error(`${url} answered ${response.status()}`);
  return response.body();
}
