import { createHash, randomUUID } from 'node:crypto';
import dayjs from 'dayjs';
import { eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { linkSeconds, safeFileName } from '@shared/modules/file/rules';
import type { FileKind, FileLink, FilePurpose, StoredFileView } from '@shared/modules/file/schema';
import type { Ctx, OutsideCtx } from '@functions/platform/context';
import type { Tx } from '@functions/platform/database';
import { presentFile } from './presenter';
import { findFile, readyFiles, sweepable } from './repository';
import { storedFile } from './tables';
import { fileVisibleTo } from './visibility';

export { registerFileViewer, type FileViewer } from './visibility';

const sweepBatch = 200;

/** Names and sizes of files for a detail page, by id; a file that is gone is left out. Who may see the record is asked before. */
export async function fileViews(tx: Tx, fileIds: readonly string[]): Promise<Map<string, StoredFileView>> {
  const rows = await readyFiles(tx, fileIds);
  return new Map(rows.map((row) => [row.id, presentFile(row)]));
}

/**
 * Files about to be referred to by a record: each inspected, and the actor's own or already his to see.
 * @throws BAD_INPUT when one is not
 */
export async function requireFiles(ctx: Ctx, fileIds: readonly string[]): Promise<StoredFileView[]> {
  const rows = new Map((await readyFiles(ctx.tx, fileIds)).map((row) => [row.id, row]));
  const views: StoredFileView[] = [];
  for (const id of fileIds) {
    const row = rows.get(id);
    if (!row || !(await fileVisibleTo(ctx, row))) {
      throw new AppError('BAD_INPUT', { message: '有文件没有传好，请删掉后重新上传' });
    }
    views.push(presentFile(row));
  }
  return views;
}

/**
 * The bytes of an uploaded file the actor may see, for use outside a transaction (rosters, ledgers).
 * @throws NOT_FOUND when it is not there for him, BAD_INPUT when it was uploaded for something else
 */
export async function readFileBytes(
  outside: OutsideCtx,
  fileId: string,
  purpose: FilePurpose,
): Promise<{ name: string; kind: FileKind; bytes: Uint8Array }> {
  const file = await outside.read(async (ctx) => {
    const found = await findFile(ctx.tx, fileId);
    return found?.status === 'ready' && (await fileVisibleTo(ctx, found)) ? found : undefined;
  });
  if (!file?.storageKey) throw new AppError('NOT_FOUND');
  if (file.purpose !== purpose) throw new AppError('BAD_INPUT', { message: '这个文件不是为这件事上传的，请重新上传' });
  return { name: file.name, kind: file.kind, bytes: await outside.ports.storage.read(file.storageKey) };
}

/** Keeps a file made for one download (an export, a certificate), for a day, and gives a link to it. Outside a transaction. */
export async function offerDownload(
  outside: OutsideCtx,
  made: { name: string; kind: FileKind; bytes: Uint8Array },
): Promise<FileLink & { fileId: string }> {
  const { actor, now, ports } = outside;
  const { kind, bytes } = made;
  const name = safeFileName(made.name);
  const ownerUserId = actor.userId;
  if (ownerUserId === null) throw new AppError('UNAUTHENTICATED');
  const id = randomUUID();
  const storageKey = `made/${outside.today.replace(/-/g, '/')}/${id}/${name}`;
  await ports.storage.write(storageKey, bytes);
  await outside.read((ctx) =>
    ctx.tx.insert(storedFile).values({
      id,
      ownerUserId,
      name,
      kind,
      purpose: 'other',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storageKey,
      status: 'ready',
      createdAt: now,
      expiresAt: dayjs(now).add(1, 'day').toDate(),
    }),
  );
  const url = await ports.storage.temporaryUrl(storageKey, linkSeconds);
  return { fileId: id, url, expiresAt: dayjs(now).add(linkSeconds, 'second').toISOString() };
}

/**
 * Timer: removes bytes nobody needs (uploads already inspected or not completed within a day, downloads that ran out).
 * Storage first, row after: what breaks in between is tried again at the next run.
 * @returns how many were removed
 */
export async function sweepFiles({ now, ports, read }: Pick<OutsideCtx, 'now' | 'ports' | 'read'>): Promise<number> {
  const rows = await read((ctx) => sweepable(ctx.tx, dayjs(now).subtract(1, 'day').toDate(), now, sweepBatch));
  for (const row of rows) {
    if (row.uploadKey) await ports.storage.remove(row.uploadKey);
    const over = row.status === 'prepared' || row.expiresAt !== null;
    if (over && row.storageKey) await ports.storage.remove(row.storageKey);
    await read(({ tx }) =>
      over
        ? tx.delete(storedFile).where(eq(storedFile.id, row.id))
        : tx.update(storedFile).set({ uploadKey: null }).where(eq(storedFile.id, row.id)),
    );
  }
  return rows.length;
}
