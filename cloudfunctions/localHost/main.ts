import { resolve } from 'node:path';
import type { Envelope } from '@shared/kernel/contract';
import { HostError, systemCode } from './hostError';
import { startHost, type Host } from './host';

/** The process behind `npm start`: reads the environment, starts the host, says where it is, stops it cleanly. */
const env = process.env;
const root = resolve(env.SHELIN_ROOT ?? process.cwd());
const port = Number(env.SHELIN_PORT ?? 8790);
const started = Date.now();
const say = (sentence: string): void => console.log(sentence);

interface PersonaList {
  items: { name: string; title: string }[];
}

/** 演示身份，登录页上也能选。 */
async function sayPersonas(host: Host): Promise<void> {
  const { envelope } = (await host.callApi('session.demoPersonas', {})) as { envelope: Envelope<PersonaList> };
  if (!envelope.ok) throw new HostError(`演示身份读不出来：${envelope.error.message}`);
  say('可以用这些演示身份登录（打开网址后点“演示身份”）：');
  for (const { name, title } of envelope.data.items) say(`  ${name}  ${title}`);
}

function stopCleanly(host: Host): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say('正在停止…');
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const sentenceFor = (error: unknown): string => {
  if (error instanceof HostError) return error.message;
  const code = systemCode(error);
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01')
    return `连不上 DATABASE_URL 指定的数据库（${code}）。请检查地址、账号和密码后再启动。`;
  if (code === 'EACCES' || code === 'ENOSPC' || code === 'EROFS')
    return `磁盘写不进去（${code}）。请检查目录权限和剩余空间后再启动。`;
  return `启动失败：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
};

async function main(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new HostError(`SHELIN_PORT=${env.SHELIN_PORT} 不是端口号，请用 1–65535 之间的数字。`);
  const demo = (env.SHELIN_DEMO ?? '1') === '1';
  const host = await startHost({
    root,
    dataDir: resolve(root, env.SHELIN_DATA ?? '.data'),
    port,
    publicUrl: (env.SHELIN_PUBLIC_URL ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ''),
    demo,
    databaseUrl: env.DATABASE_URL || undefined,
    apiWorkers: Number(env.SHELIN_API_WORKERS ?? 2),
    linkSecret: env.SHELIN_LINK_SECRET || undefined,
    trustProxy: env.SHELIN_TRUST_PROXY === '1',
    onProgress: say,
  });
  stopCleanly(host);
  if (demo) await sayPersonas(host);
  say(`社邻已启动（${((Date.now() - started) / 1000).toFixed(1)} 秒）：${host.url}`);
  say('按 Ctrl+C 停止。');
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exit(1);
});
