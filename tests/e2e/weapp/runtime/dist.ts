import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

export interface AppConfig {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
}

export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
}

/** The built mini-program package, read only. */
export interface Dist {
  app: AppConfig;
  /** Every page, main package first */
  pages: string[];
  tabs: string[];
  files: (extension: string) => string[];
  read: (file: string) => string;
  config: (path: string) => ComponentConfig;
}

/** Folder of the build under test. */
export const distFolder = join(__dirname, '../../../../dist/weapp');

/** A path as WeChat resolves it: from the root with a leading slash, else from the folder of `from`. */
export const resolvePath = (from: string, path: string): string =>
  path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(posix.dirname(from), path);

/** Opens a build. @throws when it has not been built */
export function openDist(folder = distFolder): Dist {
  if (!existsSync(join(folder, 'app.json')))
    throw new Error(`No build in ${folder}: run \`npm run build weapp\` first.`);
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const app = JSON.parse(read('app.json')) as AppConfig;
  return {
    app,
    pages: [
      ...app.pages,
      ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page))),
    ],
    tabs: app.tabBar?.list.map(({ pagePath }) => pagePath) ?? [],
    files: (extension) => all.filter((file) => file.endsWith(extension)),
    read,
    config: (path) => JSON.parse(read(`${path}.json`)) as ComponentConfig,
  };
}
