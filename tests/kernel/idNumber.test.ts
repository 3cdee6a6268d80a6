import fc from 'fast-check';
import {
  ageOn,
  birthDateOf,
  idCheckCharacter,
  idNumberProblem,
  isIdNumber,
  normalizeIdNumber,
  sexOf,
} from '@shared/kernel/idNumber';
import { maskIdNumber, maskName } from '@shared/kernel/mask';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''));
const ids = fc
  .tuple(fc.constantFrom('370502', '110105', '440524', '830000'), days, fc.stringMatching(/^\d{3}$/))
  .map((parts) => parts.join(''))
  .map((first) => first + idCheckCharacter(first));

it('accepts the vectors of the standard', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  expect(isIdNumber('440524188001010014')).toBe(true);
});

it('makes width, blanks and x uniform', () => {
  expect(normalizeIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X');
  expect(normalizeIdNumber('１１０１０５１９４９１２３１００２ｘ')).toBe('11010519491231002X');
  expect(normalizeIdNumber('11010519491231002×')).toBe('11010519491231002X');
});

it('catches any one character written wrong, and two neighbours exchanged', () => {
  fc.assert(
    fc.property(ids, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, at, wrong) => {
      fc.pre(id[at] !== wrong);
      expect(idNumberProblem(id)).toBeUndefined();
      expect(idNumberProblem(id.slice(0, at) + wrong + id.slice(at + 1))).toBeDefined();
    }),
  );
  fc.assert(
    fc.property(ids, fc.nat(16), (id, at) => {
      fc.pre(id[at] !== id[at + 1]);
      expect(idNumberProblem(`${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`)).toBeDefined();
    }),
  );
});

it.each([
  ['', '请填写'],
  ['110105491231002', '15 位'],
  ['1101051949123100', '16 位'],
  ['11010519491231O02X', '只有数字'],
  ['990105194912310020', '地区'],
  ['110105194902300028', '出生日期'],
  ['110105194912310021', '校验不符'],
])('says what is wrong with %j', (id, words) => expect(idNumberProblem(id)).toContain(words));

it('reads birth date and sex from a valid number only', () => {
  expect(birthDateOf('11010519491231002x')).toBe('1949-12-31');
  expect(sexOf('11010519491231002X')).toBe('female');
  expect(sexOf('440524188001010014')).toBe('male');
  expect(birthDateOf('110105194912310021')).toBeUndefined();
  expect(sexOf('110105194912310021')).toBeUndefined();
});

it.each([
  ['2010-11-22', '2024-11-21', 13],
  ['2010-11-22', '2024-11-22', 14],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
])('counts the full years from %s to %s as %i', (birth, today, age) => expect(ageOn(birth, today)).toBe(age));

it('masks so that neither birth date nor given name can be read', () => {
  fc.assert(fc.property(ids, (id) => expect(maskIdNumber(id).slice(4, 16)).toBe('************')));
  expect(maskIdNumber('11010519491231002x')).toBe('1101************2X');
  expect(maskIdNumber('123')).toBe('***');
  expect(maskName('张晓东')).toBe('张*');
  expect(maskName('')).toBe('');
});
