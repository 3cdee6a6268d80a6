import { randomUUID } from 'node:crypto';
import type { GrantableRole } from '@shared/kernel/actor';
import type { Contract, Envelope } from '@shared/kernel/contract';
import { AppError, type ErrorCode } from '@shared/kernel/errors';
import type { AccessTable } from '@shared/kernel/policy';
import type { Action, Output, SentInput } from '@shared/contract';
import { filingContract } from '@shared/modules/filing/contract';
import { filingAccess } from '@shared/modules/filing/policy';
import { notificationContract } from '@shared/modules/notification/contract';
import { notificationAccess } from '@shared/modules/notification/policy';
import { userContract } from '@shared/modules/user/contract';
import { userAccess } from '@shared/modules/user/policy';
import { filingRoutes } from '@functions/modules/filing/routes';
import { notificationRoutes } from '@functions/modules/notification/routes';
import { notifyOf } from '@functions/modules/notification/service';
import { identify } from '@functions/modules/user/identify';
import { userRoutes } from '@functions/modules/user/routes';
import { openDatabase, type Database } from '@functions/platform/database';
import { createHandler } from '@functions/platform/handler';
import type { Ports } from '@functions/platform/ports';
import { runJob, type Job } from '@functions/platform/runJob';
import { testDatabase, type TestDatabase } from './database';

/** A person of a test: known by his openid, acting under one hat. */
export interface Person {
  id: string;
  name: string;
  phone: string;
  openid: string;
  /** null: the resident hat */
  grantId: string | null;
}

export interface PersonWords {
  name?: string;
  phone?: string;
  role?: GrantableRole;
  region?: string;
  organization?: string;
}

/** A refusal as a client meets it. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  fields: { field: string; message: string }[];
}

/** A person's way into the api. */
export interface Caller {
  /** @throws AppError with the code the client would meet */
  call<A extends Action>(action: A, input: SentInput<A>, requestId?: string): Promise<Output<A>>;
  /** @throws when the call is not refused */
  refusal<A extends Action>(action: A, input: SentInput<A>, requestId?: string): Promise<Refusal>;
}

/** Everything a test of use cases needs: a database of its own, the pipeline, people, a clock that obeys. */
export interface TestApi {
  database: TestDatabase;
  db: Database;
  /** The bytes the storage keeps */
  stored: Map<string, Uint8Array>;
  sent: unknown[];
  now(): Date;
  /** Moves the clock: an instant, or a civil date at ten in the morning in China */
  setNow(when: Date | string): void;
  person(words?: PersonWords): Promise<Person>;
  grant(person: Person, words: Pick<PersonWords, 'role' | 'region' | 'organization'>): Promise<Person>;
  as(person: Person): Caller;
  /** Runs timed work as the timer does. @returns records touched, by name */
  runJobs(jobs: readonly Job[]): Promise<Record<string, number>>;
  /** What stands in a person's inbox, newest last */
  inboxOf(person: Person): Promise<{ event: string; title: string; body: string; link: string | null }[]>;
  close(): Promise<void>;
}

const memoryPorts = (stored: Map<string, Uint8Array>, sent: unknown[]): Ports => ({
  storage: {
    prepareUpload: async (key) => ({ url: `memory:${key}`, method: 'PUT', headers: {} }),
    read: async (key) => stored.get(key) ?? Promise.reject(new AppError('NOT_FOUND')),
    write: async (key, bytes) => void stored.set(key, bytes),
    temporaryUrl: async (key, seconds) => `memory:${key}?${seconds}`,
    remove: async (key) => void stored.delete(key),
  },
  identity: { openidOfCode: async (code) => `openid-${code}` },
  messages: { sendSubscribe: async (message) => void sent.push(message) },
});

/** The modules a test composes; those of filing by default. */
export interface TestParts {
  contract: Contract;
  access: AccessTable<string>;
  routes: Readonly<Record<string, unknown>>;
}

const filingParts: TestParts = {
  contract: { ...userContract, ...notificationContract, ...filingContract },
  access: { ...userAccess, ...notificationAccess, ...filingAccess },
  routes: { ...userRoutes, ...notificationRoutes, ...filingRoutes },
};

