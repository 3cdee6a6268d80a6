import type { Readable } from 'node:stream';
import { formatFullDate, type CivilDate } from '@shared/kernel/civilDate';
import { ledgerExportColumns, type LedgerExportRow } from '@shared/modules/ledger/exportColumns';
import type { WrittenCell } from './sheetXml';
import { workbookStream } from './writeWorkbook';

/** What stands above an exported ledger: whose it is, who took it out and when, whether personal data is whole. */
export interface LedgerExportHead {
  /** 「东营区社区社会组织管理台账」 */
  title: string;
  exportedBy: string;
  exportedOn: CivilDate;
  /** True when ID and phone numbers are written in full; the reason given for it */
  personal?: { reason: string };
}

const remarkOf = ({ exportedBy, exportedOn, personal }: LedgerExportHead): string =>
  [
    `导出人：${exportedBy}`,
    `导出日期：${formatFullDate(exportedOn)}`,
    personal ? `含完整证件号和电话，用途：${personal.reason}` : '证件号和电话已隐去部分',
  ].join('　');

async function* cellsOf(rows: AsyncIterable<LedgerExportRow>): AsyncGenerator<WrittenCell[]> {
  let serial = 0;
  for await (const row of rows) {
    serial += 1;
    yield [serial, ...ledgerExportColumns.map(({ field }) => row[field])];
  }
}

/** A ledger as an xlsx stream, row by row as they come. Masking is the caller's: what is given is written. */
export const writeLedger = (head: LedgerExportHead, rows: AsyncIterable<LedgerExportRow>): Readable =>
  workbookStream(
    { title: head.title, remark: remarkOf(head), columns: [{ header: '序号', width: 8 }, ...ledgerExportColumns] },
    cellsOf(rows),
  );
