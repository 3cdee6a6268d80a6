import { startLocalHost, type LocalHost } from '../../support/localHost';
import { logIn, openidOf, storedElderMode } from '../../support/personas';
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
    const { persona, person, query } = await visitOf(host, path);
    const stored = {
      ...(person?.hat ? { 'session.hat': person.hat } : {}),
      ...(mode === 'elder' ? storedElderMode : { elderMode: 'off' }),
    };
    const app = await bootWeapp({ baseUrl: host.url, path, query, stored, openid: persona && openidOf(persona) });
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

  it('takes somebody whose hat was withdrawn for the resident he still is', async () => {
    const { hat } = await logIn(host, 'acceptor');
    const openid = openidOf('leader');
    const app = await bootWeapp({
      baseUrl: host.url,
      path: 'pages/mine/index',
      openid,
      stored: { 'session.hat': hat },
    });
    try {
      await app.see('李建国');
      expect(app.storage.has('session.hat')).toBe(false);
      expect(app.text()).not.toContain('再试一次');
    } finally {
      app.close();
    }
  });
});
