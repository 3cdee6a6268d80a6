import type { CivilDate } from '@shared/kernel/civilDate';

/** One cell as the file keeps it: a number is not yet a text, a date not yet a number. Columns count from 0. */
export type SheetCell =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'date'; date: CivilDate }
  | { kind: 'bool'; value: boolean }
  /** `#REF!` and the like */
  | { kind: 'error'; text: string }
  /** A formula and the value the spreadsheet program last worked out for it; we never work it out */
  | { kind: 'formula'; formula: string; result: Exclude<SheetCell, { kind: 'formula' }> };

export type SheetRow = readonly SheetCell[];

export const emptyCell: SheetCell = { kind: 'empty' };

/** Excel keeps 15 digits; every longer number has lost its last ones. */
export const exactNumberMax = 999_999_999_999_999;

/** The value of a cell: the stored result where it is a formula. */
export const valueOf = (cell: SheetCell | undefined): Exclude<SheetCell, { kind: 'formula' }> =>
  cell === undefined ? (emptyCell as { kind: 'empty' }) : cell.kind === 'formula' ? cell.result : cell;

/** What a reader of the sheet sees in a cell, untrimmed. */
export function textOf(cell: SheetCell | undefined): string {
  const value = valueOf(cell);
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'error':
      return value.text;
    case 'number':
      return String(value.value);
    case 'date':
      return value.date;
    case 'bool':
      return value.value ? '是' : '否';
  }
}

/** True for a cell without any visible character. */
export const isBlank = (cell: SheetCell | undefined): boolean => textOf(cell).trim() === '';

/** True when digits of an identifier kept as a number are gone, or it is written with an exponent. */
export function isLossy(cell: SheetCell | undefined): boolean {
  const value = valueOf(cell);
  if (value.kind === 'number') return Math.abs(value.value) > exactNumberMax;
  return value.kind === 'text' && /^\s*\d(\.\d+)?[eE]\+\d+\s*$/.test(value.text.normalize('NFKC'));
}
