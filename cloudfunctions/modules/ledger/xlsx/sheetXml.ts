import { guardFormula } from '@shared/modules/ledger/formula';
import { sheetOpening, styleOf } from './workbookParts';

/** A sheet to be written: a title, a remark under it, a header, rows. */
export interface SheetPlan {
  title: string;
  remark: string;
  columns: readonly { header: string; width: number }[];
}

export type WrittenCell = string | number | undefined;

const headerRows = 3;
/** What a cell of Excel holds at most. */
const cellTextMax = 32_767;
const chunkLength = 64 * 1024;

/** 0 → A, 26 → AA */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML text of a cell; `_x0041_` would be read as a character's code and is written so that it stays what it is. */
const escapeText = (text: string): string =>
  text
    .slice(0, cellTextMax)
    .replace(/[\ud800-\udbff]$|[\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);

/** Most cells: nothing in them to clean, to guard or to escape. */
const isPlain = (text: string): boolean =>
  text.length < 1000 && /^[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff，、。（）*-]*$/.test(text);

function cellXml(value: WrittenCell, column: string, row: number, style?: number): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${column}${row}" s="${styleOf.number}"><v>${value}</v></c>` : '';
  return `<c r="${column}${row}" s="${style ?? styleOf.text}" t="inlineStr"><is><t xml:space="preserve">${isPlain(value) ? value : escapeText(guardFormula(value))}</t></is></c>`;
}

const rowXml = (row: number, cells: string, height?: number): string =>
  `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`;

function opening({ title, remark, columns }: SheetPlan): string {
  const header = columns
    .map((column, index) => cellXml(column.header, columnName(index), headerRows, styleOf.header))
    .join('');
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane = `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${sheetOpening}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${widths}</cols><sheetData>\
${rowXml(1, cellXml(title, 'A', 1, styleOf.title), 30)}${rowXml(2, cellXml(remark, 'A', 2, styleOf.remark))}${rowXml(headerRows, header, 22)}`;
}

function closing({ columns }: SheetPlan, lastRow: number): string {
  const last = columnName(columns.length - 1);
  const merges = [1, 2].map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`).join('');
  return `</sheetData><autoFilter ref="A${headerRows}:${last}${lastRow}"/><mergeCells count="2">${merges}</mergeCells><pageSetup paperSize="9" orientation="landscape"/></worksheet>`;
}

/** The XML of a sheet in pieces of some 64 KB; only one piece is in memory at a time. */
export async function* sheetXml(plan: SheetPlan, rows: AsyncIterable<readonly WrittenCell[]>): AsyncGenerator<string> {
  const names = plan.columns.map((_, index) => columnName(index));
  let row = headerRows;
  let piece = opening(plan);
  for await (const values of rows) {
    row += 1;
    piece += rowXml(row, names.map((name, index) => cellXml(values[index], name, row)).join(''));
    if (piece.length < chunkLength) continue;
    yield piece;
    piece = '';
  }
  yield piece + closing(plan, row);
}
