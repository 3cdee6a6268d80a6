import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { HostServer } from '../../cloudfunctions/localHost/server';
import { removeScratch } from './support/scratch';
import { testServer, type TestServer } from './support/testServer';

let host: TestServer;
beforeAll(async () => {
  host = await testServer();
});
afterAll(async () => {
  await host.close();
  await removeScratch();
});

interface Raw {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** fetch tidies paths and forbids Host: this sends them as they are. */
function raw(path: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const call = (action: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/api/${action}`, { method: 'POST', body, headers });

test('hands action, input, key, token and hat to the function and answers its envelope', async () => {
  const reply = await call('test.echo', '{"name":"值"}', {
    authorization: 'Bearer t-1',
    'idempotency-key': 'k-1',
    'x-hat': 'g-1',
  });
  const { ok, data } = (await reply.json()) as {
    ok: boolean;
    data: { event: unknown; environment: { TCB_SOURCE_IP: string } };
  };
  expect(ok).toBe(true);
  expect(data.event).toEqual({
    action: 'test.echo',
    input: { name: '值' },
    requestId: 'k-1',
    token: 't-1',
    hat: 'g-1',
  });
  expect(data.environment.TCB_SOURCE_IP).toContain('127.0.0.1');
});

test('uses the status of the answer', async () => {
  const reply = await call('test.refuse', '{}');
  expect([reply.status, await reply.json()]).toEqual([409, { ok: false, error: { code: 'STALE', message: '请刷新' } }]);
});

test('nobody vouches for an openid over HTTP', async () => {
  const reply = await call('test.echo', '{"WX_OPENID":"forged"}', {
    'x-wx-openid': 'forged',
    'x-wx-source': 'wx_client',
  });
  const { data } = (await reply.json()) as { data: { environment: object } };
  expect(data.environment).not.toHaveProperty('WX_OPENID');
});

test.each([
  ['declared', 'x'.repeat(256 * 1024 + 1)],
  ['undeclared', new ReadableStream({ start: (c) => (c.enqueue(new Uint8Array(300 * 1024)), c.close()) })],
])('refuses an input longer than 256 KiB with 413 (%s length)', async (_how, body) => {
  const reply = await fetch(`${host.url}/api/test.echo`, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect([reply.status, ((await reply.json()) as { error: { code: string } }).error.code]).toEqual([413, 'TOO_LARGE']);
});

test('answers a body that is far too long before it has all been sent', async () => {
  const reply = await call('test.echo', new Uint8Array(8 * 1024 * 1024));
  expect(reply.status).toBe(413);
});

test.each(['{', '\u0000', '{"a":1}}'])('answers %j with an envelope, not a stack', async (body) => {
  const reply = await call('test.echo', body);
  expect([reply.status, await reply.json()]).toMatchObject([400, { ok: false, error: { code: 'BAD_INPUT' } }]);
});

test('refuses bytes that are not UTF-8', async () => {
  expect((await call('test.echo', new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400);
});

test.each(['/api/', '/api/test', '/api/test.echo.more', '/api/..%2ftest.echo', '/api/__proto__.toString'])(
  'knows no action %s',
  async (path) => {
    expect((await raw(path, { method: 'POST', body: '{}' })).status).toBe(404);
  },
);

test('hides what a function throws', async () => {
  const reply = await call('test.throw', '{}');
  const text = await reply.text();
  expect(reply.status).toBe(500);
  expect(text).toContain('服务繁忙');
  expect(text).not.toContain('secret');
});

test('serves the page with its security headers and the scripts it really has', async () => {
  const reply = await fetch(`${host.url}/`);
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(reply.headers.get('cache-control')).toBe('no-cache');
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = reply.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]+'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('compresses, and lets hashed files be kept for ever', async () => {
  const reply = await raw('/js/app.0a1b2c3d.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(reply.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  const again = await raw('/js/app.0a1b2c3d.js', { headers: { 'if-none-match': String(reply.headers.etag) } });
  expect([again.status, again.body]).toEqual([304, '']);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/js/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%252e%252e/secret.txt',
  '/js/../../secret.txt',
  '/.hidden',
  '/js',
  '/%00',
  '/%zz',
  '//secret.txt',
])('gives out nothing beside its folder: %s', async (path) => {
  const reply = await raw(path);
  expect(reply.status).not.toBe(200);
  expect(reply.body).not.toContain('secret');
});

test('answers only to its own names: another name pointing here is refused', async () => {
  expect((await raw('/', { headers: { host: 'evil.example' } })).status).toBe(421);
  expect(
    (await raw('/api/test.echo', { method: 'POST', body: '{}', headers: { host: `evil.example:${host.port}` } }))
      .status,
  ).toBe(421);
});

test('sends a page opened as localhost to the address its file links use', async () => {
  const reply = await raw('/', { headers: { host: `localhost:${host.port}` } });
  expect([reply.status, reply.headers.location]).toEqual([307, `${host.url}/`]);
});

test('listens on this machine only', async () => {
  const other = Object.values(networkInterfaces())
    .flat()
    .find((face) => face?.family === 'IPv4' && !face.internal);
  if (!other) return;
  await expect(fetch(`http://${other.address}:${host.port}/`)).rejects.toThrow();
});

test('the certificate QR leads to the public check page', async () => {
  const reply = await raw('/check?code=%E6%B9%98%E7%A4%BE%22%3E1');
  expect([reply.status, reply.headers.location]).toEqual([
    302,
    '/#/modules/public/pages/check/index?code=%E6%B9%98%E7%A4%BE%22%3E1',
  ]);
});

test('openapi and healthz come from the function', async () => {
  expect(await (await fetch(`${host.url}/openapi.json`)).json()).toEqual({ asked: 'openapi' });
  expect(await (await fetch(`${host.url}/healthz`)).json()).toEqual({ asked: 'healthz' });
});

describe('wx.cloud.callFunction for tests', () => {
  const body = JSON.stringify({ openid: 'o-9', data: { action: 'test.echo' } });

  test('vouches for the openid in the demo', async () => {
    const reply = await raw('/wx/callFunction', { method: 'POST', body });
    expect(JSON.parse(reply.body)).toMatchObject({ result: { ok: true, data: { environment: { WX_OPENID: 'o-9' } } } });
  });

  test('is not there through a proxy, nor outside the demo', async () => {
    expect(
      (await raw('/wx/callFunction', { method: 'POST', body, headers: { 'x-forwarded-for': '1.2.3.4' } })).status,
    ).toBe(404);
    const real = await testServer({ demo: false });
    const reply = await fetch(`${real.url}/wx/callFunction`, { method: 'POST', body });
    await real.close();
    expect(reply.status).toBe(404);
  });
});

test('says in one sentence that the port is taken', async () => {
  const second = new HostServer({ ...({} as ConstructorParameters<typeof HostServer>[0]), publicUrl: host.url });
  await expect(second.listen(host.port)).rejects.toThrow(`端口 ${host.port} 已被占用`);
});
