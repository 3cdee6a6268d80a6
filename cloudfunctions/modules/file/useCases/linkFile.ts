import { AppError } from '@shared/kernel/errors';
import { linkSeconds } from '@shared/modules/file/rules';
import type { FileLink } from '@shared/modules/file/schema';
import { prepared } from '@functions/platform/useCase';
import { findFile } from '../repository';
import type { StoredFileRow } from '../tables';
import { fileVisibleTo } from '../visibility';

/** 打开文件：本人或经办人得到一个几分钟后失效的地址；看别人的文件记入审计。 */
export const linkFile = prepared<'file.link', FileLink & { file: StoredFileRow }>({
  async before({ read, ports, now }, { fileId }) {
    const file = await read(async (ctx) => {
      const found = await findFile(ctx.tx, fileId);
      return found?.status === 'ready' && (await fileVisibleTo(ctx, found)) ? found : undefined;
    });
    if (!file?.storageKey || (file.expiresAt && file.expiresAt <= now)) throw new AppError('NOT_FOUND');
    const url = await ports.storage.temporaryUrl(file.storageKey, linkSeconds);
    return { url, expiresAt: new Date(now.getTime() + linkSeconds * 1000).toISOString(), file };
  },
  async run(ctx, { fileId }, { url, expiresAt, file }) {
    if (file.ownerUserId !== ctx.actor.userId) ctx.audit({ aggregate: 'file', id: fileId, note: file.purpose });
    return { url, expiresAt };
  },
});
