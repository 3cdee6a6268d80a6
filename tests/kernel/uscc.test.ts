import fc from 'fast-check';
import { isUscc, usccCheckCharacter, usccKind, usccProblem } from '@shared/kernel/uscc';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const letters = fc.constantFrom(...alphabet);
const codes = fc
  .tuple(
    fc.constantFrom('51', '52', '53', '91'),
    fc.stringMatching(/^\d{6}$/),
    fc.array(letters, { minLength: 9, maxLength: 9 }),
  )
  .map(([kind, region, body]) => kind + region + body.join(''))
  .map((first) => first + usccCheckCharacter(first));

it('accepts the vector of the standard in any spelling', () => {
  expect(isUscc('91350100M000100Y43')).toBe(true);
  expect(usccProblem(' ９１３５０１００m000100y43 ')).toBeUndefined();
  expect(isUscc('91350100m000100y43')).toBe(false);
});

it('catches any one character written wrong', () => {
  fc.assert(
    fc.property(codes, fc.nat(17), letters, (code, at, wrong) => {
      fc.pre(code[at] !== wrong);
      expect(usccProblem(code)).toBeUndefined();
      expect(usccProblem(code.slice(0, at) + wrong + code.slice(at + 1))).toBeDefined();
    }),
  );
});

it.each([
  ['', '请填写'],
  ['91350100M000100Y4', '17 位'],
  ['9135O100M000100Y43', '没有字母'],
  ['91350100M000100Y4中', '大写字母'],
  ['91350A00M000100Y43', '第 3 至 8 位'],
  ['91350100M000100Y44', '校验不符'],
])('says what is wrong with %j', (code, words) => expect(usccProblem(code)).toContain(words));

it('tells the three kinds of civil affairs from others', () =>
  expect(['51370500MJE00001', '52', '53', '91'].map(usccKind)).toEqual([
    'association',
    'serviceInstitution',
    'foundation',
    undefined,
  ]));
