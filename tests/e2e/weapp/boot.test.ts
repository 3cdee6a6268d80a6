import { startLocalHost, type LocalHost } from '../../support/localHost';
import { storedElderMode, storedSession } from '../../support/personas';
import { visitOf } from '../../support/visits';
import { bootWeapp } from './runtime/bootWeapp';
import { openDist } from './runtime/dist';

describe('the WeChat build', () => {
  let host: LocalHost;

  beforeAll(async () => {
    host = await startLocalHost();
  });

  afterAll(() => host?.stop());

  const cases = openDist().pages.flatMap((path) => ['normal', 'elder'].map((mode) => [path, mode] as const));

  it.each(cases)('opens %s (%s) with its content and without an error', async (path, mode) => {
    const { person, query } = await visitOf(host, path);
    const stored = {
      ...(person ? storedSession(person) : {}),
      ...(mode === 'elder' ? storedElderMode : { elderMode: 'off' }),
    };
    const app = await bootWeapp({ baseUrl: host.url, path, query, stored });
    try {
      await app.settled();
      expect({ errors: app.errors, says: app.text() }).toEqual({
        errors: [],
        says: expect.stringMatching(/[\u4e00-\u9fff]{2}/) as string,
      });
      // What a query that failed offers (components/QueryView.tsx).
      expect(app.text()).not.toContain('再试一次');
      expect(app.text()).not.toMatch(/\b(undefined|null|NaN|\[object Object\]|Invalid Date)\b/);
    } finally {
      app.close();
    }
  });
});
