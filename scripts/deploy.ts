/**
 * npm run deploy: what CloudBase would get. Without `--upload` nothing leaves this machine: it prints the functions, their
 * size, their timers and dist/cloudbaserc.json. See docs/first-deployment.md.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timers } from '../cloudfunctions/localHost/timers';
import { deployedFunctions, root } from './lib/functionBuild';

type FunctionName = (typeof deployedFunctions)[number];

/** Passed on to the functions when they are set here. The first two are needed. */
const variables = [
  'DATABASE_URL',
  'SHELIN_PUBLIC_URL',
  'SHELIN_WECHAT_APPID',
  'SHELIN_WECHAT_SECRET',
  'SHELIN_TEMPLATE_PROGRESS',
  'SHELIN_TEMPLATE_DEADLINE',
] as const;
const needed: readonly string[] = ['SHELIN_ENV_ID', 'DATABASE_URL', 'SHELIN_PUBLIC_URL'];
const secret: readonly string[] = ['DATABASE_URL', 'SHELIN_WECHAT_SECRET'];

/** Seconds and MB. `jobs` may take long: reminders, the outbox, nightly figures. */
const limits: Record<FunctionName, { timeout: number; memorySize: number }> = {
  api: { timeout: 20, memorySize: 512 },
  jobs: { timeout: 600, memorySize: 512 },
};

const folderOf = (name: string): string => join(root, 'dist/cloudfunctions', name);

const setVariables = (): Record<string, string> =>
  Object.fromEntries(variables.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

function configuration(envId: string) {
  const { SHELIN_VPC_ID: vpcId, SHELIN_SUBNET_ID: subnetId } = process.env;
  return {
    version: '2.0',
    envId,
    functionRoot: './cloudfunctions',
    functions: deployedFunctions.map((name) => ({
      name,
      ...limits[name],
      runtime: 'Nodejs18.15',
      handler: 'index.main',
      installDependency: false,
      envVariables: {
        ...setVariables(),
        SHELIN_ENV_ID: envId,
        SHELIN_MIGRATIONS_DIR: '/var/user/migrations',
        TZ: 'UTC',
      },
      ...(vpcId && subnetId ? { vpc: { vpcId, subnetId } } : {}),
      triggers:
        name === 'jobs' ? timers.map(({ name: timer, cron }) => ({ name: timer, type: 'timer', config: cron })) : [],
    })),
  };
}

function sizeOf(path: string): number {
  const found = statSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : found.size;
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The configuration as shown: secrets are named, not printed. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (secret.includes(key) ? '(已设置，不显示)' : part), 2);

function main(): void {
  const upload = process.argv.includes('--upload');
  const missing = needed.filter((name) => !process.env[name]);
  if (upload && missing.length > 0) throw new Error(`还缺环境变量：${missing.join('、')}。设置好后再部署。`);
  const config = configuration(process.env.SHELIN_ENV_ID ?? '<SHELIN_ENV_ID>');
  for (const name of deployedFunctions)
    console.log(
      `云函数 ${name}：${megabytes(sizeOf(folderOf(name)))}，其中代码 ${megabytes(statSync(join(folderOf(name), 'index.js')).size)}`,
    );
  console.log(`dist/cloudbaserc.json：\n${shown(config)}`);
  if (!upload) {
    if (missing.length > 0) console.log(`真正部署前还要设置：${missing.join('、')}。`);
    console.log('这是试运行，什么都没有上传，也没有写入文件。确认无误后运行：npm run deploy -- --upload');
    return;
  }
  writeFileSync(join(root, 'dist/cloudbaserc.json'), `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
  const { status, error } = spawnSync('tcb', ['fn', 'deploy', '--all', '--force'], {
    cwd: join(root, 'dist'),
    stdio: 'inherit',
  });
  if (error)
    throw new Error('没有找到 CloudBase 命令行工具。请先运行 npm install -g @cloudbase/cli 并用 tcb login 登录。');
  if (status !== 0) throw new Error('上传没有成功，请看上面的提示。');
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
