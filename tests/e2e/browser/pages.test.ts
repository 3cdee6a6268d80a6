import type { Browser } from 'playwright-core';
import { desk, launchBrowser, openContext, openPage, phone, screenshot, type Device } from '../../support/browser';
import { startLocalHost, type LocalHost } from '../../support/localHost';
import { storedElderMode, storedSession } from '../../support/personas';
import { visitOf } from '../../support/visits';
import { openDist } from '../weapp/runtime/dist';
import { accessibilityProblems, overflow, settled, smallWords, strayWords } from './inspectPage';
import { writeGallery } from './gallery';

const devices: Device[] = [phone, desk];
const modes = ['normal', 'elder'] as const;
type Mode = (typeof modes)[number];

describe('every page', () => {
  let host: LocalHost;
  let browser: Browser;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startLocalHost(), launchBrowser()]);
  });

  afterAll(async () => {
    writeGallery();
    await browser?.close();
    await host?.stop();
  });

  async function visit(path: string, device: Device, mode: Mode) {
    const { person, query } = await visitOf(host, path);
    const stored = {
      ...(person ? storedSession(person) : {}),
      ...(mode === 'elder' ? storedElderMode : { elderMode: 'off' }),
    };
    const context = await openContext(browser, device, stored);
    const { page, errors } = await openPage(context);
    await page.goto(`${host.url}/#/${path}?${new URLSearchParams(query)}`);
    await settled(page);
    return { page, errors, close: () => context.close() };
  }

  const cases = openDist().pages.flatMap((path) =>
    devices.flatMap((device) => modes.map((mode) => ({ path, device, mode }))),
  );

  it.each(cases.map((one) => [one.path, one.device.name, one.mode, one] as const))(
    '%s on a %s, %s: fits, reads, has no error',
    async (path, deviceName, mode, { device }) => {
      const { page, errors, close } = await visit(path, device, mode);
      try {
        await screenshot(page, `${path.replaceAll('/', '-')}.${deviceName}.${mode}`);
        expect({
          errors,
          overflowPx: await overflow(page),
          accessibility: await accessibilityProblems(page),
          strayWords: await strayWords(page),
          // What a query that failed offers (components/QueryView.tsx).
          failures: await page.getByText('再试一次').count(),
          tooSmall: mode === 'elder' ? await smallWords(page) : [],
        }).toEqual({ errors: [], overflowPx: 0, accessibility: [], strayWords: [], failures: 0, tooSmall: [] });
      } finally {
        await close();
      }
    },
  );
});
