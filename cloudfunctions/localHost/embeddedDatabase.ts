import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DatabasePort } from './databasePort';
import { lockDirectory } from './directoryLock';
import { DurableFilesystem } from './durableFilesystem';
import { HostError, systemCode } from './hostError';

export interface EmbeddedDatabaseOptions {
  /** Holds `pg/` (the database), `host.lock` and, while it runs, `connection.json`. Made when missing. */
  dataDir: string;
  /** 0, the default, takes a free one. */
  port?: number;
  idleInTransactionMs?: number;
  /** Told what is going on when it takes longer. */
  onProgress?: (sentence: string) => void;
  /** The engine broke down: stop the process, the next start recovers. Default: does just that. */
  onBreakdown?: (error: unknown) => void;
  /** For tests: another file system. */
  filesystem?: (directory: string) => DurableFilesystem;
}

export interface EmbeddedDatabase {
  /** `postgres://…` on 127.0.0.1, as superuser; the functions step down to `shelin_app` in each transaction. */
  connectionString: string;
  close(): Promise<void>;
}

/** Without PGlite's `-F` (no fsync), with what makes a commit reach the disk, and with little memory. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...[
    'fsync=on',
    'wal_sync_method=fsync',
    'synchronous_commit=on',
    'full_page_writes=on',
    'shared_buffers=16MB',
  ].flatMap((setting) => ['-c', setting]),
];

const openFiles = (filesystem: DurableFilesystem): Promise<PGlite> => PGlite.create({ fs: filesystem, startParams });

function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(directory);
}

function syncPath(path: string): void {
  // Windows cannot open a directory to bring it to the disk; NTFS journals it.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Makes the database aside and moves it into place when it is whole, so that an interrupted first start leaves nothing behind. */
async function initialize(dataDir: string, makeFilesystem: (directory: string) => DurableFilesystem): Promise<void> {
  const unfinished = join(dataDir, 'pg.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const pglite = await openFiles(makeFilesystem(unfinished));
  await pglite.close();
  syncTree(unfinished);
  renameSync(unfinished, join(dataDir, 'pg'));
  syncPath(dataDir);
}

/**
 * Commits once and counts: PGlite alone acknowledges commits that never left memory.
 * @throws HostError when the commit was not brought to the disk.
 */
async function checkDurable(pglite: PGlite, filesystem: DurableFilesystem): Promise<void> {
  const before = filesystem.fsyncCount;
  await pglite.query("select pg_logical_emit_message(true, 'shelin', 'durability check')");
  if (filesystem.fsyncCount === before)
    throw new HostError(
      '数据库没有把提交的内容写到磁盘上，为免丢失数据已停止启动。请改用 DATABASE_URL 指定的 PostgreSQL 服务器。',
    );
}

function prepareDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, '.writable'), '');
    rmSync(join(dataDir, '.writable'));
  } catch (error) {
    throw new HostError(
      `数据目录 ${dataDir} 不能写入（${systemCode(error) ?? '未知原因'}）。请检查目录权限和磁盘空间，或用 SHELIN_DATA 换一个目录。`,
      { cause: error },
    );
  }
}

const stopProcess = (error: unknown): void => {
  console.error('数据库引擎意外停止，程序即将退出；已经提交的内容都在磁盘上，请重新启动。', error);
  process.exit(70);
};

/**
 * Opens the durable embedded PostgreSQL of a data directory and serves it on a port of 127.0.0.1.
 * Prepared statements, cursors, `set local` and advisory transaction locks work per client; a session-wide `set` is seen by all.
 * @throws HostError: directory locked or not writable, port taken, commits not durable.
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { dataDir, port = 0, idleInTransactionMs = 10_000, onBreakdown = stopProcess } = options;
  const makeFilesystem = options.filesystem ?? ((directory: string) => new DurableFilesystem(directory));
  prepareDirectory(dataDir);
  const lock = await lockDirectory(dataDir);
  try {
    if (!existsSync(join(dataDir, 'pg'))) {
      options.onProgress?.('第一次启动：正在建立数据库（约 10 秒）…');
      await initialize(dataDir, makeFilesystem);
    }
    const filesystem = makeFilesystem(join(dataDir, 'pg'));
    const pglite = await openFiles(filesystem);
    await checkDurable(pglite, filesystem);
    const password = randomBytes(24).toString('base64url');
    const served = await DatabasePort.open(pglite, {
      password,
      port,
      idleInTransactionMs,
      maxConnections: 64,
      onBreakdown,
    });
    const connectionString = `postgres://postgres:${password}@127.0.0.1:${served.port}/postgres?sslmode=disable`;
    const connectionFile = join(dataDir, 'connection.json');
    writeFileSync(connectionFile, JSON.stringify({ pid: process.pid, connectionString }), { mode: 0o600 });
    return {
      connectionString,
      close: async () => {
        rmSync(connectionFile, { force: true });
        await served.close();
        await pglite.exec('checkpoint');
        await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
