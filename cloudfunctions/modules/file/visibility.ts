import type { Ctx } from '@functions/platform/context';
import type { StoredFileRow } from './tables';

/** A module's answer to: may this actor see this file because of a record of mine that refers to it? */
export type FileViewer = (ctx: Ctx, fileId: string) => Promise<boolean>;

const viewers = new Map<string, FileViewer>();

/** Called once by each module whose records carry files, when its routes are loaded. */
export const registerFileViewer = (module: string, viewer: FileViewer): void => {
  viewers.set(module, viewer);
};

/** 本人上传的文件，或者因所在的备案等记录而有权查看的文件。 */
export async function fileVisibleTo(ctx: Ctx, file: StoredFileRow): Promise<boolean> {
  if (file.ownerUserId === ctx.actor.userId) return true;
  for (const viewer of viewers.values()) if (await viewer(ctx, file.id)) return true;
  return false;
}
