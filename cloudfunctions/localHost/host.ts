import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { AppError } from '@shared/kernel/errors';
import { migrate } from '@functions/platform/migrate';
import type { seedDemo } from './demo/seed';
import { openEmbeddedDatabase } from './embeddedDatabase';
import { FileStore } from './fileStore';
import { FunctionPool } from './functionPool';
import { Gateway, makeCredentials } from './gateway';
import { HostServer } from './server';
import { StaticFiles } from './staticFiles';
import { timerEvent, timers } from './timers';

export interface HostOptions {
  /** The folder that holds package.json and dist/ */
  root: string;
  dataDir: string;
  port: number;
  publicUrl: string;
  demo: boolean;
  /** A PostgreSQL server, as owner; without it the embedded database is opened in `dataDir` */
  databaseUrl: string | undefined;
  apiWorkers: number;
  linkSecret: string | undefined;
  trustProxy: boolean;
  /** Further variables for the functions */
  functionEnv?: Record<string, string>;
  onProgress: (sentence: string) => void;
}

export interface Host {
  url: string;
  connectionString: string;
  /** Calls the api function from inside, as the public. */
  callApi: (action: string, input: unknown) => Promise<unknown>;
  close(): Promise<void>;
}

interface Closeable {
  close(): Promise<void>;
}

const jobsTimeoutMs = 10 * 60_000;

/** Opens the database, migrates, seeds the demo, starts the functions and serves them. @throws HostError with a sentence for the person. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { root, dataDir, port, publicUrl, demo, onProgress } = options;
  const opened: Closeable[] = [];
  const closeAll = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  const pools = new Map<string, FunctionPool>();
  const pool = (name: string): FunctionPool => {
    const found = pools.get(name);
    if (!found) throw new AppError('UNAVAILABLE');
    return found;
  };
  try {
    const credentials = makeCredentials();
    const files = new FileStore(join(dataDir, 'files'), publicUrl, options.linkSecret);
    const invoke = (name: string, event: unknown) => pool(name).invoke(event);
    const gateway = new Gateway({ credentials, files, demo, messageLog: join(dataDir, 'messages.ndjson'), invoke });
    const pages = new StaticFiles(join(root, 'dist/h5'), publicUrl);
    const server = new HostServer({
      api: () => pool('api'),
      gateway,
      files,
      pages,
      publicUrl,
      demo,
      trustProxy: options.trustProxy,
      log: console.error,
    });
    // First of all, so that a taken port is told before anything is opened.
    await server.listen(port);
    opened.push(server);

    const connectionString = options.databaseUrl ?? (await openOwnDatabase(dataDir, opened, onProgress));
    mkdirSync(join(dataDir, 'files'), { recursive: true, mode: 0o700 });
    await migrate(connectionString, join(root, 'cloudfunctions/migrations'));
    if (demo) await seed(root, connectionString, files, onProgress);

    const env = {
      DATABASE_URL: connectionString,
      SHELIN_DEMO: demo ? '1' : '',
      SHELIN_PUBLIC_URL: publicUrl,
      TZ: 'UTC',
      NODE_ENV: 'production',
      ...Gateway.environment(port, credentials),
      ...options.functionEnv,
    };
    const workerFile = join(root, 'dist/local/host/functionWorker.js');
    const bundle = (name: string) =>
      join(root, name === 'api' && demo ? 'dist/local/api' : `dist/cloudfunctions/${name}`, 'index.js');
    const startPool = (name: string, more: { size?: number; timeoutMs?: number }) => {
      const started = new FunctionPool({ name, bundle: bundle(name), workerFile, env, ...more });
      pools.set(name, started);
      opened.push(started);
    };
    startPool('api', { size: options.apiWorkers });
    startPool('jobs', { timeoutMs: jobsTimeoutMs });
    opened.push(startTimers(pool('jobs')));

    const callApi = (action: string, input: unknown) =>
      pool('api').invoke({ action, input }, { sourceIp: '127.0.0.1' });
    return { url: publicUrl, connectionString, callApi, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function openOwnDatabase(
  dataDir: string,
  opened: Closeable[],
  onProgress: (sentence: string) => void,
): Promise<string> {
  const database = await openEmbeddedDatabase({ dataDir, onProgress });
  opened.push(database);
  return database.connectionString;
}

/** Demo data is a bundle of its own: nothing of it is in the host or in what is deployed. It writes once. */
async function seed(
  root: string,
  connectionString: string,
  store: FileStore,
  onProgress: (sentence: string) => void,
): Promise<void> {
  const file = join(root, 'dist/local/seed/index.js');
  const module = createRequire(file)(file) as { seedDemo: typeof seedDemo };
  const files = {
    read: (name: string) => buffer(store.read(name)),
    write: async (name: string, bytes: Uint8Array) => void (await store.write(name, Readable.from([bytes]))),
  };
  await module.seedDemo({ connectionString, files, onProgress });
}

/** Wakes `jobs`; a round that is still running is not started a second time. */
function startTimers(jobs: FunctionPool): Closeable {
  const running = new Set<string>();
  const handles = timers.map(({ name, everyMs }) =>
    setInterval(() => {
      if (running.has(name)) return;
      running.add(name);
      jobs
        .invoke(timerEvent(name, new Date()))
        .catch((error: unknown) => console.error(`[jobs] ${String(error)}`))
        .finally(() => running.delete(name));
    }, everyMs),
  );
  return {
    close: () => {
      for (const handle of handles) clearInterval(handle);
      return Promise.resolve();
    },
  };
}
