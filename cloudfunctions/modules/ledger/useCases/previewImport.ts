import type { Output } from '@shared/contract';
import { ledgerFieldLabels, ledgerFields } from '@shared/modules/ledger/fields';
import { readFileBytes } from '@functions/modules/file/service';
import { prepared } from '@functions/platform/useCase';
import { prepareImport, requireImportRegion } from '../importSource';
import { presentReport } from '../presentReport';
import { readWorkbook } from '../xlsx/readWorkbook';

/** 预览导入：每一行会怎样，什么也不写。 */
export const previewImport = prepared<'ledger.importPreview', Output<'ledger.importPreview'>>({
  before: async (outside, { fileId, regionCode, sheet, mapping }) => {
    requireImportRegion(outside.actor, regionCode);
    const { name, bytes } = await readFileBytes(outside, fileId, 'ledgerImport');
    const content = readWorkbook(bytes, sheet);
    const { ledger } = await prepareImport(outside, content, name, { regionCode, mapping });
    return {
      sheets: content.sheets,
      sheet: content.sheet,
      headerRow: ledger.headerRow,
      columns: ledger.columns.map(({ column, header, samples }) => ({
        index: column,
        header,
        field: ledger.mapping[column] ?? null,
        samples,
      })),
      fields: ledgerFields.map((field) => ({ field, label: ledgerFieldLabels[field], required: field === 'name' })),
      ...presentReport(ledger.rows),
    };
  },
  run: (_ctx, _input, report) => Promise.resolve(report),
});
