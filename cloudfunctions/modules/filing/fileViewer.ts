import { eq } from 'drizzle-orm';
import { canSeeFiling } from '@shared/modules/filing/policy';
import { registerFileViewer } from '@functions/modules/file/service';
import { recordOf } from './filingCase';
import { filing, filingFile } from './tables';

/** 材料跟着备案走：看得到备案件的人，看得到它的材料。 */
registerFileViewer('filing', async (ctx, fileId) => {
  const rows = await ctx.tx
    .select({ row: filing })
    .from(filingFile)
    .innerJoin(filing, eq(filing.id, filingFile.filingId))
    .where(eq(filingFile.fileId, fileId));
  return rows.some(({ row }) => canSeeFiling(ctx.actor, recordOf(row, [])));
});
