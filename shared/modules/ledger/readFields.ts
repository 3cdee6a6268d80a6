import type { CivilDate } from '@shared/kernel/civilDate';
import { idNumberProblem, normalizeIdNumber } from '@shared/kernel/idNumber';
import { normalizePhone, phoneProblem } from '@shared/kernel/phone';
import { cleanText, foldText } from '@shared/kernel/text';
import { normalizeUscc, usccProblem } from '@shared/kernel/uscc';
import { isBlank, isLossy, textOf, valueOf, type SheetCell } from './cells';
import { readDate, type WrittenDate } from './dates';
import type { ImportReason } from './reasons';

/** A cell that was read, is blank (`undefined`), or was refused: then the text as it stands is kept for the clerk. */
export type Reading<T> = { value: T | undefined } | { refused: ImportReason; text: string };

const refuse = (reason: ImportReason, cell: SheetCell | undefined): Reading<never> => ({
  refused: reason,
  text: readText(cell),
});

/** An apostrophe our own export put before a text, so that no spreadsheet works it out. */
const guard = /^'(?=[=+\-@＝＋－＠])/;
/** An apostrophe typed before a number to keep its digits. */
const digitGuard = /^['‘’`＇]\s*(?=[\d０-９])/;

/** Visible text of a cell, cleaned. */
export const readText = (cell: SheetCell | undefined): string => cleanText(textOf(cell)).replace(guard, '').trim();

/** Text of a code or number. */
const readDigits = (cell: SheetCell | undefined): string => readText(cell).replace(digitGuard, '');

/** 「无」「/」「-」「暂无」 and their like: the office says that there is nothing. */
const nothing = /^(无|没有|暂无|暂缺|不详|未知|空|未登记|未备案|[-—–/\\.。*]+)$/;

const isNothing = (cell: SheetCell | undefined): boolean => isBlank(cell) || nothing.test(readText(cell));

/** A formula without a stored value, or a stored error. */
export const isUnworked = (cell: SheetCell | undefined): boolean =>
  valueOf(cell).kind === 'error' || (cell?.kind === 'formula' && isBlank(cell));

/** A person's name: blanks between Chinese characters (陈　晓东) are typesetting, not part of it. */
export const readPersonName = (cell: SheetCell | undefined): string =>
  isNothing(cell)
    ? ''
    : readText(cell)
        .normalize('NFKC')
        .replace(/([\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, '$1')
        .replace(/\s+/g, ' ');

export function readIdNumber(cell: SheetCell | undefined): Reading<string> {
  if (isNothing(cell)) return { value: undefined };
  if (isLossy(cell)) return refuse('lossyNumber', cell);
  const text = readDigits(cell);
  if (idNumberProblem(text) === undefined) return { value: normalizeIdNumber(text) };
  // Typed text, but once saved by a spreadsheet as a number: the digits after the fifteenth are noughts.
  return refuse(/^\d{15}000$/.test(normalizeIdNumber(text)) ? 'lossyNumber' : 'invalidIdNumber', cell);
}

/** One number or several in a cell: the first is the number, all must be numbers. */
export function readPhone(cell: SheetCell | undefined): Reading<{ phone: string; others: string[] }> {
  if (isNothing(cell)) return { value: undefined };
  if (isLossy(cell)) return refuse('lossyNumber', cell);
  const text = readDigits(cell);
  if (phoneProblem(text) === undefined) return { value: { phone: normalizePhone(text), others: [] } };
  for (const separator of [/[/、,，;；\n或]/, /\s+/]) {
    const numbers = text.split(separator).filter((part) => part.trim() !== '');
    const [phone, ...others] = numbers.map(normalizePhone);
    if (phone !== undefined && numbers.every((number) => phoneProblem(number) === undefined))
      return { value: { phone, others } };
  }
  return refuse('invalidPhone', cell);
}

export function readUscc(cell: SheetCell | undefined): Reading<string> {
  if (isNothing(cell)) return { value: undefined };
  if (isLossy(cell)) return refuse('lossyNumber', cell);
  const text = readDigits(cell);
  return usccProblem(text) === undefined ? { value: normalizeUscc(text) } : refuse('invalidUscc', cell);
}

/** 「２９人」「约30人」「30余人」 → a whole number up to a million. */
export function readCount(cell: SheetCell | undefined): Reading<number> {
  if (isNothing(cell)) return { value: undefined };
  const text = readText(cell).normalize('NFKC').replace(/[\s,]/g, '');
  const count = Number(
    /^(?:约|大约|近|共)?(\d{1,6})(?:\.0+)?(?:余|多)?(?:人|名|位|个)?(?:左右|以上)?$/.exec(text)?.[1] ?? Number.NaN,
  );
  return Number.isNaN(count) ? refuse('invalidCount', cell) : { value: count };
}

export function readLedgerDate(
  cell: SheetCell | undefined,
  range: { from: CivilDate; to: CivilDate },
): Reading<WrittenDate> {
  if (isNothing(cell)) return { value: undefined };
  const written = readDate(cell, range);
  if (written === 'invalid') return refuse('invalidDate', cell);
  return written === 'lossy' ? refuse('lossyNumber', cell) : { value: written };
}

/** A code kept as it is written; a number is only refused where digits are gone. */
export const readCode = (cell: SheetCell | undefined): Reading<string> =>
  isNothing(cell) ? { value: undefined } : isLossy(cell) ? refuse('lossyNumber', cell) : { value: readDigits(cell) };

/** 「张三 13812345678」 in one cell: the name before the number. */
export function splitLeaderAndPhone(cell: SheetCell | undefined): { name: SheetCell; phone: SheetCell } {
  const text = readText(cell).normalize('NFKC');
  const at = text.search(/[\d+(]/);
  const name = (at < 0 ? text : text.slice(0, at)).replace(/[\s:,;/、，；：-]+$/, '');
  return {
    name: { kind: 'text', text: name },
    phone: { kind: 'text', text: at < 0 ? '' : text.slice(at).replace(/[)\s]+$/, '') },
  };
}

/** 「合计」「小计」「总计：320」: a row of sums. */
export const isTotalWord = (text: string): boolean =>
  /^(合计|总计|小计|共计|累计|总数|总和)(\d+)?(个|家|支|人)?$/.test(foldText(text));

/** 「填表人：」「注：」 below a table. */
export const isNoteWord = (text: string): boolean =>
  /^(填表|填报|制表|审核|审批|审签|分管|主要领导|单位负责人|单位盖章|盖章|注|备注|说明|备注说明|填表说明|联系人|联系电话|报送|第.{1,3}页|共.{1,3}页)[^:]{0,8}[:]/.test(
    text.normalize('NFKC').replace(/\s/g, ''),
  );
