import { emptyCell, type SheetCell } from '@shared/modules/ledger/cells';
import { ledgerColumnsMax, ledgerRowsMax } from '@shared/modules/ledger/limits';
import { refuseWorkbook } from './refusals';

/** UTF-8 where it is valid, else GB 18030: what Excel writes on Chinese Windows. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Cells of a CSV file (RFC 4180, also with tabs or semicolons); every cell is text. @throws TOO_LARGE */
export function readCsv(bytes: Buffer): SheetCell[][] {
  const text = decode(bytes);
  const firstLine = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const separator = ['\t', ';', ','].find((mark) => firstLine.split(mark).length > 2) ?? ',';
  const rows: SheetCell[][] = [];
  let row: SheetCell[] = [];
  let filled = 0;
  const token = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\r|\\n|$)`, 'y');
  while (token.lastIndex < text.length) {
    const [, written = '', ending = ''] = token.exec(text) ?? refuse('damaged');
    const value = written.startsWith('"') ? written.slice(1, -1).replace(/""/g, '"') : written;
    row.push(value === '' ? emptyCell : { kind: 'text', text: value });
    if (row.length > ledgerColumnsMax) refuse('tooManyColumns');
    if (ending === separator) continue;
    if (row.some(({ kind }) => kind !== 'empty')) filled += 1;
    if (filled > ledgerRowsMax) refuse('tooManyRows');
    rows.push(row);
    row = [];
  }
  return rows;
}

function refuse(refusal: 'damaged' | 'tooManyColumns' | 'tooManyRows'): never {
  throw refuseWorkbook(refusal);
}
