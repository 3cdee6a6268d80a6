import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { Gateway } from '../../cloudfunctions/localHost/gateway';
import { removeScratch } from './support/scratch';
import { testServer, type TestServer } from './support/testServer';

let host: TestServer;
let cloud: ReturnType<typeof cloudbase.init>;

beforeAll(async () => {
  host = await testServer();
  Object.assign(process.env, Gateway.environment(host.port, host.credentials));
  cloud = cloudbase.init({ env: 'local' });
});
afterAll(async () => {
  await host.close();
  await removeScratch();
});

const store = (cloudPath: string, words: string) => cloud.uploadFile({ cloudPath, fileContent: Buffer.from(words) });

async function linkOf(fileID: string, maxAge = 60): Promise<string> {
  const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return String(fileList[0]?.tempFileURL);
}

test('the unmodified SDK uploads, links, downloads and deletes a file', async () => {
  const { fileID } = await store('filing/场地 证明.pdf', '%PDF-1.4 内容');
  expect((await cloud.downloadFile({ fileID })).fileContent?.toString()).toBe('%PDF-1.4 内容');
  const shown = await fetch(await linkOf(fileID));
  expect(shown.headers.get('content-type')).toBe('application/pdf');
  expect(shown.headers.get('content-disposition')).toContain(encodeURIComponent('场地 证明.pdf'));
  await cloud.deleteFile({ fileList: [fileID] });
  const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
  expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
});

test('a name never becomes a path', async () => {
  const { fileID } = await store('../../outside.txt', 'kept inside');
  expect((await cloud.downloadFile({ fileID })).fileContent?.toString()).toBe('kept inside');
  expect(readdirSync(host.folder)).not.toContain('outside.txt');
});

test('a link stops working when its time is over, and when a sign of it is changed', async () => {
  const { fileID } = await store('a/b.png', 'png');
  const link = await linkOf(fileID, 60);
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(link.replace(/expires=\d/, 'expires=9'))).status).toBe(403);
  host.clock.offsetMs = 62_000;
  expect((await fetch(link)).status).toBe(403);
  host.clock.offsetMs = 0;
});

test('a download link cannot upload, and an upload link works once', async () => {
  const { fileID } = await store('a/once.png', 'first');
  const put = (link: string) => fetch(link, { method: 'PUT', body: 'other' });
  expect((await put(await linkOf(fileID))).status).toBe(403);
  const { data } = (await cloud.getUploadMetadata({ cloudPath: 'a/once.png' })) as unknown as { data: { url: string } };
  expect((await put(data.url)).status).toBe(200);
  const again = await put(data.url);
  expect([again.status, await again.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
});

test('cuts off an upload that is too large and keeps nothing of it', async () => {
  const { data } = (await cloud.getUploadMetadata({ cloudPath: 'a/large.bin' })) as unknown as {
    data: { url: string };
  };
  const chunks = new ReadableStream({
    start: (controller) => {
      for (let index = 0; index < 27; index++) controller.enqueue(new Uint8Array(1024 * 1024));
      controller.close();
    },
  });
  const reply = await fetch(data.url, { method: 'PUT', body: chunks, duplex: 'half' } as RequestInit);
  expect([reply.status, await reply.text()]).toEqual([413, expect.stringContaining('<Code>EntityTooLarge</Code>')]);
  expect(await host.files.size('a/large.bin')).toBeUndefined();
});

test('the SDK calls another function', async () => {
  const { result } = await cloud.callFunction({ name: 'api', data: { action: 'test.echo' } });
  expect(result).toMatchObject({ status: 200, envelope: { ok: true } });
});

test('a demo log-in code is always the same person', async () => {
  const person = (code: string) =>
    cloud.callWxOpenApi({ apiName: 'auth.code2Session', requestData: { js_code: code } });
  const first = (await person('张三')).result as { openid: string };
  expect((await person('张三')).result).toEqual(first);
  expect((await person('李四')).result).not.toEqual(first);
});

test('records the subscribe messages WeChat would have delivered', async () => {
  const message = { touser: 'o-1', templateId: 't-1', data: { thing1: { value: '已受理' } } };
  await cloud.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: message });
  const buffer = await cloud.callCompatibleWxOpenApi({
    apiName: 'subscribeMessage.send',
    requestData: Buffer.from(JSON.stringify(message)),
  });
  expect(buffer).toMatchObject({ errcode: 0 });
  const lines = readFileSync(join(host.folder, 'messages.ndjson'), 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { data: unknown }).data)).toEqual([message, message]);
});

test('says no as the platform does: HTTP 200 with a code', async () => {
  await expect(cloud.callWxOpenApi({ apiName: 'wxacode.get', requestData: {} })).rejects.toMatchObject({
    code: 'INVALID_WX_API',
  });
  await expect(cloud.downloadFile({ fileID: 'cloud://elsewhere/x' })).rejects.toMatchObject({
    code: 'STORAGE_FILE_NONEXIST',
  });
});

test('is not there for anybody who does not know the secret of this start', async () => {
  const ask = (authorization: string) =>
    fetch(`${host.url}/admin`, {
      method: 'POST',
      headers: { authorization },
      body: '{"action":"storage.getUploadMetadata","path":"x"}',
    });
  expect((await ask('')).status).toBe(404);
  expect((await ask('1.0.0 TC3-HMAC-SHA256 Credential=localffff/2026-01-01')).status).toBe(404);
  expect((await ask(`1.0.0 TC3-HMAC-SHA256 Credential=${host.credentials.secretId}/2026-01-01`)).status).toBe(200);
});
