import type { LocalHost } from '../../../support/localHost';
import { bootWeapp, type BootOptions, type Weapp } from '../runtime/bootWeapp';
import type { Wanted } from '../runtime/screen';

const home = 'pages/home/index';

const mine = 'pages/mine/index';

/** The phones of several demo people, of which one is in the hand at a time. WeChat vouches for each. */
export class Phones {
  private readonly storages = new Map<string, Map<string, string>>();

  constructor(private readonly host: () => LocalHost) {}

  /** Does something in the app on the phone of a demo person, from home, under the hat named. @throws when the app has reported any error */
  async use<T>(personaId: string, hat: string | undefined, work: (app: Weapp) => Promise<T>): Promise<T> {
    const known = this.storages.get(personaId);
    const storage = known ?? new Map<string, string>();
    this.storages.set(personaId, storage);
    return this.run({ storage, openid: `demo-${personaId}` }, async (app) => {
      await app.arrive(home);
      if (hat && !known) await wear(app, hat);
      return work(app);
    });
  }

  /** A phone nobody is logged in on, with a page opened by a scanned code. */
  stranger<T>(path: string, query: Record<string, string>, work: (app: Weapp) => Promise<T>): Promise<T> {
    return this.run({ path, query }, work);
  }

  private async run<T>(options: Omit<BootOptions, 'baseUrl'>, work: (app: Weapp) => Promise<T>): Promise<T> {
    const app = await bootWeapp({ ...options, baseUrl: this.host().url });
    try {
      await app.settled();
      const done = await work(app);
      if (app.errors.length > 0) throw new Error(app.errors.join('\n'));
      return done;
    } finally {
      app.close();
    }
  }
}

/** Chooses the hat on 「我的」 and goes home again, by the tab bar. */
async function wear(app: Weapp, hat: string): Promise<void> {
  await app.pages.api.switchTab({ url: `/${mine}` });
  await app.arrive(mine);
  await app.tap(hat);
  await app.pages.api.switchTab({ url: `/${home}` });
  await app.arrive(home);
  await app.settled();
}

/** Touches the last of several things that say the same: what lies over the page comes last. */
export async function tapLast(app: Weapp, wanted: Wanted): Promise<void> {
  await app.see(wanted);
  const found = app.screen.findAll(wanted).at(-1);
  if (found) app.screen.touch(found);
  await app.settled();
}
