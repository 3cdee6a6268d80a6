import type { Input } from '@shared/contract';
import { readFileBytes } from '@functions/modules/file/service';
import type { OutsideCtx } from '@functions/platform/context';
import { prepared } from '@functions/platform/useCase';
import { prepareImport, requireImportRegion, type PreparedImport } from '../importSource';
import { presentReport } from '../presentReport';
import { writeImport } from '../writeImport';
import { readWorkbook } from '../xlsx/readWorkbook';

type ReadBytes = (
  outside: OutsideCtx,
  input: Input<'ledger.importCommit'>,
) => Promise<{ name: string; bytes: Uint8Array }>;

/** The import, with the file from wherever it lies. */
export const importWith = (readBytes: ReadBytes) =>
  prepared<'ledger.importCommit', PreparedImport>({
    before: async (outside, input) => {
      requireImportRegion(outside.actor, input.regionCode);
      const { name, bytes } = await readBytes(outside, input);
      return prepareImport(outside, readWorkbook(bytes, input.sheet), name, input);
    },
    run: async (ctx, { regionCode }, prepared) => {
      const rows = await writeImport(ctx, prepared);
      const report = presentReport(rows);
      const drafts = rows.filter(({ outcome }) => outcome === 'review').length;
      const note = `${prepared.fileName}：入账 ${report.imported} 条，待核实 ${drafts} 条，已有 ${report.alreadyThere} 条`;
      ctx.audit({ aggregate: 'ledger', id: regionCode, note, after: report });
      return report;
    },
  });

/** 导入台账：能读的入账，有疑问的留作草稿，一行也不丢；再导入一次什么也不加。 */
export const commitImport = importWith((outside, { fileId }) => readFileBytes(outside, fileId, 'ledgerImport'));
