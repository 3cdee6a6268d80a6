import { MiniProgramEnv, glassEasel } from 'glass-easel-miniprogram-adapter';
import { openDist, type Dist } from './dist';
import { PageStack, type Query } from './pageStack';
import { Screen, type Wanted } from './screen';
import { Scripts } from './scripts';
import { compileTemplates } from './templates';
import { PhoneFiles, type PhoneFile } from './wxFiles';
import { makeNetwork } from './wxNetwork';
import { Dialogs, makePhone, makeStorage } from './wxPhone';

export interface BootOptions {
  /** The local host */
  baseUrl: string;
  /** First page; default: the first of app.json */
  path?: string;
  query?: Query;
  /** Who the platform says it is */
  openid?: string;
  /** The phone's storage: hand the same map to a second boot to restart the app on the same phone */
  storage?: Map<string, string>;
  /** What the storage of a fresh phone holds beforehand */
  stored?: Record<string, unknown>;
}

/** The mini-program running, seen from outside. Whatever takes time waits up to 10 s. */
export interface Weapp {
  screen: Screen;
  pages: PageStack;
  dialogs: Dialogs;
  files: PhoneFiles;
  storage: Map<string, string>;
  /** Everything that went wrong in scripts, templates and the console */
  errors: string[];
  page: () => { path: string; query: Query };
  text: () => string;
  find: (wanted: Wanted) => Element | undefined;
  /** Waits until the page says it. */
  see: (wanted: Wanted) => Promise<Element>;
  /** Waits until nothing is loading: no bones, no request under way. */
  settled: () => Promise<void>;
  /** Waits until a page is in front. */
  arrive: (path: string) => Promise<void>;
  tap: (wanted: Wanted) => Promise<void>;
  type: (label: Wanted, value: string) => Promise<void>;
  /** Drives a native picker, switch or slider found by its words. */
  change: (wanted: Wanted, value: unknown) => Promise<void>;
  chooseNext: (...files: PhoneFile[]) => void;
  setOnline: (online: boolean) => void;
  /** Copied texts, called numbers, message permits asked for */
  phone: { copied: string[]; calls: string[]; subscriptions: string[][] };
  setDataBytes: () => number;
  close: () => void;
}

const patienceMs = 10_000;
const moment = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function until<T>(look: () => T | undefined, complaint: () => string): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(complaint());
    await moment(20);
  }
}

const words = (value: unknown): string => (value instanceof Error ? (value.stack ?? value.message) : String(value));

/** What a script may print with, and what it says is kept: an error on the console is an error of the app. */
function makeConsole(errors: string[]): Record<string, (...values: unknown[]) => void> {
  const quiet = () => undefined;
  const error = (...values: unknown[]) => void errors.push(values.map(words).join(' '));
  return {
    log: quiet,
    info: quiet,
    debug: quiet,
    warn: quiet,
    time: quiet,
    timeEnd: quiet,
    group: quiet,
    groupEnd: quiet,
    trace: quiet,
    error,
  };
}

/** Timers whose failures are the app's, and which stop with it. */
function makeTimers(errors: string[]) {
  const running = new Set<NodeJS.Timeout>();
  const guarded = (work: unknown, values: unknown[]) => () => {
    try {
      (work as (...args: unknown[]) => void)(...values);
    } catch (error) {
      errors.push(words(error));
    }
  };
  const keep = (timer: NodeJS.Timeout) => {
    running.add(timer);
    return timer;
  };
  return {
    globals: {
      setTimeout: (work: unknown, ms?: number, ...values: unknown[]) => keep(setTimeout(guarded(work, values), ms)),
      setInterval: (work: unknown, ms?: number, ...values: unknown[]) => keep(setInterval(guarded(work, values), ms)),
      clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
      clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
    },
    stop: () => running.forEach((timer) => clearTimeout(timer)),
  };
}

