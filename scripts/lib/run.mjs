import { spawn } from 'node:child_process';
import { root } from './stamp.mjs';

/**
 * Runs a command in the root folder, resolves to its exit code and, when `quiet`, to what it printed.
 * `withoutStdout` shows its messages (stderr) only.
 */
export function run(command, args, { quiet = false, withoutStdout = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const shown = quiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', withoutStdout ? 'ignore' : shown, shown],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Like `run`, throws with the output when the command fails. */
export async function mustRun(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`);
  return output;
}
