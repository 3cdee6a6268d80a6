import { randomUUID } from 'node:crypto';
import type { Actor } from '@shared/kernel/actor';
import { AppError } from '@shared/kernel/errors';
import { fileContract } from '@shared/modules/file/contract';
import { fileRefusalWords } from '@shared/modules/file/labels';
import { fileAccess } from '@shared/modules/file/policy';
import { uploadsPerDay } from '@shared/modules/file/rules';
import type { StoredFileView, UploadTicket } from '@shared/modules/file/schema';
import { fileRoutes } from '@functions/modules/file/routes';
import { offerDownload, registerFileViewer, requireFiles, sweepFiles } from '@functions/modules/file/service';
import type { Ctx, OutsideCtx } from '@functions/platform/context';
import { openDatabase, type Database } from '@functions/platform/database';
import { createHandler } from '@functions/platform/handler';
import type { Ports, StoragePort } from '@functions/platform/ports';
import { useTestDatabase } from '../../support/database';
import { join, phoneJpeg, plainJpeg, secretPlace, text } from './sampleFiles';

const database = useTestDatabase();
const people = { owner: randomUUID(), clerk: randomUUID(), stranger: randomUUID() };
const actorOf = (userId: string | null): Actor => ({
  userId,
  name: '甲',
  hat: { grantId: null, role: userId ? 'resident' : 'public', regionCode: null, organizationId: null },
  grants: [],
});

/** The storage as a table in memory; its links name the key. */
const kept = new Map<string, Uint8Array>();
const storage: StoragePort = {
  prepareUpload: async (key) => ({ url: `memory:${key}`, method: 'PUT', headers: {} }),
  read: async (key) => kept.get(key) ?? Promise.reject(new AppError('NOT_FOUND')),
  write: async (key, bytes) => void kept.set(key, bytes),
  temporaryUrl: async (key, seconds) => `memory:${key}?${seconds}`,
  remove: async (key) => void kept.delete(key),
};
const ports = { storage } as Ports;

let now = new Date('2026-11-22T02:00:00Z');
let db: Database;
let call: <T>(as: string | null, action: string, input: object, requestId?: string) => Promise<T>;

beforeAll(async () => {
  db = openDatabase(database().connectionString);
  for (const [name, id] of Object.entries(people)) {
    await database().query('insert into app_user (id, name, created_at) values ($1, $2, now())', [id, name]);
  }
  const handle = createHandler({
    contract: fileContract,
    access: fileAccess,
    routes: fileRoutes,
    identify: async (_, { token }) => actorOf(token),
    onEvent: async () => undefined,
    database: db,
    ports,
    clock: () => now,
    demo: false,
    publicUrl: 'http://127.0.0.1',
  });
  call = async <T>(as: string | null, action: string, input: object, requestId: string = randomUUID()) => {
    const { envelope } = await handle({ action, input, requestId, ...(as ? { token: as } : {}) }, null);
    if (!envelope.ok) throw new AppError(envelope.error.code as 'INTERNAL', { message: envelope.error.message });
    return envelope.data as T;
  };
});
afterAll(() => db.close());

const outsideOf = (userId: string): OutsideCtx => ({
  actor: actorOf(userId),
  now,
  today: '2026-11-22',
  requestId: randomUUID(),
  publicUrl: '',
  ports,
  read: (work) => db.transaction((tx) => work({ tx, actor: actorOf(userId), now } as Ctx)),
});

async function prepare(bytes: Uint8Array, name = '门头.jpg', as = people.owner): Promise<UploadTicket> {
  return call(as, 'file.prepareUpload', { name, bytes: bytes.length, purpose: 'venueProof' });
}

async function upload(bytes: Uint8Array, name?: string): Promise<StoredFileView> {
  const ticket = await prepare(bytes, name);
  kept.set(ticket.url.slice('memory:'.length), bytes);
  return call(people.owner, 'file.completeUpload', { uploadId: ticket.uploadId });
}

const refusal = (attempt: Promise<unknown>): Promise<Error> =>
  attempt.then(
    () => Promise.reject(new Error('was accepted')),
    (error: Error) => error,
  );

test('a photo is kept without its place, under a key its upload address does not lead to', async () => {
  const photo = phoneJpeg();
  const ticket = await prepare(photo);
  const uploadKey = ticket.url.slice('memory:'.length);
  kept.set(uploadKey, photo);
  const file = await call<StoredFileView>(people.owner, 'file.completeUpload', { uploadId: ticket.uploadId });
  expect(file).toEqual({ fileId: ticket.uploadId, name: '门头.jpg', kind: 'jpg', bytes: expect.any(Number) as number });
  // Whoever still holds the upload address writes something else.
  kept.set(uploadKey, text('MZ'));
  const { url, expiresAt } = await call<{ url: string; expiresAt: string }>(people.owner, 'file.link', {
    fileId: file.fileId,
  });
  const bytes = kept.get(url.slice('memory:'.length, url.indexOf('?')));
  expect(bytes?.length).toBe(file.bytes);
  expect(Buffer.from(bytes ?? []).includes(secretPlace)).toBe(false);
  expect(expiresAt).toBe('2026-11-22T02:10:00.000Z');
});

