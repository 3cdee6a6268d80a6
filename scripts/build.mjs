// npm run build [functions|h5|weapp …]: what is out of date, then the sizes of the mini-program against their limits.
import { buildNames, ensureBuild } from './lib/builds.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { runSteps } from './lib/steps.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !buildNames.includes(name));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Choose from ${buildNames.join(', ')}.`);

await ensurePackages();
const names = wanted.length > 0 ? wanted : buildNames;
const failed = await runSteps(names.map((name) => ({ name: `build ${name}`, work: () => ensureBuild(name) })));
if (failed.length === 0 && names.includes('weapp')) {
  // Needs an installed package: not before ensurePackages.
  const { checkSizes, checkSyntax } = await import('./lib/weappLimits.mjs');
  failed.push(...(await runSteps([{ name: 'dist/weapp is ES5', work: checkSyntax }])));
  const { table, over } = checkSizes();
  console.log(table);
  failed.push(...over);
}
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
