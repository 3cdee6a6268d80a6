import fc from 'fast-check';
import { addDays, weekday, type CivilDate } from '@shared/kernel/civilDate';
import { workdayCalendar } from '@shared/kernel/workdayCalendar';
import {
  addWorkdays,
  calendarKnown,
  calendarNote,
  deadline,
  isWorkday,
  nextWorkday,
  timeLeft,
  timeLeftText,
  workdaysBetween,
  type DayUnit,
} from '@shared/kernel/workdays';

const aDate = fc.integer({ min: 0, max: 1700 }).map((days) => addDays('2023-11-01', days));
const daysOf = (year: number): CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
};

describe('working-day calendar', () => {
  const years = Object.entries(workdayCalendar);

  it.each(years)('%s: dates belong to the year, 调休 falls on weekends outside of holidays', (year, calendar) => {
    for (const { from, to } of calendar.holidays) {
      expect([from.slice(0, 4), to.slice(0, 4)]).toEqual([year, year]);
      expect(from <= to).toBe(true);
    }
    for (const day of calendar.extraWorkdays) {
      expect(day.slice(0, 4)).toBe(year);
      expect([0, 6]).toContain(weekday(day));
      expect(calendar.holidays.some(({ from, to }) => from <= day && day <= to)).toBe(false);
    }
  });

  // 全年工作日数：公历天数 − 周末 − 法定假日（2024 年 11 天，2025 年起 13 天）。调休只挪动、不增减。
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
    [2027, 248],
  ])('%i has %i working days', (year, count) => {
    expect(daysOf(year).filter(isWorkday)).toHaveLength(count);
  });

  it('says which years are not published or not known', () => {
    expect([2023, 2024, 2026, 2027, 2028].map(calendarKnown)).toEqual([false, true, true, true, false]);
    expect(calendarNote(2026)).toBeUndefined();
    expect(calendarNote(2027)).toContain('尚未公布');
    expect(calendarNote(2028)).toContain('周末');
  });

  it('knows only weekends outside its years', () => {
    expect(isWorkday('2030-10-01')).toBe(true);
    expect(isWorkday('2030-10-05')).toBe(false);
  });
});

describe('counting working days', () => {
  it.each<[CivilDate, boolean]>([
    ['2026-02-13', true],
    ['2026-02-14', true], // 周六上班
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true], // 周六上班
    ['2026-03-01', false],
    ['2025-09-28', true], // 周日上班
    ['2025-10-08', false],
    ['2025-10-11', true], // 周六上班
    ['2027-02-10', false], // 初五：补假
    ['2027-02-11', true],
  ])('%s is a working day: %s', (date, expected) => {
    expect(isWorkday(date)).toBe(expected);
  });

  it.each<[from: CivilDate, n: number, to: CivilDate]>([
    ['2026-02-13', 0, '2026-02-13'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-20', 1, '2026-02-24'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 6, '2026-02-28'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2025-09-30', 4, '2025-10-13'],
    ['2026-11-20', 5, '2026-11-27'],
  ])('%s + %i working days is %s', (from, n, to) => {
    expect(addWorkdays(from, n)).toBe(to);
    expect(workdaysBetween(from, to)).toBe(n);
  });

  it('counts back what it added, and ends on a working day', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 120 }), (from, n) => {
        const to = addWorkdays(from, n);
        expect(isWorkday(to)).toBe(true);
        expect(workdaysBetween(from, to)).toBe(n);
        expect(workdaysBetween(to, from)).toBe(-n);
      }),
    );
  });

  it('is monotone in the start and in the number', () => {
    fc.assert(
      fc.property(aDate, fc.nat(60), fc.nat(60), fc.nat(60), (from, later, n, more) => {
        expect(addWorkdays(addDays(from, later), n) >= addWorkdays(from, n)).toBe(true);
        expect(addWorkdays(from, n + more) >= addWorkdays(from, n)).toBe(true);
        expect(addWorkdays(addWorkdays(from, n), more)).toBe(addWorkdays(from, n + more));
      }),
    );
  });

  it('adds up over a day in between', () => {
    fc.assert(
      fc.property(
        aDate,
        aDate,
        aDate,
        (a, b, c) => workdaysBetween(a, b) + workdaysBetween(b, c) === workdaysBetween(a, c),
      ),
    );
  });

  it('refuses negative and broken numbers', () => {
    expect(() => addWorkdays('2026-03-02', -1)).toThrow(RangeError);
    expect(() => addWorkdays('2026-03-02', 1.5)).toThrow(RangeError);
  });
});

describe('deadlines', () => {
  it('moves the end of a period of days from a holiday to the next working day', () => {
    expect(deadline('2026-02-10', { amount: 7, unit: 'day' })).toBe('2026-02-24');
    expect(deadline('2026-02-07', { amount: 7, unit: 'day' })).toBe('2026-02-14');
    expect(deadline('2025-09-25', { amount: 7, unit: 'day' })).toBe('2025-10-09');
    expect(deadline('2026-03-02', { amount: 7, unit: 'day' })).toBe('2026-03-09');
  });

  it('counts working days from the day after', () => {
    expect(deadline('2026-02-12', { amount: 5, unit: 'workday' })).toBe('2026-02-26');
  });

  it('never ends on a free day', () => {
    fc.assert(
      fc.property(
        aDate,
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom<DayUnit>('day', 'workday'),
        (from, amount, unit) => {
          const end = deadline(from, { amount, unit });
          expect(isWorkday(end)).toBe(true);
          expect(end > from).toBe(true);
          expect(nextWorkday(end)).toBe(end);
        },
      ),
    );
  });

  it.each<[today: CivilDate, dueOn: CivilDate, unit: DayUnit, text: string]>([
    ['2026-02-13', '2026-02-24', 'workday', '还剩 2 个工作日'],
    ['2026-02-24', '2026-02-24', 'workday', '今天到期'],
    ['2026-02-27', '2026-02-24', 'workday', '已逾期 3 个工作日'],
    ['2026-03-07', '2026-03-06', 'workday', '已逾期'], // 周五到期，周六来看
    ['2026-03-02', '2026-03-09', 'day', '还剩 7 天'],
    ['2026-03-10', '2026-03-09', 'day', '已逾期 1 天'],
    ['2026-03-09', '2026-03-09', 'day', '今天到期'],
  ])('on %s a case due on %s (%s) reads %s', (today, dueOn, unit, text) => {
    expect(timeLeftText(timeLeft(today, dueOn, unit))).toBe(text);
  });
});
