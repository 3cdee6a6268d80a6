import * as z from 'zod';

/** 日历日期 `YYYY-MM-DD`, years 1000–9999: text, never a timestamp (China kept UTC+9 in the summers of 1986–1991). */
export type CivilDate = string;

const dayMs = 86_400_000;
/** 东八区, a fixed offset: phones and servers may lack time-zone data. */
const chinaOffsetMs = 8 * 3_600_000;
const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const pad = (value: number): string => String(value).padStart(2, '0');
const textOf = (date: Date): CivilDate => date.toISOString().slice(0, 10);

/** True for a day that exists: `2026-02-30` does not. */
export function isCivilDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && textOf(date) === text;
}

/** Zod schema of a civil date. */
export const civilDate = z.string().refine(isCivilDate, { error: '日期不对，请按“年-月-日”填写，例如 2026-03-05' });

function midnight(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`Not a civil date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}

function civil(ms: number): CivilDate {
  const text = textOf(new Date(ms));
  if (!isCivilDate(text)) throw new RangeError('Civil dates end at 9999-12-31 and begin at 1000-01-01');
  return text;
}

export const addDays = (date: CivilDate, days: number): CivilDate => civil(midnight(date) + days * dayMs);

/** Same day of a later or earlier month; clamped to the month's last day (`2026-01-31` + 1 → `2026-02-28`). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const from = new Date(midnight(date));
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  return civil(last.setUTCDate(Math.min(from.getUTCDate(), last.getUTCDate())));
}

/** Same day of another year; 29 February becomes the 28th. */
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (midnight(to) - midnight(from)) / dayMs;

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: CivilDate): number => new Date(midnight(date)).getUTCDay();

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** The date on China's clocks at an instant. */
export const todayIn = (now: Date): CivilDate => civil(now.getTime() + chinaOffsetMs);

/** The instant at which a date begins in China: half-open ranges over `…At` columns. */
export const startOfDay = (date: CivilDate): Date => new Date(midnight(date) - chinaOffsetMs);

function dayText(date: CivilDate, thisYear: number): string {
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  return yearOf(date) === thisYear ? day : `${yearOf(date)}年${day}`;
}

/** 「3月5日（周四）」; another year is named and its weekday left out: 「2027年3月5日」. */
export function formatCivilDate(date: CivilDate, thisYear: number): string {
  const words = weekdayNames[weekday(date)] ?? '';
  return yearOf(date) === thisYear ? `${dayText(date, thisYear)}（${words}）` : dayText(date, thisYear);
}

/** 「2026年3月5日」, for certificates and exports. */
export const formatFullDate = (date: CivilDate): string => dayText(date, Number.NaN);

/** An instant as people read it: 「今天 14:05」「昨天 09:00」「3月5日 14:05」「2025年3月5日 14:05」. */
export function formatInstant(at: Date, now: Date): string {
  const local = new Date(at.getTime() + chinaOffsetMs);
  const time = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`;
  const [day, today] = [todayIn(at), todayIn(now)];
  const age = daysBetween(day, today);
  if (age === 0) return `今天 ${time}`;
  if (age === 1) return `昨天 ${time}`;
  return `${dayText(day, yearOf(today))} ${time}`;
}
