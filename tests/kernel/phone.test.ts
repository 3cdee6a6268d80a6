import fc from 'fast-check';
import { maskPhone } from '@shared/kernel/mask';
import { isLandline, isMobile, mobileProblem, normalizePhone, phoneProblem } from '@shared/kernel/phone';

it.each([
  ['153 8615-6731', '15386156731'],
  ['１５３８６１５６７３１', '15386156731'],
  ['+86 153-8615-6731', '15386156731'],
  ['8615386156731', '15386156731'],
  ['008615386156731', '15386156731'],
  ['(0546) 838 1234', '05468381234'],
  ['0546—8381234', '05468381234'],
  ['+86 546 8381234', '05468381234'],
  ['0546-8381234转801', '05468381234-801'],
  ['0546-8381234-801', '05468381234-801'],
  ['400-800-1234', '4008001234'],
  ['010-88881234', '01088881234'],
])('reads %s as %s', (typed, number) => {
  expect(normalizePhone(typed)).toBe(number);
  expect(phoneProblem(typed)).toBeUndefined();
});

it('keeps mobile and landline apart', () => {
  expect([isMobile('15386156731'), isLandline('15386156731')]).toEqual([true, false]);
  expect([isMobile('0546-8381234'), isLandline('0546-8381234')]).toEqual([false, true]);
  expect(mobileProblem('0546-8381234')).toContain('手机号');
  expect(mobileProblem('153 8615 6731')).toBeUndefined();
});

it.each([
  ['', '请填写'],
  ['158621624', '9 位'],
  ['12386156731', '号段'],
  ['153861567311', '12 位'],
  ['8381234', '区号'],
  ['无', '只能有数字'],
  ['0546838', '固定电话'],
])('says what is wrong with %j', (typed, words) => expect(phoneProblem(typed)).toContain(words));

it('is idempotent for any text, and accepts every mobile number however it is spaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() 转１'), maxLength: 20 }), (text) =>
      expect(normalizePhone(normalizePhone(text))).toBe(normalizePhone(text)),
    ),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom(' ', '-', '\u3000', ''), (number, gap) =>
      expect(normalizePhone(`${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`)).toBe(number),
    ),
  );
});

it('masks the middle of a number', () => {
  expect(maskPhone('153 8615 6731')).toBe('153****6731');
  expect(maskPhone('0546-8381234')).toBe('*********34');
  expect(maskPhone('12')).toBe('**');
});
