import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type BuildResult } from 'esbuild';
import { deployedFunctions, functionBuild, root } from '../../scripts/lib/functionBuild';
import { removeScratch, scratch } from './support/scratch';

afterAll(removeScratch);

/** Words that stand in the demo's calls and people only. */
const demoWords = ['demoLogin', 'demoPersonas', 'seedDemo', '演示身份'];

describe.each(deployedFunctions)('the deployed function %s', (name) => {
  let built: BuildResult<{ metafile: true; write: false }>;
  let code: string;
  beforeAll(async () => {
    const entry = join(root, 'cloudfunctions', name, 'index.ts');
    const outfile = join(scratch(), 'index.js');
    built = await build({ ...functionBuild, entryPoints: [entry], outfile, metafile: true, write: false });
    code = built.outputFiles[0]?.text ?? '';
  });

  test('contains nothing of the demo or of the local host', () => {
    expect(Object.keys(built.metafile.inputs).filter((file) => file.includes('localHost/'))).toEqual([]);
    expect(demoWords.filter((word) => code.includes(word))).toEqual([]);
  });

  test('needs nothing installed beside it', () => {
    const outside = Object.values(built.metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(outside.filter((path) => !isBuiltin(path) && path !== 'pg-native')).toEqual([]);
  });

  test('exports main', () => {
    expect(Object.values(built.metafile.outputs)[0]?.entryPoint).toBe(`cloudfunctions/${name}/index.ts`);
    expect(code).toMatch(/main:\s*\(\)\s*=>/);
  });
});

test('the words looked for do stand in the demo', async () => {
  const entryPoints = ['api', 'seed'].map((name) => join(root, 'cloudfunctions/localHost/demo', `${name}.ts`));
  const { outputFiles } = await build({ ...functionBuild, entryPoints, outdir: scratch(), write: false });
  const code = outputFiles.map(({ text }) => text).join('');
  expect(demoWords.filter((word) => !code.includes(word))).toEqual([]);
});
