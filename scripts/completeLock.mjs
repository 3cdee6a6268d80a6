// npm run lock: adds to package-lock.json the optional binaries of platforms that the registry in use does not carry.
// Without their entries `npm ci` refuses the whole file; with them it skips what is not for this machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/stamp.mjs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const processors = {
  x64: 'x64',
  arm64: 'arm64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  ppc64le: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
};

/** `@swc/core-linux-arm-gnueabihf` → linux, arm. Undefined when the name speaks of no platform. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => word in processors);
  return os || cpu ? { os, cpu: cpu && processors[cpu] } : undefined;
}

/** The version a range begins with; binaries are always asked for exactly. */
const exact = (range) => range.replace(/^[~^>=\s]+/, '').split(' ')[0];

/** The entry node would find from `path`, walking up. */
function found(packages, path, name) {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).slice(1);
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const folders = [...parts.slice(0, depth), name].map((part) => `node_modules/${part}`);
    const entry = packages[folders.join('/')];
    if (entry) return entry;
  }
  return undefined;
}

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name);
    const version = exact(range);
    const entry = found(lock.packages, path, name);
    if (!platform || entry?.version === version) continue;
    const place = entry ? `${path}/node_modules/${name}` : `node_modules/${name}`;
    lock.packages[place] = {
      version,
      ...(platform.cpu ? { cpu: [platform.cpu] } : {}),
      ...(dev ? { dev: true } : {}),
      optional: true,
      ...(platform.os ? { os: [platform.os] } : {}),
    };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added ${added.length}:\n${added.join('\n')}` : 'Nothing is missing.');
