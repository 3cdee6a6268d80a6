import { AppError } from '@shared/kernel/errors';
import type { OutsideCtx } from '@functions/platform/context';
import { prepared } from '@functions/platform/useCase';
import { inspectUpload, refusalError } from '../inspectUpload';
import { presentFile } from '../presenter';
import { findFile, markReady } from '../repository';
import type { StoredFileRow } from '../tables';

type Kept = Parameters<typeof markReady>[2];

/** The caller's own upload; anybody else's answers like an absent one. */
async function ownUpload(outside: OutsideCtx, uploadId: string): Promise<StoredFileRow> {
  const file = await outside.read((ctx) => findFile(ctx.tx, uploadId));
  if (!file || file.ownerUserId !== outside.actor.userId || file.expiresAt) throw new AppError('NOT_FOUND');
  return file;
}

async function arrivedBytes({ ports }: OutsideCtx, { uploadKey, bytes }: StoredFileRow): Promise<Uint8Array> {
  if (uploadKey === null) throw refusalError('incomplete');
  try {
    const arrived = await ports.storage.read(uploadKey);
    if (arrived.length !== bytes) throw refusalError('incomplete');
    return arrived;
  } catch (error) {
    throw error instanceof AppError && error.code === 'NOT_FOUND' ? refusalError('incomplete') : error;
  }
}

/**
 * 收下文件：看内容是不是它自称的东西，去掉照片里的位置和时间，另存到别人写不到的地方。
 * The upload address may be written again while its signature lives; what was inspected lies under another key.
 */
export const completeUpload = prepared<'file.completeUpload', Kept | undefined>({
  async before(outside, { uploadId }) {
    const upload = await ownUpload(outside, uploadId);
    if (upload.status === 'ready') return undefined;
    const arrived = await arrivedBytes(outside, upload);
    const { bytes, ...facts } = inspectUpload(upload.name, upload.purpose, arrived);
    const storageKey = `files/${outside.today.replace(/-/g, '/')}/${upload.id}/${upload.purpose}.${facts.kind}`;
    await outside.ports.storage.write(storageKey, bytes);
    return { ...facts, bytes: bytes.length, storageKey };
  },
  async run(ctx, { uploadId }, inspected) {
    const marked = inspected && (await markReady(ctx.tx, uploadId, inspected));
    const file = marked ?? (await findFile(ctx.tx, uploadId));
    if (!file || file.ownerUserId !== ctx.actor.userId || file.status !== 'ready') throw new AppError('NOT_FOUND');
    ctx.audit({ aggregate: 'file', id: file.id, after: marked && { name: file.name, sha256: file.sha256 } });
    return presentFile(file);
  },
});
