import { type CodeSpace, type glassEasel, type MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { asynchronous } from './api';
import { resolvePath, type Dist } from './dist';
import type { Scripts } from './scripts';
import type { compileTemplates } from './templates';

export type Query = Record<string, string>;

/** What a script sees of a page. */
interface PageCaller {
  route: string;
  options: Query;
  setData: (data: Record<string, unknown>, done?: () => void) => void;
  [method: string]: unknown;
}

export interface OpenPage {
  path: string;
  query: Query;
  root: Root;
  caller: PageCaller;
  /** What the person sees of it; detached from the document while another page is in front */
  view: HTMLElement;
}

interface Package {
  dist: Dist;
  scripts: Scripts;
  space: CodeSpace;
  backend: ReturnType<MiniProgramEnv['associateBackend']>;
  templateOf: ReturnType<typeof compileTemplates>;
}

const deepest = 10;

/** `/pages/a/index?x=1` → path and query, values decoded as WeChat hands them to `onLoad`. */
export function parseUrl(from: string, url: string): { path: string; query: Query } {
  const [path = '', search = ''] = url.split('?', 2);
  const pairs = search.split('&').filter(Boolean);
  const query = pairs.map((pair) => {
    const cut = pair.indexOf('=');
    return cut < 0 ? [pair, ''] : [pair.slice(0, cut), decodeURIComponent(pair.slice(cut + 1))];
  });
  return { path: resolvePath(from, path), query: Object.fromEntries(query) as Query };
}

/** The pages that are open, and the wx calls that move between them. */
export class PageStack {
  private stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private readonly prepared = new Set<string>();
  /** Characters handed to `setData`, the price of every update on a real phone. */
  setDataBytes = 0;

  constructor(
    private readonly parts: Package,
    private readonly body: HTMLElement,
  ) {}

  /** The page in front. @throws when none is open */
  get current(): OpenPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('No page is open.');
    return page;
  }

  /** Paths from the bottom to the page in front. */
  get paths(): string[] {
    return this.stack.map(({ path }) => path);
  }

  readonly getCurrentPages = (): PageCaller[] => this.stack.map(({ caller }) => caller);

  /** Opens the first page. A tab may be the first, so may any other page (a scanned code, a message). */
  launch(path: string, query: Query): void {
    this.show(this.parts.dist.tabs.includes(path) ? this.tab(path, query) : this.create(path, query));
  }

  readonly api = {
    navigateTo: asynchronous('navigateTo', ({ url }) => {
      const { path, query } = this.target(url);
      if (this.parts.dist.tabs.includes(path)) throw new Error('can not navigateTo a tabbar page');
      if (this.stack.length >= deepest) throw new Error(`webview count limit exceed`);
      this.hide();
      this.show(this.create(path, query));
    }),
    redirectTo: asynchronous('redirectTo', ({ url }) => {
      const { path, query } = this.target(url);
      if (this.parts.dist.tabs.includes(path)) throw new Error('can not redirectTo a tabbar page');
      this.hide();
      this.close(this.stack.pop());
      this.show(this.create(path, query));
    }),
    navigateBack: asynchronous('navigateBack', ({ delta }) => {
      const steps = Math.min(typeof delta === 'number' ? delta : 1, this.stack.length - 1);
      if (steps < 1) throw new Error('cannot navigate back at first page');
      this.hide();
      for (let step = 0; step < steps; step += 1) this.close(this.stack.pop());
      this.reshow();
    }),
    switchTab: asynchronous('switchTab', ({ url }) => {
      const { path } = this.target(url);
      if (!this.parts.dist.tabs.includes(path)) throw new Error('can not switch to no-tabBar page');
      if (this.current.path === path) return;
      this.hide();
      this.closeAll();
      this.show(this.tab(path, {}));
    }),
    reLaunch: asynchronous('reLaunch', ({ url }) => {
      const { path, query } = this.target(url);
      this.hide();
      this.closeAll();
      for (const page of this.tabs.values()) this.close(page);
      this.tabs.clear();
      this.launch(path, query);
    }),
  };

  /** The app goes behind another, or comes back. */
  appHidden(hidden: boolean): void {
    this.tell(this.current, hidden ? 'onHide' : 'onShow');
  }

  /** Ends all pages. */
  end(): void {
    for (const page of new Set([...this.stack, ...this.tabs.values()])) this.close(page, true);
    this.stack = [];
  }

  private target(url: unknown): { path: string; query: Query } {
    const target = parseUrl(this.current.path, String(url));
    if (!this.parts.dist.pages.includes(target.path)) throw new Error(`page "${target.path}" is not found`);
    return target;
  }

  private tab(path: string, query: Query): OpenPage {
    const page = this.tabs.get(path) ?? this.create(path, query);
    this.tabs.set(path, page);
    return page;
  }

  /** Registers a page or component with what it uses, each once. */
  private prepare(path: string): void {
    if (this.prepared.has(path)) return;
    this.prepared.add(path);
    const { dist, scripts, space, templateOf } = this.parts;
    const config = dist.config(path);
    const used = Object.entries(config.usingComponents ?? {}).map(
      ([name, target]) => [name, resolvePath(path, target)] as const,
    );
    for (const [, target] of used) this.prepare(target);
    space.addComponentStaticConfig(path, {
      ...config,
      usingComponents: Object.fromEntries(used.map(([name, target]) => [name, `/${target}`])),
    } as Parameters<CodeSpace['addComponentStaticConfig']>[1]);
    space.addCompiledTemplate(path, templateOf(path));
    space.componentEnv(path, (registrars) => scripts.register(path, registrars));
  }

  private create(path: string, query: Query): OpenPage {
    this.prepare(path);
    const view = this.body.ownerDocument.createElement('page-view');
    const placeholder = view.appendChild(this.body.ownerDocument.createElement('span'));
    this.body.appendChild(view);
    const root = this.parts.backend.createRoot('body', this.parts.space, path);
    const caller = root.get() as unknown as PageCaller;
    Object.assign(caller, { route: path, __route__: path, options: query });
    const setData = caller.setData.bind(caller);
    caller.setData = (data, done) => {
      this.setDataBytes += JSON.stringify(data).length;
      setData(data, done);
    };
    type Place = glassEasel.GeneralBackendElement;
    root.attach(view as unknown as Place, placeholder as unknown as Place);
    const page = { path, query, root, caller, view };
    this.tell(page, 'onLoad', query);
    return page;
  }

  private show(page: OpenPage): void {
    const isNew = !this.stack.includes(page);
    if (isNew) this.stack.push(page);
    this.body.replaceChildren(page.view);
    this.tell(page, 'onShow');
    if (!page.view.hasAttribute('ready')) {
      page.view.setAttribute('ready', '');
      this.tell(page, 'onReady');
    }
  }

  private reshow(): void {
    this.show(this.current);
  }

  private hide(): void {
    this.tell(this.current, 'onHide');
  }

  private closeAll(): void {
    for (const page of this.stack.splice(0)) this.close(page);
  }

  /** Tabs stay alive behind the others. */
  private close(page: OpenPage | undefined, evenTabs = false): void {
    if (!page || (!evenTabs && this.tabs.get(page.path) === page)) return;
    this.tell(page, 'onUnload');
    page.root.release();
    page.view.remove();
  }

  private tell(page: OpenPage, lifetime: string, argument?: unknown): void {
    const method = page.caller[lifetime];
    if (typeof method === 'function') method.call(page.caller, argument);
  }
}
