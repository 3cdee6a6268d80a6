import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { receiveFile, sendFile } from '@functions/localHost/fileRoutes';
import { FileStore } from '@functions/localHost/fileStore';
import { Gateway, makeCredentials } from '@functions/localHost/gateway';
import { cloudbaseStorage, type CloudbaseFiles } from '@functions/platform/adapters/cloudbaseStorage';
import type { StoragePort } from '@functions/platform/ports';

/** The unmodified SDK against the local host's gateway, over real HTTP. */
const folder = mkdtempSync(join(tmpdir(), 'storage-'));
const variables = { ...process.env };
let server: Server;
let storage: StoragePort;

beforeAll(async () => {
  const credentials = makeCredentials();
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answered =
      url.pathname === '/admin'
        ? gateway.handle(request, response)
        : request.method === 'PUT'
          ? receiveFile(files, request, response, url)
          : sendFile(files, request, response, url);
    // A reader that hangs up half way is one of the tests.
    answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const files = new FileStore(folder, `http://127.0.0.1:${port}`);
  const gateway = new Gateway({
    credentials,
    files,
    demo: true,
    messageLog: join(folder, 'log'),
    invoke: async () => null,
  });
  Object.assign(process.env, Gateway.environment(port, credentials));
  storage = cloudbaseStorage(cloudbase.init({ env: 'local' }));
});
afterAll(async () => {
  process.env = variables;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);

test('what is written is read back, byte for byte, also under a Chinese name', async () => {
  await storage.write('made/2026/台账 一.xlsx', bytes);
  expect(Buffer.from(await storage.read('made/2026/台账 一.xlsx')).equals(Buffer.from(bytes))).toBe(true);
});

test('a client sends bytes with the ticket alone', async () => {
  const { url, method, headers } = await storage.prepareUpload('uploads/a.jpg');
  expect((await fetch(url, { method, headers, body: bytes })).status).toBe(200);
  expect((await storage.read('uploads/a.jpg')).length).toBe(bytes.length);
});

test('a temporary link opens without any credentials', async () => {
  await storage.write('files/a.pdf', bytes);
  const response = await fetch(await storage.temporaryUrl('files/a.pdf', 60));
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect((await response.arrayBuffer()).byteLength).toBe(bytes.length);
});

test('a file that is not there is NOT_FOUND, removing it twice is no error', async () => {
  await storage.write('files/b.pdf', bytes);
  await storage.remove('files/b.pdf');
  await storage.remove('files/b.pdf');
  await expect(storage.read('files/b.pdf')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(storage.temporaryUrl('files/never.pdf', 60)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('more than any accepted file is not taken into memory', async () => {
  await storage.write('uploads/huge', new Uint8Array(17 * 1024 * 1024));
  await expect(storage.read('uploads/huge')).rejects.toMatchObject({ code: 'TOO_LARGE' });
});

test('a platform that refuses or is away is UNAVAILABLE', async () => {
  const answers = { code: 'SYS_ERR', message: 'down' };
  const refusing = new Proxy({} as CloudbaseFiles, { get: () => () => Promise.resolve(answers) });
  await expect(cloudbaseStorage(refusing).prepareUpload('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const away = new Proxy({} as CloudbaseFiles, { get: () => () => Promise.reject(new Error('ECONNREFUSED')) });
  await expect(cloudbaseStorage(away).write('a', bytes)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(cloudbaseStorage(away).remove('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
