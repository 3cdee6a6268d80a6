import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { resolvePath, type Dist } from './dist';

type ComponentEnv = Parameters<Parameters<CodeSpace['componentEnv']>[1]>[0];

/** What a script of the package sees besides the language itself. */
export type Globals = Record<string, unknown>;

/** Of the browser and of Node, not of WeChat: a script that reaches for one must find nothing. */
const absent = [
  'window',
  'document',
  'self',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'File',
  'URL',
  'URLSearchParams',
  'AbortController',
  'MessageChannel',
  'setImmediate',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'structuredClone',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'Intl',
  'WebAssembly',
  'process',
  'Buffer',
];

/** The language's own objects, which a script may also reach through `globalThis`. */
const languageObjects = {
  Object,
  Array,
  Map,
  Set,
  WeakMap,
  WeakSet,
  Promise,
  Symbol,
  Date,
  Math,
  JSON,
  RegExp,
  Error,
  Number,
  String,
  Boolean,
};

/**
 * WeChat's `Function`: code from a string does not run and does not complain either. Libraries that probe with
 * `new Function('')` believe it works and then get nothing — the failure this stands for.
 */
function makeFunctionStub(): unknown {
  function WeChatFunction(): () => void {
    return () => undefined;
  }
  WeChatFunction.prototype = Function.prototype;
  return WeChatFunction;
}

/** Loads scripts of the package once each, as WeChat's `require` does. */
export class Scripts {
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly Function = makeFunctionStub();
  private readonly globalThis: Globals = { ...languageObjects };
  private registrars: ComponentEnv | undefined;

  constructor(
    private readonly dist: Dist,
    private readonly globals: Globals,
  ) {}

  /** Runs a page's or component's script: `Page` and `Component`, called in whatever file, register it. */
  register(path: string, registrars: ComponentEnv): void {
    this.registrars = registrars;
    this.run(path);
    this.registrars = undefined;
  }

  /** Runs `path`.js, if it has not been run. */
  run(path: string): unknown {
    const before = this.loaded.get(path);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    this.loaded.set(path, module);
    const values: Globals = {
      ...Object.fromEntries(absent.map((name) => [name, undefined])),
      ...this.globals,
      Page: (...definition: [never]) => this.registrars?.Page(...definition),
      Component: (...definition: [never]) => this.registrars?.Component(...definition),
      Behavior: (...definition: [never]) => this.registrars?.Behavior(...definition),
      Function: this.Function,
      global: this.globalThis,
      globalThis: this.globalThis,
      module,
      exports: module.exports,
      require: (asked: string) => this.run(resolvePath(path, asked).replace(/\.js$/, '')),
    };
    const run = new Function(...Object.keys(values), `${this.dist.read(`${path}.js`)}\n//# sourceURL=weapp/${path}.js`);
    run.call(undefined, ...Object.values(values));
    return module.exports;
  }
}
