import { PDFDocument } from 'pdf-lib';
import { charterText } from '@shared/modules/filing/charter';
import { renderCharter } from '@functions/modules/filing/documents/charterPdf';
import { embeddedGlyphs, hasPoppler, readText } from './pdfReading';

const charter = charterText({
  name: '向阳社区夕阳红舞蹈队',
  categoryLabel: '文体活动',
  communityName: '向阳社区',
  purpose: '丰富老年人的文化生活',
  scope: '组织舞蹈排练、节日演出',
  activityArea: '本社区',
  leaderName: '王建国',
  founders: ['王建国', '李秀英'],
  funds: '成员自愿交会费',
});
jest.setTimeout(60_000);
const printed = hasPoppler ? test : test.skip;

test('is A4 portrait, of few pages, with whole characters', async () => {
  const pdf = await renderCharter(charter, '王建国', '2026-11-22');
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(document.getPageCount()).toBe(3);
  expect(Math.round(document.getPage(0).getHeight())).toBe(842);
  expect(pdf.length).toBeLessThan(200 * 1024);
  const glyphs = await embeddedGlyphs(pdf);
  expect(glyphs.length).toBeGreaterThan(250);
  // The ideographic space of the indent and the Latin one of the page number.
  expect(glyphs.filter((commands) => commands === 0)).toHaveLength(2);
});

test('a charter of 8,000 characters without one line break is laid out whole', async () => {
  const pdf = await renderCharter(
    { title: '章程', articles: [{ heading: '', text: '字'.repeat(8000) }] },
    '甲',
    '2026-11-22',
  );
  // 36 characters a line, 30 lines a page.
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(8);
});

printed('every article stands on paper once, pages are numbered', async () => {
  const text = readText(await renderCharter(charter, '王建国', '2026-11-22')).replace(/[\s　]/g, '');
  for (const article of charter.articles.flatMap((chapter) => chapter.text.split('\n'))) {
    expect(text).toContain(article.replace(/　/g, '').slice(0, 12));
  }
  expect(text).toContain('第1页，共3页');
  expect(text).toContain('负责人（王建国）签名：');
});
