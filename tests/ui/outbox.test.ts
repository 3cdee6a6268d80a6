import type { Envelope } from '@shared/kernel/contract';

/** WeChat's part, as far as the client uses it: storage and requests. */
const storage = new Map<string, unknown>();
const requests: { url: string; header: Record<string, string>; data: string }[] = [];
let answer: () => Promise<{ data: unknown }>;

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: Array.from(storage.keys()) }),
    request: (options: { url: string; header: Record<string, string>; data: string }) => {
      requests.push(options);
      return answer();
    },
  },
}));
Object.assign(globalThis, { SHELIN_TRANSPORT: 'http', SHELIN_API_BASE: '' });

const replies = (envelope: Envelope) => () => Promise.resolve({ data: envelope });
const noNetwork = () => Promise.reject(new Error('request:fail'));

async function client() {
  const { call } = await import('@/client/call');
  const { flushOutbox, outboxStore, queueCommand } = await import('@/client/outbox');
  const { sessionStore, setToken, setUserId } = await import('@/client/sessionStore');
  return { call, flushOutbox, outboxStore, queueCommand, sessionStore, setToken, setUserId };
}

const command = { action: 'inbox.markRead', input: {}, title: '全部标为已读', requestId: 'r1' } as const;

beforeEach(() => {
  jest.resetModules();
  storage.clear();
  requests.length = 0;
});

describe('a call', () => {
  it('carries token, hat and a requestId, and gives the data of the envelope', async () => {
    storage.set('session.token', 'secret');
    storage.set('session.hat', 'grant-1');
    answer = replies({ ok: true, data: { unread: 0 } });
    const { call } = await client();
    await expect(call('inbox.markRead', {})).resolves.toEqual({ unread: 0 });
    expect(requests[0]?.url).toBe('/api/inbox.markRead');
    expect(requests[0]?.header).toMatchObject({ Authorization: 'Bearer secret', 'X-Hat': 'grant-1' });
    expect(requests[0]?.header['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('throws the sentence and the marked fields of the server', async () => {
    answer = replies({
      ok: false,
      error: { code: 'BAD_INPUT', message: '手机号不对', fields: [{ field: 'phone', message: '少一位' }] },
    });
    const { call } = await client();
    await expect(call('user.updateProfile', { phone: '1' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: '手机号不对',
      fields: [{ field: 'phone', message: '少一位' }],
    });
  });

  it('forgets the session when the server no longer knows it', async () => {
    storage.set('session.token', 'old');
    answer = replies({ ok: false, error: { code: 'UNAUTHENTICATED', message: '请先登录再继续' } });
    const { call, sessionStore } = await client();
    await expect(call('inbox.markRead', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sessionStore.getState().token).toBeUndefined();
    expect(storage.has('session.token')).toBe(false);
  });

  it('says in Chinese that there is no network, and when something else answers', async () => {
    answer = noNetwork;
    const { call } = await client();
    await expect(call('inbox.markRead', {})).rejects.toThrow('网络连不上');
    answer = () => Promise.resolve({ data: '<html>captive portal</html>' });
    await expect(call('inbox.markRead', {})).rejects.toThrow('网络连不上');
  });
});

describe('the outbox', () => {
  it('keeps a command over a restart and sends it once, under its own requestId', async () => {
    const first = await client();
    first.setUserId('u1');
    first.queueCommand(command);
    jest.resetModules();
    answer = replies({ ok: true, data: { unread: 0 } });
    const second = await client();
    expect(second.outboxStore.getState().items).toHaveLength(1);
    await Promise.all([second.flushOutbox(), second.flushOutbox()]);
    await second.flushOutbox();
    expect(requests.map(({ header }) => header['Idempotency-Key'])).toEqual(['r1']);
    expect(second.outboxStore.getState().items).toEqual([]);
  });

  it('keeps what still finds no network', async () => {
    answer = noNetwork;
    const { setUserId, queueCommand, flushOutbox, outboxStore } = await client();
    setUserId('u1');
    queueCommand(command);
    await flushOutbox();
    expect(outboxStore.getState().items).toMatchObject([{ requestId: 'r1' }]);
    expect(outboxStore.getState().items[0]?.refusal).toBeUndefined();
  });

  it('shows why the server refused and does not send that again by itself', async () => {
    answer = replies({ ok: false, error: { code: 'STALE', message: '记录刚被他人更新，请刷新后再试' } });
    const { setUserId, queueCommand, flushOutbox, outboxStore } = await client();
    setUserId('u1');
    queueCommand(command);
    await flushOutbox();
    await flushOutbox();
    expect(requests).toHaveLength(1);
    expect(outboxStore.getState().items[0]?.refusal).toBe('记录刚被他人更新，请刷新后再试');
  });

  it('sends under the hat it was given under, whatever is worn now', async () => {
    answer = replies({ ok: true, data: { unread: 0 } });
    const { setUserId, queueCommand, flushOutbox, sessionStore } = await client();
    setUserId('u1');
    sessionStore.setState({ hat: 'grant-1' });
    queueCommand(command);
    sessionStore.setState({ hat: 'grant-2' });
    await flushOutbox();
    expect(requests[0]?.header['X-Hat']).toBe('grant-1');
  });

  it('never sends one person’s command in the name of another', async () => {
    answer = replies({ ok: true, data: { unread: 0 } });
    const { setUserId, queueCommand, flushOutbox } = await client();
    setUserId('u1');
    queueCommand(command);
    setUserId('u2');
    await flushOutbox();
    expect(requests).toHaveLength(0);
  });
});
