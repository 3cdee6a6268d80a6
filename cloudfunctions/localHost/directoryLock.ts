import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync, realpathSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DirectoryHeldError, HostError } from './hostError';

export interface DirectoryLock {
  release(): void;
}

/**
 * Node has no flock(2) of its own. A lock taken by a child on an inherited descriptor belongs to the open file that both
 * share, so it stays with us after the child has ended, and the kernel drops it however we end (kill -9 included).
 */
const lockTools: readonly [string, readonly string[]][] = [
  ['flock', ['-n', '3']],
  ['perl', ['-e', 'open(my $f, ">&=", 3) or exit 2; exit(flock($f, 6) ? 0 : 1)']],
  ['python3', ['-c', 'import fcntl,sys\ntry: fcntl.flock(3, 6)\nexcept BlockingIOError: sys.exit(1)']],
];

function takeFlock(descriptor: number): 'taken' | 'held' | 'noTool' {
  for (const [command, args] of lockTools) {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
    if (status === 0) return 'taken';
    if (status === 1) return 'held';
  }
  return 'noTool';
}

const officeTime = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(instant),
  );

/** 谁在用：进程号和开始时间。 The holder may not have written it yet. */
function describeHolder(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string };
    return `进程号 ${pid}，自 ${officeTime(since)} 起`;
  } catch {
    return '刚刚启动';
  }
}

const heldError = (dataDir: string, file: string): HostError =>
  new DirectoryHeldError(
    `数据目录 ${dataDir} 正被另一个社邻程序使用（${describeHolder(file)}）。请先在那个窗口按 Ctrl+C 停止它，再重新启动。`,
  );

/** Windows: a pipe name can be held by one process only, and goes with it. */
function lockByPipe(dataDir: string, file: string): Promise<DirectoryLock> {
  const name = `\\\\.\\pipe\\shelin-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 32)}`;
  const server = createServer((socket) => socket.destroy()).unref();
  return new Promise((resolve, reject) => {
    server.once('error', () => reject(heldError(dataDir, file)));
    server.listen(name, () => resolve({ release: () => void server.close() }));
  });
}

/**
 * Takes the one lock of a data directory: a second PGlite on the same files would silently erase rows.
 * @throws HostError naming the holder.
 */
export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  const file = join(dataDir, 'host.lock');
  const descriptor = openSync(file, 'a', 0o600);
  const pipe = process.platform === 'win32' ? await lockByPipe(dataDir, file) : undefined;
  const outcome = pipe ? 'taken' : takeFlock(descriptor);
  if (outcome !== 'taken') closeSync(descriptor);
  if (outcome === 'held') throw heldError(dataDir, file);
  if (outcome === 'noTool')
    throw new HostError(
      '锁不住数据目录：系统里没有 flock、perl 或 python3。请安装其中一个（例如 util-linux）后再启动。',
    );
  ftruncateSync(descriptor);
  writeSync(descriptor, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return {
    release: () => {
      pipe?.release();
      closeSync(descriptor);
    },
  };
}
