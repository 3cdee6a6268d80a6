import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { publicActor, type Actor } from '@shared/kernel/actor';
import { command, query, type CallEvent, type Envelope } from '@shared/kernel/contract';
import { AppError } from '@shared/kernel/errors';
import { anyone, signedIn } from '@shared/kernel/policy';
import { auditHash } from '@functions/platform/audit';
import type { Ctx } from '@functions/platform/context';
import { openDatabase, savepoint, type Database, type Tx } from '@functions/platform/database';
import { createHandler } from '@functions/platform/handler';
import type { Ports } from '@functions/platform/ports';
import { prepared } from '@functions/platform/useCase';
import { testDatabase, type TestDatabase } from '../support/database';

const contract = {
  'note.add': command({
    title: '记一笔',
    input: z.strictObject({ text: z.string().min(1).max(20), fail: z.boolean().default(false) }),
    output: z.strictObject({ serial: z.int() }),
  }),
  'note.leak': query({ title: '多说了', input: z.strictObject({}), output: z.strictObject({ shown: z.string() }) }),
  'note.slow': command({ title: '慢', input: z.strictObject({}), output: z.strictObject({ prepared: z.int() }) }),
  'note.trap': query({
    title: '陷阱',
    input: z.strictObject({ list: z.array(z.string()).min(1) }),
    output: z.strictObject({}),
  }),
};
const access = { 'note.add': signedIn, 'note.leak': anyone, 'note.slow': signedIn, 'note.trap': anyone };

const person = (id: string): Actor => ({
  userId: id,
  name: '某人',
  hat: { grantId: null, role: 'resident', regionCode: null, organizationId: null },
  grants: [],
});

let test: TestDatabase;
let database: Database;
let preparedCount = 0;
const alice = randomUUID();
const bob = randomUUID();
const people: Record<string, Actor> = { alice: person(alice), bob: person(bob) };

const routes = {
  'note.add': async (ctx: Ctx, { text, fail }: { text: string; fail: boolean }) => {
    const { rows } = await ctx.tx.execute<{ last: number }>(
      sql`insert into code_serial (series, last) values (${text}, 1) on conflict (series) do update set last = code_serial.last + 1 returning last`,
    );
    ctx.audit({ aggregate: 'ledger', id: text, note: '记了' });
    if (fail) throw new AppError('NOT_ALLOWED_NOW');
    return { serial: rows[0]?.last ?? 0 };
  },
  'note.leak': async () => ({ shown: 'a', secret: '11010519491231002X' }),
  'note.slow': prepared<never, number>({
    before: async () => (preparedCount += 1),
    run: (async (_: Ctx, __: unknown, count: number) => ({ prepared: count })) as never,
  }),
  'note.trap': async () => ({}),
};

beforeAll(async () => {
  test = await testDatabase();
  database = openDatabase(test.connectionString, 8);
});
afterAll(async () => {
  await database.close();
  await test.close();
});

const handlerAt = (now = new Date('2026-03-05T02:00:00Z')) =>
  createHandler({
    contract,
    access,
    routes,
    identify: async (_, { openid }) => people[openid ?? ''] ?? publicActor,
    onEvent: async () => undefined,
    database,
    ports: {} as Ports,
    clock: () => now,
    demo: false,
    publicUrl: '',
  });

const send = async (event: Partial<CallEvent> & { action: string }, who: string | null = 'alice'): Promise<Envelope> =>
  (await handlerAt()({ requestId: randomUUID(), ...event }, who)).envelope;

const codeOf = (envelope: Envelope): string => (envelope.ok ? 'ok' : envelope.error.code);
const serialOf = async (series: string): Promise<number> =>
  (await test.query<{ last: number }>('select last from code_serial where series = $1', [series]))[0]?.last ?? 0;

