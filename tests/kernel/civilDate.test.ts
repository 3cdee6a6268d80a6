import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  civilDate,
  daysBetween,
  formatCivilDate,
  formatFullDate,
  formatInstant,
  isCivilDate,
  startOfDay,
  todayIn,
  weekday,
} from '@shared/kernel/civilDate';

const aDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someDays = fc.integer({ min: -20_000, max: 20_000 });

describe('civil dates', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isCivilDate(text)).toBe(true);
    expect(civilDate.safeParse(text).success).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '0999-01-01',
    '2026-01-01T00:00:00Z',
    '２０２６-01-01',
    '',
  ])('refuses %p', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(civilDate.safeParse(text).success).toBe(false);
  });

  it('adds months to the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('counts days as it adds them', () => {
    fc.assert(fc.property(aDate, someDays, (date, days) => daysBetween(date, addDays(date, days)) === days));
    fc.assert(fc.property(aDate, aDate, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });

  it('moves the weekday by the days added', () => {
    expect(weekday('2026-11-22')).toBe(0);
    fc.assert(
      fc.property(aDate, fc.nat(5000), (date, days) => weekday(addDays(date, days)) === (weekday(date) + days) % 7),
    );
  });

  it('keeps the day of the month, or clamps it, when months are added', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const moved = addMonths(date, months);
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthOf(moved) - monthOf(date)).toBe(months);
        if (moved.slice(8) !== date.slice(8)) {
          expect(moved.slice(8) < date.slice(8)).toBe(true);
          expect(addDays(moved, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it('throws instead of computing with what is no date', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('dates and instants', () => {
  it('takes the date of China, also where the summer of 1988 had UTC+9', () => {
    expect(todayIn(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(todayIn(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(todayIn(new Date('1988-07-01T15:30:00Z'))).toBe('1988-07-01');
  });

  it('begins a day at 16:00 UTC of the day before', () => {
    expect(startOfDay('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z');
    fc.assert(
      fc.property(aDate, (date) => {
        const start = startOfDay(date);
        expect(todayIn(start)).toBe(date);
        expect(todayIn(new Date(start.getTime() - 1))).toBe(addDays(date, -1));
      }),
    );
  });

  it('writes dates as people read them', () => {
    expect(formatCivilDate('2026-03-05', 2026)).toBe('3月5日（周四）');
    expect(formatCivilDate('2027-03-05', 2026)).toBe('2027年3月5日');
    expect(formatFullDate('2026-03-05')).toBe('2026年3月5日');
  });

  it('writes instants on the clock of China', () => {
    const now = new Date('2026-11-22T02:00:00Z');
    expect(formatInstant(new Date('2026-11-21T16:05:00Z'), now)).toBe('今天 00:05');
    expect(formatInstant(new Date('2026-11-21T15:59:00Z'), now)).toBe('昨天 23:59');
    expect(formatInstant(new Date('2026-03-05T06:05:00Z'), now)).toBe('3月5日 14:05');
    expect(formatInstant(new Date('2025-03-05T06:05:00Z'), now)).toBe('2025年3月5日 14:05');
  });
});
