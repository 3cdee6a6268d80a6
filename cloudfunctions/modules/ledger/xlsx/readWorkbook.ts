import { read, SSF, type CellObject, type Range, type WorkSheet } from '@e965/xlsx';
import { emptyCell, isBlank, type SheetCell } from '@shared/modules/ledger/cells';
import { dateOfSerial } from '@shared/modules/ledger/dates';
import { findHeader } from '@shared/modules/ledger/header';
import { ledgerColumnsMax } from '@shared/modules/ledger/limits';
import { checkPackage } from './openPackage';
import { readCsv } from './readCsv';
import { refuseWorkbook } from './refusals';
import { sniffTable } from './sniffTable';

/** One sheet: its cells as they are kept in the file, vertical merges filled in, no empty columns at the right. */
export interface SheetContent {
  /** Names of all sheets, for choosing another */
  sheets: string[];
  sheet: string;
  rows: SheetCell[][];
}

/** Days between the 1900 and the 1904 calendar of spreadsheets. */
const offset1904 = 1462;

type Plain = Exclude<SheetCell, { kind: 'formula' }>;

/** Built-in formats 27–36 and 50–58 are Chinese dates without a format code: the parser knows them by its text only. */
const isDate = ({ z, w }: CellObject): boolean =>
  z === undefined ? /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(w ?? '') : SSF.is_date(String(z));

function plainCell(cell: CellObject, is1904: boolean): Plain {
  switch (cell.t) {
    case 'n':
      if (typeof cell.v !== 'number') return { kind: 'empty' };
      return cell.v >= 1 && cell.v < 2_958_466 && isDate(cell)
        ? { kind: 'date', date: dateOfSerial(cell.v + (is1904 ? offset1904 : 0)) }
        : { kind: 'number', value: cell.v };
    case 'b':
      return { kind: 'bool', value: cell.v === true };
    case 'e':
      return { kind: 'error', text: cell.w ?? '#ERROR!' };
    case 's':
      return cell.v === undefined || cell.v === '' ? { kind: 'empty' } : { kind: 'text', text: String(cell.v) };
    case 'd':
      return cell.v instanceof Date ? { kind: 'date', date: cell.v.toISOString().slice(0, 10) } : { kind: 'empty' };
    default:
      return { kind: 'empty' };
  }
}

function sheetCell(cell: CellObject | undefined, is1904: boolean): SheetCell {
  if (!cell) return emptyCell;
  const result = plainCell(cell, is1904);
  return cell.f === undefined ? result : { kind: 'formula', formula: cell.f, result };
}

/** A street merged over its twenty rows stands in every one of them; titles merged to the right stay where they are. */
function fillMerges(rows: SheetCell[][], merges: readonly Range[]): void {
  for (const { s, e } of merges) {
    const value = rows[s.r]?.[s.c];
    if (!value || isBlank(value)) continue;
    for (const row of rows.slice(s.r + 1, e.r + 1)) {
      while (row.length <= s.c) row.push(emptyCell);
      if (isBlank(row[s.c])) row[s.c] = value;
    }
  }
}

/** A list without its blank end. */
function withoutTail<T>(list: readonly T[], isEmpty: (item: T) => boolean): T[] {
  let length = list.length;
  while (length > 0 && isEmpty(list[length - 1] as T)) length -= 1;
  return list.slice(0, length);
}

const trimmed = (row: readonly SheetCell[]): SheetCell[] => withoutTail(row, isBlank);

/** Cells of one parsed sheet. Reads sparse rows by their filled columns only: a cell in column XFD costs nothing. */
function cellsOf(sheet: WorkSheet, is1904: boolean): SheetCell[][] {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows = Array.from({ length: data.length }, (_, index) => {
    const row: SheetCell[] = [];
    for (const key of Object.keys(data[index] ?? [])) {
      const cell = sheetCell(data[index]?.[Number(key)], is1904);
      if (isBlank(cell)) continue;
      if (Number(key) >= ledgerColumnsMax) throw refuseWorkbook('tooManyColumns');
      while (row.length < Number(key)) row.push(emptyCell);
      row[Number(key)] = cell;
    }
    return row;
  });
  fillMerges(rows, sheet['!merges'] ?? []);
  return withoutTail(rows.map(trimmed), (row) => row.length === 0);
}

function parse(bytes: Buffer): { names: string[]; contentOf: (name: string) => SheetCell[][] } {
  try {
    const book = read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: true,
      cellHTML: false,
      cellDates: false,
      cellFormula: true,
    });
    const is1904 = book.Workbook?.WBProps?.date1904 === true;
    return {
      names: book.SheetNames,
      contentOf: (name) => {
        const sheet = book.Sheets[name];
        if (!sheet) throw refuseWorkbook('noSheet');
        return cellsOf(sheet, is1904);
      },
    };
  } catch {
    throw refuseWorkbook('damaged');
  }
}

/**
 * Reads a table file (xlsx; CSV in UTF-8 or GBK) safely: the chosen sheet, else the first with a header, else the first with content.
 * @throws FILE_REFUSED, TOO_LARGE, BAD_INPUT with a sentence that says what to do
 */
export function readWorkbook(file: Uint8Array, chosen?: string): SheetContent {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (sniffTable(bytes) === 'csv') {
    const rows = readCsv(bytes).map(trimmed);
    if (rows.every((row) => row.length === 0)) throw refuseWorkbook('noContent');
    return { sheets: ['CSV'], sheet: 'CSV', rows };
  }
  checkPackage(bytes);
  const { names, contentOf } = parse(bytes);
  if (chosen !== undefined) return { sheets: names, sheet: chosen, rows: contentOf(chosen) };
  let first: SheetContent | undefined;
  for (const sheet of names) {
    const content = { sheets: names, sheet, rows: contentOf(sheet) };
    if (content.rows.length > 0 && findHeader(content.rows)) return content;
    if (content.rows.length > 0) first ??= content;
  }
  if (!first) throw refuseWorkbook('noContent');
  return first;
}
