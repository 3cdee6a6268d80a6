// npm start: installs what is missing, builds what changed, then runs the local host. Plain Node, nothing installed yet.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `需要 Node 20 或更新的版本，现在是 ${process.version}。请从 https://nodejs.org 安装后再运行 npm start。`,
  );
  process.exit(1);
}

const { ensurePackages } = await import('./lib/ensure.mjs');
const { ensureBuild } = await import('./lib/builds.mjs');
const { root } = await import('./lib/stamp.mjs');

/** Runs one step; says what it is doing only when it takes longer than two seconds. */
async function step(doing, failed, work) {
  const since = Date.now();
  const notice = setTimeout(() => console.log(`${doing}…`), 2000);
  const beat = setInterval(() => console.log(`${doing}… 已用 ${Math.round((Date.now() - since) / 1000)} 秒`), 20_000);
  try {
    await work();
  } catch (error) {
    console.error(`${failed}\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  } finally {
    clearTimeout(notice);
    clearInterval(beat);
  }
}

await step('正在安装依赖', '依赖没有装好。请检查网络后再运行 npm start。', ensurePackages);
await Promise.all([
  step('正在构建云函数', '云函数没有构建成功，详情如下。', () => ensureBuild('functions')),
  step('正在构建网页', '网页没有构建成功，详情如下。', () => ensureBuild('h5')),
]);

// In this very process: whoever stops npm start, however hard, stops the host.
process.env.SHELIN_ROOT = root;
createRequire(import.meta.url)(join(root, 'dist/local/host/main.js'));
