import fc from 'fast-check';
import { dateOfSerial, readDate, writeDate } from '@shared/modules/ledger/dates';
import { cells } from './support';

const range = { from: '1900-01-01', to: '2026-11-22' };
const read = (value: string | number) => readDate(cells(value)[0], range);

it.each([
  ['2019年3月5日', '2019-03-05'],
  ['2019年03月05号', '2019-03-05'],
  ['2019.3.5', '2019-03-05'],
  ['2019/03/05', '2019-03-05'],
  ['2019-3-5', '2019-03-05'],
  ['2019、3、5', '2019-03-05'],
  ['２０１９．３．５', '2019-03-05'],
  ['20190305', '2019-03-05'],
  [20190305, '2019-03-05'],
  ['2019-03-05 00:00:00', '2019-03-05'],
  ['2019-03-05T08:00:00', '2019-03-05'],
  [' 2019 年 3 月 5 日 ', '2019-03-05'],
  ['二〇一九年十二月三十一日', '2019-12-31'],
  ['二○一九年三月二十日', '2019-03-20'],
  ['2019年3月5日成立', '2019-03-05'],
  [43529, '2019-03-05'],
  ['43529', '2019-03-05'],
  [43529.5, '2019-03-05'],
])('reads %j as %s', (value, date) => expect(read(value)).toEqual({ date, precision: 'day' }));

it.each([
  ['2016年5月', '2016-05-01', 'month', '2016年5月'],
  ['2016.05', '2016-05-01', 'month', '2016年5月'],
  [201605, '2016-05-01', 'month', '2016年5月'],
  [2016.5, '2016-05-01', 'month', '2016年5月'],
  ['2016年', '2016-01-01', 'year', '2016年'],
  [2016, '2016-01-01', 'year', '2016年'],
])('keeps how exactly %j is known', (value, date, precision, written) => {
  expect(read(value)).toEqual({ date, precision });
  expect(writeDate({ date, precision: precision as 'month' | 'year' })).toBe(written);
});

it.each([
  '2021年13月',
  '2023-02-29',
  '2019年4月31日',
  '0000-00-00',
  '19.3.5',
  '去年',
  '3/5/2019',
  '2019年3月5日至2020年',
  '1899-12-31',
  '2026-11-23',
  12,
  999999,
])('refuses %j', (value) => expect(read(value)).toBe('invalid'));

it('refuses a number that may have lost its last nought', () => {
  expect(read(2019.1)).toBe('lossy');
  expect(read('2019.10')).toEqual({ date: '2019-10-01', precision: 'month' });
});

it('counts serials as the calendar does', () => {
  expect([dateOfSerial(61), dateOfSerial(36526), dateOfSerial(45352)]).toEqual([
    '1900-03-01',
    '2000-01-01',
    '2024-03-01',
  ]);
});

it('reads back whatever it writes, in every style', () => {
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (date) => {
      const [year = '', month = '', day = ''] = date.split('-');
      const styles = [
        date,
        date.replaceAll('-', ''),
        `${year}.${Number(month)}.${Number(day)}`,
        `${year}年${Number(month)}月${Number(day)}日`,
        `${year}/${month}/${day}`,
      ];
      for (const style of styles) expect(read(style)).toEqual({ date, precision: 'day' });
    }),
  );
});
