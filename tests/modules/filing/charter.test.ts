import * as fc from 'fast-check';
import {
  charterAsText,
  charterFromText,
  charterTemplate,
  charterText,
  chineseNumber,
  type CharterAnswers,
} from '@shared/modules/filing/charter';

const answers: CharterAnswers = {
  name: '向阳社区夕阳红舞蹈队',
  categoryLabel: '文体活动',
  communityName: '向阳社区',
  purpose: '丰富老年人的文化生活。',
  scope: '组织舞蹈排练\n节日演出；\n健康讲座',
  activityArea: '本社区',
  leaderName: '王建国',
  founders: ['王建国', '李秀英'],
  funds: '成员自愿交会费',
};

test('every answer stands in the charter, in a sentence that ends once', () => {
  const text = charterAsText(charterText(answers));
  expect(text).toContain('第三条　本组织的宗旨是：丰富老年人的文化生活。\n');
  expect(text).toContain('本组织的业务范围是：组织舞蹈排练；节日演出；健康讲座。\n');
  expect(text).toContain('本组织由王建国、李秀英发起');
  for (const value of [
    '向阳社区夕阳红舞蹈队章程',
    '文体活动类',
    '活动地域是：本社区',
    '负责人为王建国',
    '成员自愿交会费',
  ]) {
    expect(text).toContain(value);
  }
  expect(text).not.toMatch(/[{}]|undefined|。。/);
});

test('the chapters of a usual charter are there, in order', () => {
  const headings = charterText(answers).articles.map(({ heading }) => heading);
  expect(headings).toEqual([
    '第一章　总则',
    '第二章　业务范围',
    '第三章　成员',
    '第四章　组织机构',
    '第五章　负责人',
    '第六章　资产管理',
    '第七章　终止',
    '第八章　附则',
  ]);
});

test('articles are numbered through without a gap', () => {
  const numbers = charterText(answers).articles.flatMap(({ text }) =>
    text.split('\n').map((line) => line.split('　')[0]),
  );
  const count = charterTemplate.reduce((sum, { articles }) => sum + articles.length, 0);
  expect(numbers).toEqual(Array.from({ length: count }, (_, index) => `第${chineseNumber(index + 1)}条`));
});

test('an answer not given yet leaves a line to fill in', () => {
  const empty = { ...answers, name: '', leaderName: ' ', founders: [] };
  const text = charterAsText(charterText(empty));
  expect(text).toContain('现任负责人为＿＿＿＿。');
  expect(text).toContain('本组织由社区居民发起');
});

test('many founders are named as a few and a number', () => {
  const founders = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七'];
  expect(charterAsText(charterText({ ...answers, founders }))).toContain('甲一、乙二、丙三、丁四、戊五等7人发起');
});

test('the longest answers still fit the 8,000 characters of the form', () => {
  const long = '字'.repeat(300);
  const text = charterAsText(charterText({ ...answers, purpose: long, scope: long, activityArea: long, funds: long }));
  expect(text.length).toBeLessThan(8000);
});

test('a charter read back from its text is the same', () => {
  const charter = charterText(answers);
  expect(charterFromText(charterAsText(charter), answers.name)).toEqual(charter);
});

test('a charter written by people keeps every line', () => {
  const own = '我们队的规矩\n第一，按时到场。\n\n第一章 总则\n第一条 大家商量着办。';
  expect(charterFromText(own, '舞蹈队')).toEqual({
    title: '舞蹈队章程',
    articles: [
      { heading: '', text: '我们队的规矩\n第一，按时到场。' },
      { heading: '第一章 总则', text: '第一条 大家商量着办。' },
    ],
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom('第一章 总则', '第二条　好', '随便写', '', '甲章程')), (lines) => {
      const { title, articles } = charterFromText(lines.join('\n'), '甲');
      const back = [title, ...articles.flatMap(({ heading, text }) => [heading, ...text.split('\n')])].filter(Boolean);
      const given = lines.filter(Boolean);
      expect(back).toEqual(given[0] === '甲章程' ? given : ['甲章程', ...given]);
    }),
  );
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [23, '二十三'],
  [99, '九十九'],
])('%i is written %s', (value, words) => {
  expect(chineseNumber(value)).toBe(words);
});
