// npm test: installs what is missing, then checks, builds, and every kind of test; ends with `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildNames, ensureBuild } from './lib/builds.mjs';
import { checks } from './lib/checks.mjs';
import { ensureBrowser, ensurePackages } from './lib/ensure.mjs';
import { run } from './lib/run.mjs';
import { root } from './lib/stamp.mjs';
import { runSteps } from './lib/steps.mjs';

/** Runs of jest, cheapest first. The database tests run on both engines. */
const runs = [
  { name: 'rules and pages', projects: ['unit', 'ui', 'contract'] },
  { name: 'embedded database', projects: ['database'], env: { SHELIN_TEST_ENGINE: 'embedded' } },
  { name: 'PostgreSQL server', projects: ['database'], env: { SHELIN_TEST_ENGINE: 'server' } },
  { name: 'local host, mini-program, browser', projects: ['host', 'weapp', 'browser'] },
];

const results = join(root, '.cache/test-results');
const heading = (text) => console.log(`\n== ${text} ==`);

/** Counts of one run of jest; a test file that could not even start counts as one failure. */
function countsOf(file, code) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function runJest({ name, projects, env }, index) {
  heading(name);
  const file = join(results, `${index}.json`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--selectProjects', ...projects, '--json', `--outputFile=${file}`, '--passWithNoTests'];
  const { code } = await run(process.execPath, args, { env: { ...env, SHELIN_NO_BUILD: '1' }, withoutStdout: true });
  return countsOf(file, code);
}

async function main() {
  await ensurePackages();
  mkdirSync(results, { recursive: true });

  heading('checks');
  const failedSteps = await runSteps(checks);

  heading('build');
  failedSteps.push(
    ...(await runSteps([
      { name: 'browser and Chinese font', work: ensureBrowser },
      ...buildNames.map((name) => ({ name: `build ${name}`, work: () => ensureBuild(name) })),
    ])),
  );
  const { checkSizes, checkSyntax } = await import('./lib/weappLimits.mjs');
  const limits = () => {
    const { table, over } = checkSizes();
    console.log(table);
    if (over.length > 0) throw new Error(over.join(', '));
  };
  failedSteps.push(
    ...(await runSteps(
      [
        { name: 'dist/weapp is ES5', work: checkSyntax },
        { name: 'package sizes', work: limits },
      ],
      { atOnce: 1 },
    )),
  );

  const counts = { passed: 0, failed: failedSteps.length };
  for (const [index, one] of runs.entries()) {
    const { passed, failed } = await runJest(one, index);
    counts.passed += passed;
    counts.failed += failed;
    if (failed > 0) failedSteps.push(`${one.name}: ${failed}`);
  }
  rmSync(results, { recursive: true, force: true });

  if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
