import { randomUUID } from 'node:crypto';
import { startOfDay } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import { checkDeclared, safeFileName, uploadsPerDay } from '@shared/modules/file/rules';
import type { FileKind } from '@shared/modules/file/schema';
import type { StoragePort } from '@functions/platform/ports';
import { prepared } from '@functions/platform/useCase';
import { refusalError } from '../inspectUpload';
import { countUploads } from '../repository';
import { storedFile } from '../tables';

interface Place {
  id: string;
  uploadKey: string;
  kind: FileKind;
  target: Awaited<ReturnType<StoragePort['prepareUpload']>>;
}

/** 准备上传：先看名字和大小，再给一个地址；每人每天有上限。 */
export const prepareUpload = prepared<'file.prepareUpload', Place>({
  async before({ today, ports }, input) {
    const check = checkDeclared(input);
    if (!check.ok) throw refusalError(check.reason, check.message);
    const id = randomUUID();
    const uploadKey = `uploads/${today.replace(/-/g, '/')}/${id}.${check.kind}`;
    return { id, uploadKey, kind: check.kind, target: await ports.storage.prepareUpload(uploadKey) };
  },
  async run(ctx, { name, bytes, purpose }, { id, uploadKey, kind, target }) {
    const ownerUserId = ctx.actor.userId;
    if (ownerUserId === null) throw new AppError('UNAUTHENTICATED');
    if ((await countUploads(ctx.tx, ownerUserId, startOfDay(ctx.today))) >= uploadsPerDay) {
      throw new AppError('TOO_MANY', { message: `今天已经上传了 ${uploadsPerDay} 个文件，请明天再传` });
    }
    await ctx.tx.insert(storedFile).values({
      id,
      ownerUserId,
      name: safeFileName(name),
      kind,
      purpose,
      bytes,
      uploadKey,
      status: 'prepared',
      createdAt: ctx.now,
    });
    ctx.audit({ aggregate: 'file', id });
    return { uploadId: id, ...target };
  },
});