test('completing twice gives the same file, also from another tap', async () => {
  const photo = plainJpeg();
  const ticket = await prepare(photo);
  kept.set(ticket.url.slice('memory:'.length), photo);
  const id = { uploadId: ticket.uploadId };
  const [first, second] = await Promise.all([
    call(people.owner, 'file.completeUpload', id),
    call(people.owner, 'file.completeUpload', id),
  ]);
  expect(second).toEqual(first);
  expect(await call(people.owner, 'file.completeUpload', id)).toEqual(first);
});

test('a photo of 20 MB is refused before it is sent', async () => {
  const error = await refusal(
    call(people.owner, 'file.prepareUpload', { name: 'a.jpg', bytes: 20 * 1024 * 1024, purpose: 'venueProof' }),
  );
  expect(error).toMatchObject({ code: 'TOO_LARGE', message: fileRefusalWords.photoTooLarge });
});

test.each([
  ['nothing arrived', undefined, fileRefusalWords.incomplete],
  ['fewer bytes than announced', plainJpeg().slice(0, 200), fileRefusalWords.incomplete],
  [
    'a program of the announced size',
    join(text('MZ'), new Uint8Array(plainJpeg().length - 2)),
    fileRefusalWords.program,
  ],
])('is not accepted when %s', async (_, arrived, sentence) => {
  const ticket = await prepare(plainJpeg());
  if (arrived) kept.set(ticket.url.slice('memory:'.length), arrived);
  const error = await refusal(call(people.owner, 'file.completeUpload', { uploadId: ticket.uploadId }));
  expect(error.message).toBe(sentence);
  expect(await refusal(call(people.owner, 'file.link', { fileId: ticket.uploadId }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test("a stranger's request answers like one for a file that does not exist", async () => {
  const photo = plainJpeg();
  const ticket = await prepare(photo);
  kept.set(ticket.url.slice('memory:'.length), photo);
  const id = { uploadId: ticket.uploadId };
  const [foreign, absent] = [
    await refusal(call(people.stranger, 'file.completeUpload', id)),
    await refusal(call(people.stranger, 'file.completeUpload', { uploadId: randomUUID() })),
  ];
  expect(foreign).toMatchObject({ code: 'NOT_FOUND', message: absent.message });
  await call(people.owner, 'file.completeUpload', id);
  expect(await refusal(call(people.stranger, 'file.link', { fileId: ticket.uploadId }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await refusal(call(null, 'file.link', { fileId: ticket.uploadId }))).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('who handles a record with the file may open it, and that is written down', async () => {
  const file = await upload(plainJpeg());
  registerFileViewer('test', async ({ actor }, fileId) => actor.userId === people.clerk && fileId === file.fileId);
  await call(people.clerk, 'file.link', { fileId: file.fileId });
  await call(people.owner, 'file.link', { fileId: file.fileId });
  const entries = await database().query(
    `select actor_user_id as who from audit_entry where aggregate = 'file' and aggregate_id = $1 and action = 'file.link'`,
    [file.fileId],
  );
  expect(entries).toEqual([{ who: people.clerk }]);
  const seenBy = (userId: string) =>
    db.transaction((tx) => requireFiles({ tx, actor: actorOf(userId) } as Ctx, [file.fileId]));
  expect(await seenBy(people.clerk)).toEqual([file]);
  expect(await refusal(seenBy(people.stranger))).toMatchObject({ code: 'BAD_INPUT' });
});

test('an upload address is not kept in the database', async () => {
  await prepare(plainJpeg());
  const answers = await database().query(`select answer from stored_answer where answer like '%memory:%'`);
  expect(answers).toEqual([]);
});

test('the sweep removes what nobody needs and nothing else', async () => {
  const file = await upload(plainJpeg());
  const abandoned = await prepare(plainJpeg());
  kept.set(abandoned.url.slice('memory:'.length), plainJpeg());
  const download = await offerDownload(outsideOf(people.owner), { name: '台账.xlsx', kind: 'xlsx', bytes: text('PK') });
  expect(download.url).toContain('/台账.xlsx?600');
  await sweepFiles(outsideOf(people.owner));
  expect(kept.has(abandoned.url.slice('memory:'.length))).toBe(true);

  now = new Date('2026-11-23T03:00:00Z');
  while ((await sweepFiles(outsideOf(people.owner))) > 0);
  expect(Array.from(kept.keys()).filter((key) => !key.startsWith('files/'))).toEqual([]);
  expect(
    await database().query('select 1 from stored_file where id = any($1)', [[abandoned.uploadId, download.fileId]]),
  ).toEqual([]);
  const { url } = await call<{ url: string }>(people.owner, 'file.link', { fileId: file.fileId });
  expect(kept.has(url.slice('memory:'.length, url.indexOf('?')))).toBe(true);
});

test('nobody fills the storage: a person has so many uploads a day', async () => {
  await database().query(
    `insert into stored_file (id, owner_user_id, name, kind, purpose, bytes, upload_key, status, created_at)
     select gen_random_uuid(), $1, 'a.jpg', 'jpg', 'other', 1, 'x', 'prepared', $2 from generate_series(1, $3)`,
    [people.stranger, now, uploadsPerDay],
  );
  expect(await refusal(prepare(plainJpeg(), 'a.jpg', people.stranger))).toMatchObject({ code: 'TOO_MANY' });
  await prepare(plainJpeg());
});
