import * as fc from 'fast-check';
import { wrapLines } from '@functions/modules/filing/documents/lines';

const widthOf = (text: string) => Array.from(text).reduce((sum, char) => sum + (char < '\u0100' ? 1 : 2), 0);

test('no line begins with closing punctuation or ends with an opening bracket', () => {
  expect(wrapLines('社区社会组织，备案', 12, widthOf)).toEqual(['社区社会组', '织，备案']);
  expect(wrapLines('本组织（以下简称本组织）', 8, widthOf)).toEqual(['本组织', '（以下简', '称本组', '织）']);
});

test('numbers and words stay whole, an address longer than the line is cut', () => {
  expect(wrapLines('有效期至2029年', 12, widthOf)).toEqual(['有效期至2029', '年']);
  expect(wrapLines('备案编号2026', 10, widthOf)).toEqual(['备案编号', '2026']);
  expect(wrapLines('https://a.example/check', 10, widthOf).every((line) => widthOf(line) <= 10)).toBe(true);
});

test('nothing is lost and no line is too wide', () => {
  const text = fc
    .array(fc.constantFrom('社', '区', '，', '。', '（', '）', '“', '”', '2026', 'abc', '%', '䶮', '𠮷'), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 40 }), (words, width) => {
      const lines = wrapLines(words, width, widthOf);
      expect(lines.join('')).toBe(words);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    }),
  );
});
