// npm run check: lint, types, import directions, dead code, format.
import { checks } from './lib/checks.mjs';
import { ensurePackages } from './lib/ensure.mjs';
import { runSteps } from './lib/steps.mjs';

await ensurePackages();
const failed = await runSteps(checks);
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
