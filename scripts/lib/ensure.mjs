import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, isFresh, markFresh, root } from './stamp.mjs';
import { mustRun, run } from './run.mjs';

const lockInputs = ['package.json', 'package-lock.json', '.npmrc'];

/** Stops with a plain sentence when Node is too old to run anything else here. */
export function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Node 20 or newer is needed, this is ${process.version}: https://nodejs.org`);
}

/** Installs the packages of the lock file when they are missing or the lock file has changed. */
export async function ensurePackages() {
  ensureNode();
  const hash = contentHash(lockInputs);
  if (isFresh('packages', hash, 'node_modules/.package-lock.json')) return;
  if (!existsSync(join(root, 'node_modules/.package-lock.json')) || !(await installedMatches())) {
    console.log('Installing packages (a few minutes the first time) …');
    // `npm ci` refuses a lock file that lacks another platform's optional binaries; `npm install` completes it.
    const { code } = await run('npm', ['ci', '--no-audit', '--no-fund']);
    if (code !== 0) await mustRun('npm', ['install', '--no-audit', '--no-fund']);
  }
  markFresh('packages', hash);
}

/** node_modules made by an `npm ci` of ours or somebody else's: npm itself says whether they agree. */
async function installedMatches() {
  const { code } = await run('npm', ['ls', '--depth=0', '--silent'], { quiet: true });
  return code === 0;
}

const browserPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium on this machine, or undefined. `SHELIN_CHROMIUM` wins. */
export const findChromium = () =>
  [process.env.SHELIN_CHROMIUM, ...browserPaths].find((path) => path !== undefined && path !== '' && existsSync(path));

async function hasChineseFont() {
  const { code, output } = await run('fc-list', [':lang=zh', 'family'], { quiet: true });
  return code === 0 && output.trim() !== '';
}

async function aptInstall(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  return code === 0;
}

/** A Chromium and a Chinese font for the browser tests: installed by apt where that is possible, else the message says how. */
export async function ensureBrowser() {
  const missing = [];
  if (!findChromium()) missing.push('chromium');
  if (!(await hasChineseFont())) missing.push('fonts-noto-cjk', 'fontconfig');
  if (missing.length > 0) await aptInstall(missing);
  const chromium = findChromium();
  if (!chromium)
    throw new Error(
      'The browser tests need Chromium. Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk. ' +
        'Elsewhere: install Chrome or Chromium and set SHELIN_CHROMIUM to its path.',
    );
  return chromium;
}
