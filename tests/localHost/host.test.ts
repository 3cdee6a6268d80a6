import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, freePort, removeScratch, scratch } from './support/scratch';

let fakeRoot: string;
let port: number;
const children: ChildProcess[] = [];

/** A checkout with fake functions, one migration and one page, and the real host. */
beforeAll(async () => {
  fakeRoot = scratch();
  port = await freePort();
  const at = (...parts: string[]) => join(fakeRoot, ...parts);
  await built('tests/localHost/support/fakeDatabaseFunction.ts', at('dist/local/api/index.js'));
  await built('tests/localHost/support/fakeDatabaseFunction.ts', at('dist/cloudfunctions/jobs/index.js'));
  await built('tests/localHost/support/fakeSeed.ts', at('dist/local/seed/index.js'));
  await built('cloudfunctions/localHost/functionWorker.ts', at('dist/local/host/functionWorker.js'));
  await built('cloudfunctions/localHost/main.ts', at('dist/local/host/main.js'));
  mkdirSync(at('cloudfunctions/migrations'), { recursive: true });
  writeFileSync(at('cloudfunctions/migrations/0000_first.sql'), 'create table thing (words text)');
  mkdirSync(at('dist/h5'));
  writeFileSync(at('dist/h5/index.html'), '<title>社邻</title>');
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await removeScratch();
});

interface Started {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
}

function start(env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(fakeRoot, 'dist/local/host/main.js')], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      SHELIN_ROOT: fakeRoot,
      SHELIN_PORT: String(port),
      SHELIN_API_WORKERS: '1',
      ...env,
    },
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  return { child, output: () => text, exit: new Promise((resolve) => child.on('close', resolve)) };
}

async function ready(started: Started): Promise<Started> {
  while (!started.output().includes('社邻已启动')) {
    if (started.child.exitCode !== null) throw new Error(started.output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return started;
}

const call = async (action: string) =>
  (await fetch(`http://127.0.0.1:${port}/api/${action}`, { method: 'POST', body: '{}' })).json();

test('starts, seeds once, serves, stops cleanly and comes back with its rows; a second one says who is in the way', async () => {
  const first = await ready(start());
  expect(first.output()).toContain(`http://127.0.0.1:${port}`);
  expect(first.output()).toContain('王芳  社区居民');
  expect(await call('test.list')).toEqual({ ok: true, data: ['seeded'] });
  expect(await call('test.add')).toEqual({ ok: true, data: ['added', 'seeded'] });

  const samePort = start();
  expect(await samePort.exit).toBe(1);
  expect(samePort.output()).toMatch(new RegExp(`^端口 ${port} 已被占用，[^\\n]+\\n$`));
  const sameDirectory = start({ SHELIN_PORT: String(await freePort()) });
  expect(await sameDirectory.exit).toBe(1);
  expect(sameDirectory.output()).toMatch(new RegExp(`^数据目录 [^\\n]+进程号 ${first.child.pid}[^\\n]+\\n$`));

  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  const second = await ready(start());
  expect(await call('test.list')).toEqual({ ok: true, data: ['added', 'seeded'] });
  expect(second.output()).not.toContain('第一次启动');
  second.child.kill('SIGKILL');
  await second.exit;
  const third = await ready(start());
  expect(await call('test.list')).toEqual({ ok: true, data: ['added', 'seeded'] });
  third.child.kill('SIGINT');
  expect(await third.exit).toBe(0);
});

test.each([
  [{ SHELIN_PORT: 'abc' }, '不是端口号'],
  [{ SHELIN_DATA: 'dist/h5/index.html/data' }, '不能写入（ENOTDIR）'],
  [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, '连不上 DATABASE_URL 指定的数据库'],
])('says in one line what is wrong: %j', async (env, sentence) => {
  const started = start({ SHELIN_PORT: String(await freePort()), ...env });
  expect(await started.exit).toBe(1);
  expect(started.output().trimEnd().split('\n')).toEqual([expect.stringContaining(sentence)]);
});
