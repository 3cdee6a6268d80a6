import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { root, unlessFresh } from './stamp.mjs';

const everybody = ['shared', 'package.json', 'package-lock.json', 'tsconfig.json'];
const variables = [
  'SHELIN_TRANSPORT',
  'SHELIN_API_BASE',
  'SHELIN_CLOUD_ENV',
  'SHELIN_TEMPLATE_PROGRESS',
  'SHELIN_TEMPLATE_DEADLINE',
];
const node = process.execPath;
const taro = (type) => () =>
  mustRun(node, [join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type], {
    quiet: true,
    cwd: join(root, 'miniprogram'),
    env: { NODE_ENV: 'production' },
  });

const builds = {
  functions: {
    inputs: [...everybody, 'cloudfunctions', 'scripts/buildFunctions.ts'],
    output: 'dist/local/host/main.js',
    work: () =>
      mustRun(node, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/buildFunctions.ts'], { quiet: true }),
  },
  h5: { inputs: [...everybody, 'miniprogram'], output: 'dist/h5', variables, work: taro('h5') },
  weapp: { inputs: [...everybody, 'miniprogram'], output: 'dist/weapp', variables, work: taro('weapp') },
};

/** Everything `npm run build` makes. */
export const buildNames = Object.keys(builds);

/** Makes dist/<name> unless it was made from the same sources. Resolves to true when it was built; throws with the output. */
export const ensureBuild = (name) => unlessFresh(`build-${name}`, builds[name], builds[name].work);
