import { isCivilDate, yearOf, type CivilDate } from '@shared/kernel/civilDate';
import { cleanLine } from '@shared/kernel/text';
import { isBlank, valueOf, type SheetCell } from './cells';

export type DatePrecision = 'day' | 'month' | 'year';

/** A date as an office wrote it: 「2016年5月」 is the first of the month, known to the month. */
export interface WrittenDate {
  date: CivilDate;
  precision: DatePrecision;
}

const dayMs = 86_400_000;
/** 1927-05-18 to 2119-01-11: no year, month or day is written with such a number. */
const serials = { from: 10_000, to: 80_000 };
const chineseDigits = '〇一二三四五六七八九';

const pad = (value: number): string => String(value).padStart(2, '0');

function civil(year: number, month: number | undefined, day: number | undefined): WrittenDate | undefined {
  const date = `${year}-${pad(month ?? 1)}-${pad(day ?? 1)}`;
  return isCivilDate(date)
    ? { date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' }
    : undefined;
}

/** Civil date of an Excel serial (1900 system); days are counted, no clock and no time zone takes part. */
export const dateOfSerial = (serial: number): CivilDate =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayMs).toISOString().slice(0, 10);

/** 二〇一九年十二月三十一日 → 2019年12月31日 */
function withArabicDigits(text: string): string {
  return text
    .replace(/[零○Ｏ]/g, '〇')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)));
}

function parseText(typed: string): WrittenDate | undefined {
  const text = withArabicDigits(
    cleanLine(typed)
      .normalize('NFKC')
      .replace(/\s*(上午|下午)?\s*\d{1,2}:\d{2}(:\d{2})?(\.\d+)?$/, ''),
  )
    .replace(/T$/, '')
    .replace(/\s/g, '')
    .replace(/(成立|组建|建立|备案|登记|前后)$/, '');
  const parts =
    /^(\d{4})(?:年|[-./、,，。·—–~])(\d{1,2})(?:(?:月|[-./、,，。·—–~])(?:(\d{1,2})[日号]?)?)?[.。]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})(\d{2})$/.exec(text) ??
    /^(\d{4})年?$/.exec(text);
  if (parts) {
    const [, year, month, day] = parts;
    return civil(
      Number(year),
      month === undefined ? undefined : Number(month),
      day === undefined ? undefined : Number(day),
    );
  }
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= serials.from && serial <= serials.to ? { date: dateOfSerial(serial), precision: 'day' } : undefined;
}

/** 2019.1 as a number may have been 2019.10: the last zero is gone. */
const lostZero = (value: number): boolean =>
  !Number.isInteger(value) && value < 3000 && /^\d{4}\.1$/.test(String(value));

/**
 * Reads a date cell: serials, real dates, 2019年3月5日, 2019.3.5, 2019/03/05, 20190305, 2019年3月, 2019 … `undefined` when blank.
 * `lossy` when a number has lost a digit; `invalid` when no such day exists or it is not one in between `from` and `to`.
 */
export function readDate(
  cell: SheetCell | undefined,
  range: { from: CivilDate; to: CivilDate },
): WrittenDate | 'invalid' | 'lossy' | undefined {
  if (isBlank(cell)) return undefined;
  const value = valueOf(cell);
  if (value.kind === 'number' && lostZero(value.value)) return 'lossy';
  const isSerial = value.kind === 'number' && value.value >= serials.from && value.value <= serials.to;
  const written: WrittenDate | undefined =
    value.kind === 'date'
      ? { date: value.date, precision: 'day' }
      : isSerial
        ? { date: dateOfSerial(value.value), precision: 'day' }
        : value.kind === 'number' || value.kind === 'text'
          ? parseText(value.kind === 'text' ? value.text : String(value.value))
          : undefined;
  return written && written.date >= range.from && written.date <= range.to ? written : 'invalid';
}

/** The date as it is written in a ledger, no more exact than it is known. */
export function writeDate({ date, precision }: WrittenDate): string {
  if (precision === 'day') return date;
  return precision === 'year' ? `${yearOf(date)}年` : `${yearOf(date)}年${Number(date.slice(5, 7))}月`;
}
