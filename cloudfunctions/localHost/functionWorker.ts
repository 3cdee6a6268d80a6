import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionCall, FunctionResult } from './functionPool';

/**
 * Runs one built function bundle, one call at a time, as the platform does. Anything it throws outside a call ends the
 * worker, and the pool starts another one.
 */
interface FunctionBundle {
  main: (event: unknown, context: unknown) => Promise<unknown>;
}

function serve(bundle: string): void {
  const { main } = createRequire(bundle)(bundle) as Partial<FunctionBundle>;
  if (!main) throw new Error(`${bundle} exports no main`);
  parentPort?.on('message', (call: FunctionCall) => void answer(main, call));
  parentPort?.postMessage({ ready: true });
}

async function answer(main: FunctionBundle['main'], { event, context }: FunctionCall): Promise<void> {
  let result: FunctionResult;
  try {
    // As on the platform: the answer is JSON, whatever object the function returned.
    const value: unknown = await main(event, context);
    result = { ok: true, json: JSON.stringify(value ?? null) };
  } catch (error) {
    result = { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(result);
}

serve((workerData as { bundle: string }).bundle);