let phones = 13_000_000_000;

/** A running api on a fresh database, or on one that is given (benchmarks). Close it. */
export async function testApi(extra?: TestParts, given?: TestDatabase): Promise<TestApi> {
  const database = given ?? (await testDatabase());
  const db = openDatabase(database.connectionString, 6);
  const stored = new Map<string, Uint8Array>();
  const sent: unknown[] = [];
  let now = new Date('2026-03-02T02:00:00Z');
  const publicUrl = 'https://shelin.test';
  const handle = createHandler({
    contract: { ...filingParts.contract, ...extra?.contract },
    access: { ...filingParts.access, ...extra?.access },
    routes: { ...filingParts.routes, ...extra?.routes },
    identify,
    onEvent: notifyOf,
    database: db,
    ports: memoryPorts(stored, sent),
    // Every call a moment later than the one before, so that what was written can be put in order.
    clock: () => (now = new Date(now.getTime() + 1)),
    demo: false,
    publicUrl,
  });

  const grant: TestApi['grant'] = async (person, { role, region, organization }) => {
    const grantId = randomUUID();
    await database.query(
      `insert into role_grant (id, user_id, role, region_code, organization_id, valid_from, created_at) values ($1, $2, $3, $4, $5, '2020-01-01', now())`,
      [grantId, person.id, role, region ?? null, organization ?? null],
    );
    return { ...person, grantId };
  };

  const ask = async (person: Person, action: string, input: unknown, requestId: string): Promise<Envelope> =>
    (await handle({ action, input, requestId, ...(person.grantId ? { hat: person.grantId } : {}) }, person.openid))
      .envelope;

  return {
    database,
    db,
    stored,
    sent,
    now: () => now,
    setNow(when) {
      now = typeof when === 'string' ? new Date(`${when}T10:00:00+08:00`) : when;
    },
    grant,
    async person({ name = '张三', phone = String((phones += 1)), ...hat } = {}) {
      const id = randomUUID();
      const openid = `openid-${id}`;
      await database.query(
        'insert into app_user (id, openid, name, phone, created_at) values ($1, $2, $3, $4, now())',
        [id, openid, name, phone],
      );
      const person: Person = { id, name, phone, openid, grantId: null };
      return hat.role ? grant(person, hat) : person;
    },
    as: (person) => ({
      async call<A extends Action>(action: A, input: SentInput<A>, requestId: string = randomUUID()) {
        const envelope = await ask(person, action, input, requestId);
        if (envelope.ok) return envelope.data as Output<A>;
        const { code, message, fields = [] } = envelope.error;
        const where = fields.map((field) => `${field.field}：${field.message}`).join('；');
        throw new AppError(code as ErrorCode, { message: `${action} ${code} ${message} ${where}`, fields });
      },
      async refusal(action, input, requestId = randomUUID()) {
        const envelope = await ask(person, action, input, requestId);
        if (envelope.ok) throw new Error(`${action} was expected to be refused`);
        const { code, message, fields = [] } = envelope.error;
        return { code: code as ErrorCode, message, fields };
      },
    }),
    async runJobs(jobs) {
      const touched: Record<string, number> = {};
      for (const job of jobs)
        touched[job.name] = await runJob(job, { database: db, onEvent: notifyOf, publicUrl, now });
      return touched;
    },
    inboxOf: (person) =>
      database.query('select event, title, body, link from inbox_message where user_id = $1 order by created_at, id', [
        person.id,
      ]),
    async close() {
      await db.close();
      await database.close();
    },
  };
}

/** One api for the tests of a file (or `describe`): made before them, closed after them. */
export function useTestApi(extra?: TestParts): () => TestApi {
  // Jest does not apply a project's own testTimeout; walking a case takes a dozen commands.
  jest.setTimeout(60_000);
  let api: TestApi | undefined;
  beforeAll(async () => {
    api = await testApi(extra);
  });
  afterAll(async () => {
    await api?.close();
  });
  return () => {
    if (!api) throw new Error('The api exists inside tests and hooks only.');
    return api;
  };
}
