import fc from 'fast-check';
import * as z from 'zod';
import {
  cleanLine,
  cleanText,
  foldText,
  grams,
  gramsOfQuery,
  hasMixedScripts,
  isWellFormed,
  nameProblems,
  plainLine,
  plainText,
  requiredLine,
} from '@shared/kernel/text';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
/** Code units at random, lone surrogates among them. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

describe('folding', () => {
  it.each([
    ['阳光社区（东营）太极拳队', '阳光社区(东营)太极拳队'],
    ['“夕阳红”艺术团', '「夕阳红」 艺术团'],
    ['ＡＢＣ志愿队１２３', 'abc志愿队123'],
    ['牛庄村向日葵家电维修队　', '牛庄村向日葵家电维修队'],
    ['锦辉\u200b社区\u202e红白\ufeff理事会', '锦辉社区红白理事会'],
    ['爱·心—社', '爱心社'],
  ])('takes %s and %s for the same name', (one, other) => expect(foldText(one)).toBe(foldText(other)));

  it('keeps names apart that differ in a character', () =>
    expect(foldText('东一村书画社')).not.toBe(foldText('东二村书画社')));
  it('keeps characters outside the basic plane', () => expect(foldText('𠮷祥社')).toBe('𠮷祥社'));

  it('is idempotent, well-formed and without blanks for any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(isWellFormed(folded)).toBe(true);
        expect(folded).not.toMatch(/\s/);
      }),
    );
  });
});

describe('cleaning', () => {
  it('keeps line breaks, drops what cannot be seen', () =>
    expect(cleanText('  第一行\r\n第\u0000二\u200b行\u202e  ')).toBe('第一行\n第二行'));
  it('puts a line on one line', () => expect(cleanLine(' 陈　晓东 \n')).toBe('陈 晓东'));
  it('drops lone surrogates only', () => expect(cleanText('甲\ud800乙\udc00丙😀')).toBe('甲乙丙😀'));

  it('is idempotent and well-formed for any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(isWellFormed(clean)).toBe(true);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });

  it('finishes on a text made of lone surrogates', () => {
    const started = performance.now();
    expect(foldText('\ud800'.repeat(200_000))).toBe('');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('substring index', () => {
  it('cuts unigrams and bigrams, each once', () => expect(grams('社社区')).toEqual(['社', '区', '社社', '社区']));
  it('never misses a text that contains the query', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'东营社区队𠮷a1（'), minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: 1, max: 12 }),
        (text, from, length) => {
          const folded = foldText(text);
          const part = Array.from(folded)
            .slice(from, from + length)
            .join('');
          const pieces = new Set(grams(folded));
          expect(gramsOfQuery(part).every((piece) => pieces.has(piece))).toBe(true);
        },
      ),
    );
  });
  it('asks for bigrams from two characters on', () => {
    expect(gramsOfQuery('太')).toEqual(['太']);
    expect(gramsOfQuery(' 太极拳 ')).toEqual(['太极', '极拳']);
    expect(gramsOfQuery('（）')).toEqual([]);
  });
});

describe('names', () => {
  it.each(['阳光社区太极拳队', 'IT助老服务队', '“夕阳红”艺术团（二队）', '𠮷祥社', '24小时互助社'])(
    'accepts %s',
    (name) => expect(nameProblems(name)).toEqual([]),
  );
  it.each([
    ['阳光\u200b社', '看不见'],
    ['阳光\u202e社', '看不见'],
    ['阳光\ud83d社', '看不见'],
    ['Сommunity社', '形似'],
    ['阳光о社', '形似'],
    ['阳光😀社', '表情'],
    ['⼈民互助社', '输入法'],
    ['阳光\ue123社', '输入法'],
    ['社'.repeat(41), '40'],
    [' \u200b', '请填写'],
  ])('refuses %j', (name, word) => expect(nameProblems(name).join()).toContain(word));
  it('lets Chinese and Latin stand together, or a word of one foreign alphabet alone', () => {
    expect(hasMixedScripts('ABC社')).toBe(false);
    expect(hasMixedScripts('Привет')).toBe(false);
    expect(hasMixedScripts('pаypal')).toBe(true);
  });
});

describe('schemas', () => {
  it('clean before they count', () => expect(plainLine(2).parse(' 甲\u200b乙 ')).toBe('甲乙'));
  it('refuse lone surrogates', () => expect(plainText(9).safeParse('甲\ud800').success).toBe(false));
  it('refuse a line that is empty once cleaned', () =>
    expect(requiredLine(9, '请填写名称').safeParse('\u200b ').error?.issues[0]?.message).toBe('请填写名称'));
  it('can be printed as JSON schema', () =>
    expect(z.toJSONSchema(plainText(9))).toMatchObject({ type: 'string', maxLength: 9 }));
});
