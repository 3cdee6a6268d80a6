import { run } from './run.mjs';

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/**
 * Runs named steps two at a time (2 cores), prints a line when each begins and ends, and the output of failed ones.
 * A step is `{ name, command, args, env?, cwd? }` or `{ name, work }`, where work throws when it fails.
 * Resolves to the names of the failed steps.
 */
export async function runSteps(steps, { atOnce = 2 } = {}) {
  const waiting = [...steps];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const since = Date.now();
      console.log(`· ${step.name} …`);
      const output = await failureOf(step);
      if (output === undefined) console.log(`✓ ${step.name} (${seconds(since)})`);
      else {
        failed.push(step.name);
        console.log(`✗ ${step.name} (${seconds(since)})\n${output.trimEnd()}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}

async function failureOf(step) {
  if (!step.work) {
    const { code, output } = await run(step.command, step.args, { quiet: true, env: step.env, cwd: step.cwd });
    return code === 0 ? undefined : output;
  }
  try {
    await step.work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
