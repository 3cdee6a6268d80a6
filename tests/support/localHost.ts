import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchange } from './exchange';
import { freePort } from './freePort';

/** The local host as `npm start` runs it, in a process of its own. */
export interface LocalHost {
  url: string;
  dataDir: string;
  /** Everything it has printed */
  output: () => string;
  /** One call over HTTP; the whole envelope comes back. */
  call: (action: string, input: object, as?: Caller) => Promise<Reply>;
  /** As `call`, but a refusal is an error. */
  must: <T = Record<string, unknown>>(action: string, input: object, as?: Caller) => Promise<T>;
  /** Stops it; the data folder stays unless it was ours. */
  stop: () => Promise<void>;
}

/** Who calls: a session token and the grant id of the hat. */
export interface Caller {
  token?: string;
  hat?: string | null;
  requestId?: string;
}

export interface Reply {
  status: number;
  ok: boolean;
  data?: unknown;
  error?: { code: string; message: string; fields?: { field: string; message: string }[] };
}

interface StartOptions {
  /** Default: a copy of prepared demo data, removed at the end */
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
}

const root = join(__dirname, '../..');
const patienceMs = 120_000;

/** `npm test` has built already; a test run by hand builds what changed. */
const entry = (): string => (process.env.SHELIN_NO_BUILD === '1' ? 'dist/local/host/main.js' : 'scripts/start.mjs');

async function launch(dataDir: string, port: number, env: Record<string, string>): Promise<LocalHost> {
  const url = `http://127.0.0.1:${port}`;
  let printed = '';
  const child = spawn(process.execPath, [join(root, entry())], {
    cwd: root,
    env: {
      ...process.env,
      SHELIN_ROOT: root,
      SHELIN_PORT: String(port),
      SHELIN_DATA: dataDir,
      SHELIN_DEMO: '1',
      TZ: 'UTC',
      ...env,
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += String(part)));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);

  const call = async (
    action: string,
    input: object,
    { token, hat, requestId = randomUUID() }: Caller = {},
  ): Promise<Reply> => {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': requestId };
    if (token) headers.authorization = `Bearer ${token}`;
    if (hat) headers['x-hat'] = hat;
    const answer = await exchange(`${url}/api/${action}`, { method: 'POST', headers, body: JSON.stringify(input) });
    return { status: answer.status, ...(JSON.parse(answer.body.toString('utf8')) as Omit<Reply, 'status'>) };
  };

  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await exchange(`${url}/healthz`).catch(() => undefined);
    if (answer?.status === 200) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      kill();
      throw new Error(`The local host did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  return {
    url,
    dataDir,
    output: () => printed,
    call,
    must: async <T>(action: string, input: object, as?: Caller) => {
      const reply = await call(action, input, as);
      if (!reply.ok) throw new Error(`${action} answered ${reply.status} ${JSON.stringify(reply.error)}`);
      return reply.data as T;
    },
    stop: async () => {
      process.off('exit', kill);
      child.kill('SIGTERM');
      const impatient = setTimeout(kill, 20_000);
      await ended;
      clearTimeout(impatient);
    },
  };
}

/** Demo data is the same for every host of one build on one day: made once, then copied (initdb and seed take 10–20 s). */
async function demoData(): Promise<string> {
  const stamp = readFileSync(join(root, '.cache/stamps/build-functions'), 'utf8').slice(0, 16);
  const kept = join(root, '.cache/demo-data', `${stamp}-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(kept)) return kept;
  const making = `${kept}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  const host = await launch(making, await freePort(), {});
  await host.stop();
  try {
    renameSync(making, kept);
  } catch {
    // Somebody else was faster.
    rmSync(making, { recursive: true, force: true });
  }
  return kept;
}

/** Starts the local host in demo mode on a free port and waits until it answers. Stop it. */
export async function startLocalHost({ dataDir, port, env = {} }: StartOptions = {}): Promise<LocalHost> {
  if (dataDir) return launch(dataDir, port ?? (await freePort()), env);
  const own = mkdtempSync(join(tmpdir(), 'shelin-host-'));
  cpSync(await demoData(), own, { recursive: true });
  const host = await launch(own, port ?? (await freePort()), env);
  return {
    ...host,
    stop: async () => {
      await host.stop();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
