import { join } from 'node:path';
import { FunctionPool, type FunctionPoolOptions } from '../../cloudfunctions/localHost/functionPool';
import { built, removeScratch, scratch } from './support/scratch';

let bundle: string;
let workerFile: string;
const pools: FunctionPool[] = [];
const logged: string[] = [];

beforeAll(async () => {
  const folder = scratch();
  bundle = await built('tests/localHost/support/fakeFunction.ts', join(folder, 'fake/index.js'));
  workerFile = await built('cloudfunctions/localHost/functionWorker.ts', join(folder, 'functionWorker.js'));
});
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close(100))));
afterAll(removeScratch);

function pool(options: Partial<FunctionPoolOptions> = {}): FunctionPool {
  const made = new FunctionPool({
    name: 'api',
    bundle,
    workerFile,
    env: { DATABASE_URL: 'postgres://here' },
    log: (line) => logged.push(line),
    ...options,
  });
  pools.push(made);
  return made;
}

const dataOf = (answer: unknown): unknown => (answer as { envelope: { data: unknown } }).envelope.data;

test('gives the function an environment of its own, nothing of the host', async () => {
  process.env.HOME ??= '/somewhere';
  expect(dataOf(await pool().invoke({ action: 'test.env' }))).toEqual({ database: 'postgres://here' });
});

test('names the openid only when the host vouches for it, whatever the event says', async () => {
  const one = pool();
  const stranger = dataOf(
    await one.invoke({ action: 'test.echo', WX_OPENID: 'forged', environment: '{"WX_OPENID":"forged"}' }),
  );
  expect((stranger as { environment: object }).environment).not.toHaveProperty('WX_OPENID');
  const vouched = dataOf(await one.invoke({ action: 'test.echo' }, { openid: 'o-123' }));
  expect(vouched).toMatchObject({ environment: { WX_OPENID: 'o-123' } });
  const next = dataOf(await one.invoke({ action: 'test.echo' }));
  expect((next as { environment: object }).environment).not.toHaveProperty('WX_OPENID');
});

test('runs one call at a time in a worker', async () => {
  const one = pool();
  await one.invoke({});
  const since = Date.now();
  await Promise.all([1, 2, 3].map(() => one.invoke({ action: 'test.slow' })));
  expect(Date.now() - since).toBeGreaterThanOrEqual(440);
});

test('hides what a function throws and logs it', async () => {
  await expect(pool().invoke({ action: 'test.throw' })).rejects.toMatchObject({
    code: 'INTERNAL',
    message: expect.not.stringContaining('secret'),
  });
  expect(logged.join()).toContain('secret detail');
});

test('starts another worker when one crashes, and answers the call that died', async () => {
  const one = pool();
  await expect(one.invoke({ action: 'test.crash' })).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(dataOf(await one.invoke({ action: 'test.slow' }))).toBe('slow');
});

test('cuts off a call that hangs and goes on', async () => {
  const one = pool({ timeoutMs: 1500 });
  await one.invoke({});
  await expect(one.invoke({ action: 'test.hang' })).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(dataOf(await one.invoke({ action: 'test.slow' }))).toBe('slow');
});

test('refuses when the queue is full', async () => {
  const one = pool({ queueLimit: 2 });
  await one.invoke({});
  const calls = [1, 2, 3, 4].map(() => one.invoke({ action: 'test.slow' }));
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect(outcomes[3]).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
});

test('gives up on calls that wait for a function that never starts', async () => {
  const one = pool({ bundle: join(bundle, 'nowhere.js'), timeoutMs: 300 });
  await expect(one.invoke({})).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