/** Starts the unmodified build on a fresh phone in this jsdom and opens a page. @throws when a template cannot be compiled */
export async function bootWeapp(options: BootOptions, dist: Dist = openDist()): Promise<Weapp> {
  const errors: string[] = [];
  const { path = dist.pages[0] ?? '', query = {}, storage = new Map<string, string>() } = options;
  for (const [key, value] of Object.entries(options.stored ?? {})) storage.set(key, JSON.stringify(value));
  const openid = options.openid ?? 'weapp-test';
  glassEasel.globalOptions.writeIdToDOM = true;
  const onError: Parameters<typeof glassEasel.addGlobalErrorListener>[0] = (error) => {
    errors.push(words(error));
    return false;
  };
  glassEasel.addGlobalErrorListener(onError);

  const env = new MiniProgramEnv();
  const backend = env.associateBackend();
  const space = env.createCodeSpace('', true);
  const launch = { path, query, scene: 1001, referrerInfo: {} };
  const files = new PhoneFiles();
  const dialogs = new Dialogs();
  const phone = makePhone(launch);
  const network = makeNetwork({ baseUrl: options.baseUrl, openid, loginCode: openid }, files);
  const timers = makeTimers(errors);

  let app: Record<string, unknown> = {};
  const wx: Record<string, unknown> = {
    ...phone.api,
    ...makeStorage(storage),
    ...files.api,
    ...dialogs.api,
    ...network.api,
  };
  const globals: Record<string, unknown> = {
    wx,
    console: makeConsole(errors),
    ...timers.globals,
    App: (definition: Record<string, unknown>) => void (app = definition),
    getApp: () => app,
    getCurrentPages: () => pages.getCurrentPages(),
  };
  const scripts = new Scripts(dist, globals);
  const pages = new PageStack({ dist, scripts, space, backend, templateOf: compileTemplates(dist) }, document.body);
  Object.assign(wx, pages.api, {
    createSelectorQuery: () => pages.current.root.get().createSelectorQuery(),
  });

  const appTold = (lifetime: string) => {
    const method = app[lifetime];
    if (typeof method === 'function') method.call(app, launch);
  };
  scripts.run('app');
  appTold('onLaunch');
  appTold('onShow');
  pages.launch(path, query);

  const screen = new Screen(pages);
  const see = (wanted: Wanted) =>
    until(
      () => screen.find(wanted),
      () => `「${String(wanted)}」 does not appear on ${pages.current.path}:\n${screen.text()}\n${errors.join('\n')}`,
    );
  // React hands its updates over in a later turn.
  const settled = () => moment(30);
  const isQuiet = () => network.pending() === 0 && !pages.current.view.querySelector('.sl-skeleton');
  // A page that stays blank is for the test to notice.
  await until(
    () => screen.find(/\S/),
    () => '',
  ).catch(() => undefined);
  await settled();

  return {
    screen,
    pages,
    dialogs,
    files,
    storage,
    errors,
    phone,
    page: () => ({ path: pages.current.path, query: pages.current.query }),
    text: () => screen.text(),
    find: (wanted) => screen.find(wanted),
    see,
    settled: async () => {
      // An answer is shown in a later turn than it comes in, and may ask for more.
      do {
        await until(
          () => (isQuiet() ? true : undefined),
          () => `${pages.current.path} is still loading:\n${screen.text()}\n${errors.join('\n')}`,
        );
        await moment(60);
      } while (!isQuiet());
    },
    arrive: async (wanted) => {
      await until(
        () => (pages.current.path === wanted ? true : undefined),
        () => `${wanted} is not reached, in front is ${pages.current.path}:\n${screen.text()}\n${errors.join('\n')}`,
      );
      await settled();
    },
    tap: async (wanted) => {
      screen.touch(await see(wanted));
      await settled();
    },
    type: async (label, value) => {
      screen.enter(
        await until(
          () => screen.findInput(label),
          () => `There is no input 「${String(label)}」 on ${pages.current.path}:\n${screen.text()}`,
        ),
        value,
      );
      await settled();
    },
    change: async (wanted, value) => {
      const element = await see(wanted);
      const control = element.closest('picker, switch, slider, radio-group, checkbox-group') ?? element;
      screen.trigger(control, 'change', { value });
      await settled();
    },
    chooseNext: (...chosen) => files.offer(...chosen),
    setOnline: network.setOnline,
    setDataBytes: () => pages.setDataBytes,
    close: () => {
      pages.end();
      timers.stop();
      glassEasel.removeGlobalErrorListener(onError);
      document.body.replaceChildren();
    },
  };
}
