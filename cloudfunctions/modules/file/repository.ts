import { and, count, eq, gt, inArray, isNotNull, lt, or } from 'drizzle-orm';
import type { Tx } from '@functions/platform/database';
import type { InspectedFile } from './inspectUpload';
import { storedFile, type StoredFileRow } from './tables';

/** A file by its id, ready or not. */
export async function findFile(tx: Tx, id: string): Promise<StoredFileRow | undefined> {
  const [file] = await tx.select().from(storedFile).where(eq(storedFile.id, id));
  return file;
}

/** Files that were inspected, by id. */
export const readyFiles = (tx: Tx, ids: readonly string[]): Promise<StoredFileRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(storedFile)
        .where(and(inArray(storedFile.id, [...ids]), eq(storedFile.status, 'ready')));

/** How many uploads a person began since. */
export async function countUploads(tx: Tx, ownerUserId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(storedFile)
    .where(
      and(eq(storedFile.ownerUserId, ownerUserId), isNotNull(storedFile.uploadKey), gt(storedFile.createdAt, since)),
    );
  return row?.total ?? 0;
}

/** Marks an upload as inspected. undefined when somebody else (a repeated tap) has done it already. */
export async function markReady(
  tx: Tx,
  id: string,
  file: Omit<InspectedFile, 'bytes'> & { bytes: number; storageKey: string },
): Promise<StoredFileRow | undefined> {
  const [row] = await tx
    .update(storedFile)
    .set({ ...file, status: 'ready' })
    .where(and(eq(storedFile.id, id), eq(storedFile.status, 'prepared')))
    .returning();
  return row;
}

/** Files with bytes nobody needs any more: uploads left behind, downloads that ran out. */
export const sweepable = (tx: Tx, uploadsBefore: Date, now: Date, limit: number): Promise<StoredFileRow[]> =>
  tx
    .select()
    .from(storedFile)
    .where(
      or(
        and(isNotNull(storedFile.uploadKey), lt(storedFile.createdAt, uploadsBefore)),
        and(isNotNull(storedFile.expiresAt), lt(storedFile.expiresAt, now)),
      ),
    )
    .limit(limit);
