import { addDays, daysBetween, type CivilDate } from './civilDate';
import { workdayCalendar } from './workdayCalendar';

/** 自然日、工作日。 */
export type DayUnit = 'day' | 'workday';

/** A period granted by a rule: 「7 日」「5 个工作日」. */
export interface Period {
  amount: number;
  unit: DayUnit;
}

export const dayUnitLabels: Record<DayUnit, string> = { day: '天', workday: '个工作日' };

/** Days are counted as whole numbers here: a queue asks for thousands of them. */
const epoch: CivilDate = '1970-01-01';
const numberOf = (date: CivilDate): number => daysBetween(epoch, date);

const years = Object.values(workdayCalendar);
const holidays = new Set(
  years.flatMap((year) =>
    year.holidays.flatMap(({ from, to }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => numberOf(from) + index),
    ),
  ),
);
const extraWorkdays = new Set(years.flatMap((year) => year.extraWorkdays.map(numberOf)));

function isWorkdayNumber(day: number): boolean {
  if (extraWorkdays.has(day)) return true;
  // 1970-01-01 was a Thursday; the second % serves dates before it.
  const fromSunday = (((day + 4) % 7) + 7) % 7;
  return fromSunday !== 0 && fromSunday !== 6 && !holidays.has(day);
}

function nextWorkdayNumber(from: number): number {
  let day = from;
  while (!isWorkdayNumber(day)) day += 1;
  return day;
}

/** False when a year is outside the calendar: there only weekends are free days. */
export const calendarKnown = (year: number): boolean => workdayCalendar[year] !== undefined;

/** What to tell people about deadlines of a year whose notice is not entered yet; undefined when nothing is to be told. */
export function calendarNote(year: number): string | undefined {
  const entry = workdayCalendar[year];
  if (!entry) return `${year} 年放假安排尚未公布，工作日暂按周末休息计算`;
  return entry.provisional ? `${year} 年放假安排尚未公布，工作日暂按法定节假日计算，调休以通知为准` : undefined;
}

/** True on Monday to Friday without a public holiday, and on 调休 weekends. */
export const isWorkday = (date: CivilDate): boolean => isWorkdayNumber(numberOf(date));

/** The date itself when it is a working day, else the next one. */
export const nextWorkday = (date: CivilDate): CivilDate => addDays(epoch, nextWorkdayNumber(numberOf(date)));

/**
 * The n-th working day after a date; the day itself does not count, n = 0 is the day itself.
 * @throws RangeError when n is negative or no whole number.
 */
export function addWorkdays(from: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
  let day = numberOf(from);
  for (let left = n; left > 0; left -= 1) day = nextWorkdayNumber(day + 1);
  return addDays(epoch, day);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workdaysBetween(from: CivilDate, to: CivilDate): number {
  if (to < from) return 0 - workdaysBetween(to, from);
  let count = 0;
  for (let day = numberOf(from) + 1, last = numberOf(to); day <= last; day += 1) if (isWorkdayNumber(day)) count += 1;
  return count;
}

/**
 * The last day of a period that starts on `from`.
 * 开始的当日不计入，自下一日开始计算（民法典 §201）；最后一日是法定休假日的，以休假日结束的次日为最后一日（民法典 §203）；
 * 行政许可的期限以工作日计算，不含法定节假日（行政许可法 §82）。
 */
export const deadline = (from: CivilDate, { amount, unit }: Period): CivilDate =>
  unit === 'workday' ? addWorkdays(from, amount) : nextWorkday(addDays(from, amount));

/** How far a deadline is: `days` of the unit still to come, or gone by when overdue. */
export interface TimeLeft {
  overdue: boolean;
  days: number;
  unit: DayUnit;
}

/** Overdue from the day after `dueOn`; on a weekend after it, 0 working days have gone by. */
export function timeLeft(today: CivilDate, dueOn: CivilDate, unit: DayUnit): TimeLeft {
  const days = unit === 'workday' ? workdaysBetween(today, dueOn) : daysBetween(today, dueOn);
  return { overdue: today > dueOn, days: Math.abs(days), unit };
}

/** 「还剩 2 个工作日」「今天到期」「已逾期 3 个工作日」. */
export function timeLeftText({ overdue, days, unit }: TimeLeft): string {
  if (days === 0) return overdue ? '已逾期' : '今天到期';
  return `${overdue ? '已逾期' : '还剩'} ${days} ${dayUnitLabels[unit]}`;
}
