import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '../../../cloudfunctions/localHost/fileStore';
import { FunctionPool } from '../../../cloudfunctions/localHost/functionPool';
import { Gateway, makeCredentials, type GatewayCredentials } from '../../../cloudfunctions/localHost/gateway';
import { HostServer } from '../../../cloudfunctions/localHost/server';
import { StaticFiles } from '../../../cloudfunctions/localHost/staticFiles';
import { built, freePort, scratch } from './scratch';

export interface TestServer {
  url: string;
  port: number;
  folder: string;
  credentials: GatewayCredentials;
  files: FileStore;
  clock: { offsetMs: number };
  close(): Promise<void>;
}

const indexHtml = '<!doctype html><script>document.title = "x"</script><script src="js/app.0a1b2c3d.js"></script>';

/** The host's HTTP side with a fake function and a small page, without a database. */
export async function testServer({ demo = true } = {}): Promise<TestServer> {
  const folder = scratch();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'h5/js'), { recursive: true });
  writeFileSync(join(folder, 'h5/index.html'), indexHtml);
  writeFileSync(join(folder, 'h5/js/app.0a1b2c3d.js'), `/* ${'long '.repeat(400)} */`);
  writeFileSync(join(folder, 'h5/.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const api = new FunctionPool({
    name: 'api',
    bundle: await built('tests/localHost/support/fakeFunction.ts', join(folder, 'fake/index.js')),
    workerFile: await built('cloudfunctions/localHost/functionWorker.ts', join(folder, 'functionWorker.js')),
    env: {},
    log: () => undefined,
  });
  const clock = { offsetMs: 0 };
  const files = new FileStore(join(folder, 'files'), url, undefined, () => Date.now() + clock.offsetMs);
  const credentials = makeCredentials();
  const messageLog = join(folder, 'messages.ndjson');
  const gateway = new Gateway({ credentials, files, demo, messageLog, invoke: (_name, event) => api.invoke(event) });
  const server = new HostServer({
    api: () => api,
    gateway,
    files,
    pages: new StaticFiles(join(folder, 'h5'), url),
    publicUrl: url,
    demo,
  });
  await server.listen(port);
  await api.invoke({});
  const close = async (): Promise<void> => {
    await server.close();
    await api.close(100);
  };
  return { url, port, folder, credentials, files, clock, close };
}
