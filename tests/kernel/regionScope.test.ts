import fc from 'fast-check';
import {
  ancestorAt,
  covers,
  isRegionCode,
  regionLevel,
  regionLevels,
  regionPrefix,
  scopeRange,
  wholeCountry,
} from '@shared/kernel/regionScope';

const digits = (length: number) =>
  fc.integer({ min: 1, max: 10 ** length - 1 }).map((value) => String(value).padStart(length, '0'));
/** A code of any level; its parts are not zero, as in the real data. */
const aCode = fc
  .tuple(
    fc.integer({ min: 11, max: 82 }).map(String),
    digits(2),
    digits(2),
    digits(3),
    digits(3),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([a, b, c, d, e, depth]) => [a, b, c, d, e].slice(0, depth).join('').padEnd(12, '0'));

describe('region scope', () => {
  it.each([
    ['370000000000', 'province', '37'],
    ['370500000000', 'city', '3705'],
    ['370502000000', 'county', '370502'],
    ['370502001000', 'township', '370502001'],
    ['370502001003', 'village', '370502001003'],
    ['131000000000', 'city', '1310'], // 廊坊：自己的末位是 0
    ['110106100000', 'township', '110106100'], // 北宫镇：乡级段以 00 结尾
    ['370502010010', 'village', '370502010010'],
    ['441900003000', 'township', '441900003'], // 东莞没有县级
    ['500000000000', 'province', '50'],
  ])('%s is a %s and covers what begins with %s', (code, level, prefix) => {
    expect(regionLevel(code)).toBe(level);
    expect(regionPrefix(code)).toBe(prefix);
  });

  it('has the whole country above everything', () => {
    expect(regionLevel(wholeCountry)).toBeUndefined();
    fc.assert(fc.property(aCode, (code) => covers(wholeCountry, code) && !covers(code, wholeCountry)));
  });

  it('covers exactly the codes of its range', () => {
    fc.assert(
      fc.property(aCode, aCode, fc.constantFrom(...regionLevels), (one, other, level) => {
        for (const code of [other, ancestorAt(one, level)]) {
          const { lo, hi } = scopeRange(one);
          expect(lo <= code && code < hi).toBe(covers(one, code));
        }
      }),
    );
  });

  it('is covered by each of its ancestors', () => {
    fc.assert(
      fc.property(aCode, fc.constantFrom(...regionLevels), (code, level) => covers(ancestorAt(code, level), code)),
    );
  });

  it('knows a code by its twelve digits', () => {
    expect(isRegionCode('370502001003')).toBe(true);
    expect(isRegionCode('37050200100')).toBe(false);
    expect(isRegionCode('３70502001003')).toBe(false);
  });
});