describe('the command pipeline', () => {
  it('answers a repeated command with the first answer and does it once', async () => {
    const event = { action: 'note.add', input: { text: 'twice' }, requestId: randomUUID() };
    expect(await send(event)).toEqual(await send(event));
    expect(await serialOf('twice')).toBe(1);
  });

  it('does ten parallel twins once', async () => {
    const event = { action: 'note.add', input: { text: 'parallel' }, requestId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(event)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, data: { serial: 1 } })]),
    );
    expect(await serialOf('parallel')).toBe(1);
  });

  it('refuses a used key with other input, and lets another person use the same key', async () => {
    const requestId = randomUUID();
    await send({ action: 'note.add', input: { text: 'key' }, requestId });
    expect(codeOf(await send({ action: 'note.add', input: { text: 'other' }, requestId }))).toBe('REQUEST_REUSED');
    expect(codeOf(await send({ action: 'note.add', input: { text: 'key' }, requestId }, 'bob'))).toBe('ok');
    expect(await serialOf('key')).toBe(2);
  });

  it('leaves nothing of a command that failed, so that it can be repeated', async () => {
    const requestId = randomUUID();
    expect(codeOf(await send({ action: 'note.add', input: { text: 'fails', fail: true }, requestId }))).toBe(
      'NOT_ALLOWED_NOW',
    );
    expect(await serialOf('fails')).toBe(0);
    expect(await test.query("select 1 from audit_entry where aggregate_id = 'fails'")).toEqual([]);
    expect(await test.query('select 1 from stored_answer where request_id = $1', [requestId])).toEqual([]);
  });

  it('refuses a command without a key, unknown fields, unknown actions and names of the prototype', async () => {
    expect(codeOf(await send({ action: 'note.add', input: { text: 'a' }, requestId: undefined }))).toBe('BAD_INPUT');
    expect(codeOf(await send({ action: 'note.add', input: { text: 'a', more: 1 } }))).toBe('BAD_INPUT');
    expect(codeOf(await send({ action: 'note.nothing' }))).toBe('NOT_FOUND');
    expect(codeOf(await send({ action: 'constructor' }))).toBe('NOT_FOUND');
    expect(codeOf(await send({ action: 'note.trap', input: { list: { length: { toString: 1 } } } }))).toBe('BAD_INPUT');
  });

  it('marks the field and says in Chinese what to do', async () => {
    const answer = await send({ action: 'note.add', input: { text: '' } });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', fields: [{ field: 'text', message: '这一项不能空着，请填写' }] },
    });
  });

  it('asks strangers to log in', async () => {
    expect(codeOf(await send({ action: 'note.add', input: { text: 'a' } }, null))).toBe('UNAUTHENTICATED');
  });

  it('refuses input that is too deep or too wide before any schema sees it', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 20; level++) deep = { deep };
    expect(codeOf(await send({ action: 'note.add', input: deep }))).toBe('TOO_LARGE');
    expect(codeOf(await send({ action: 'note.add', input: { text: '字'.repeat(100_000) } }))).toBe('TOO_LARGE');
    expect(
      codeOf(
        await send({
          action: 'note.add',
          input: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, 1])),
        }),
      ),
    ).toBe('TOO_LARGE');
  });

  it('lets nothing out that the contract does not name', async () => {
    const answer = await send({ action: 'note.leak' });
    expect(JSON.stringify(answer)).not.toContain('11010519491231002X');
  });

  it('runs slow work before the transaction, and not again for a repeated command', async () => {
    const event = { action: 'note.slow', input: {}, requestId: randomUUID() };
    const first = await send(event);
    const count = preparedCount;
    expect(await send(event)).toEqual(first);
    expect(preparedCount).toBe(count);
  });

  it('chains the audit per record, so that a changed entry shows', async () => {
    for (let n = 0; n < 3; n++) await send({ action: 'note.add', input: { text: 'chain' } });
    const rows = await test.query<{
      aggregate: string;
      aggregate_id: string;
      seq: number;
      at: Date;
      action: string;
      actor_user_id: string | null;
      body: string;
      prev_hash: string;
      hash: string;
    }>("select * from audit_entry where aggregate_id = 'chain' order by seq");
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const hashOf = (row: (typeof rows)[number]) =>
      auditHash({
        prevHash: row.prev_hash,
        aggregate: row.aggregate,
        aggregateId: row.aggregate_id,
        seq: row.seq,
        at: row.at,
        action: row.action,
        actorUserId: row.actor_user_id,
        body: row.body,
      });
    expect(rows.map(hashOf)).toEqual(rows.map(({ hash }) => hash));
    expect(rows[1]?.prev_hash).toBe(rows[0]?.hash);
    const [second] = rows.slice(1);
    expect(second && hashOf({ ...second, body: second.body.replace('记了', '改了') })).not.toBe(second?.hash);
  });

  it('gives parallel writers of one record consecutive places', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send({ action: 'note.add', input: { text: 'busy' } })),
    );
    expect(answers.map(codeOf)).toEqual(Array(8).fill('ok'));
    const rows = await test.query<{ seq: number }>(
      "select seq from audit_entry where aggregate_id = 'busy' order by seq",
    );
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('undoes a part that failed and keeps the rest, whole or not at all', async () => {
    const count = async () => (await test.query("select 1 from code_serial where series like 'part-%'")).length;
    const put = (tx: Tx, series: string) =>
      tx.execute(sql`insert into code_serial (series, last) values (${series}, 1)`);
    await database.transaction(async (tx) => {
      await savepoint(tx, () => put(tx, 'part-a'));
      await expect(savepoint(tx, () => put(tx, 'part-a'))).rejects.toThrow();
    });
    expect(await count()).toBe(1);
    const failing = database.transaction(async (tx) => {
      await savepoint(tx, () => put(tx, 'part-b'));
      throw new AppError('NOT_ALLOWED_NOW');
    });
    await expect(failing).rejects.toThrow(AppError);
    expect(await count()).toBe(1);
  });

  it('does not let the functions change or remove what the audit holds', async () => {
    await send({ action: 'note.add', input: { text: 'sealed' } });
    for (const statement of ["update audit_entry set body = ''", 'delete from audit_entry', 'truncate audit_entry']) {
      await expect(database.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toThrow();
    }
    expect(await test.query("select 1 from audit_entry where aggregate_id = 'sealed'")).toHaveLength(1);
  });
});
