import jsQR from 'jsqr';
import { PDFDocument } from 'pdf-lib';
import { renderCertificate, type CertificateFacts } from '@functions/modules/filing/documents/certificate';
import { missingCharacters } from '@functions/modules/filing/documents/font';
import { qrModules } from '@functions/modules/filing/documents/qrCode';
import { drawingCommands, embeddedGlyphs, hasPoppler, printedPart, readText } from './pdfReading';

const facts: CertificateFacts = {
  filingCode: '东营辛店备〔2026〕0017号',
  name: '向阳社区夕阳红舞蹈队',
  category: '文体活动',
  streetOffice: '东营市东营区辛店街道办事处',
  community: '山东省东营市东营区辛店街道向阳社区',
  leaderName: '王建国',
  purpose: '丰富老年人的文化生活；组织舞蹈排练、节日演出。',
  validFrom: '2026-11-22',
  validTo: '2029-11-21',
  issuedOn: '2026-11-22',
  checkUrl: 'https://shelin.example/#/check?code=0017&t=8f3a9c',
};
const crowded: CertificateFacts = {
  ...facts,
  name: '辛店街道向阳社区“邻里守望”退役军人与返乡创业青年志愿服务互助协作促进中心队',
  leaderName: '龚䶮𠮷',
  purpose: '组织居民开展邻里互助、环境整治、矛盾调解、文化体育等公益活动，'.repeat(12),
  streetOffice: '新疆维吾尔自治区伊犁哈萨克自治州霍尔果斯市亚欧西路街道办事处',
};
jest.setTimeout(60_000);
const printed = hasPoppler ? test : test.skip;

test('is one A4 page, landscape, of at most 200 KB', async () => {
  const pdf = await renderCertificate(facts);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(document.getPageCount()).toBe(1);
  const { width, height } = document.getPage(0).getSize();
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  expect(document.getTitle()).toBe('备案证 东营辛店备〔2026〕0017号');
  expect(pdf.length).toBeLessThan(200 * 1024);
});

test('every embedded character has an outline: none comes out empty', async () => {
  const glyphs = await embeddedGlyphs(await renderCertificate(facts));
  expect(glyphs.length).toBeGreaterThan(80);
  // One blank (the space between dates); everything else is ink.
  expect(glyphs.filter((commands) => commands === 0)).toHaveLength(1);
});

test('the same facts give the same bytes', async () => {
  const [first, second] = [await renderCertificate(facts), await renderCertificate(facts)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('the QR code is drawn as vectors, one rectangle for each run of dark modules', async () => {
  const runs = qrModules(facts.checkUrl).reduce(
    (sum, row) => sum + row.filter((dark, index) => dark && !row[index - 1]).length,
    0,
  );
  const commands = drawingCommands(await renderCertificate(facts));
  expect(commands.match(/ re\n/g)).toHaveLength(runs);
});

test('the QR code says the address of the check page', () => {
  const modules = qrModules(facts.checkUrl);
  const [unit, margin] = [4, 16];
  const side = modules.length * unit + margin * 2;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const row = Math.floor((Math.floor(at / side) - margin) / unit);
    const dark = modules[row]?.[Math.floor(((at % side) - margin) / unit)];
    if (dark) image.set([0, 0, 0, 255], at * 4);
  }
  expect(jsQR(image, side, side)?.data).toBe(facts.checkUrl);
});

test('knows which characters the font lacks', () => {
  expect(missingCharacters('王䶮堃𬭎㛃〇·')).toEqual([]);
  expect(missingCharacters('𠮷田𠮷😀')).toEqual(['𠮷', '😀']);
});

printed('a camera reads the QR code from the printed page, also of a crowded certificate', async () => {
  for (const each of [facts, crowded]) {
    // The lower left corner, as one holds a phone over it.
    const { data, width, height } = printedPart(await renderCertificate(each), 150, {
      x: 60,
      y: 850,
      width: 430,
      height: 330,
    });
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(each.checkUrl);
  }
});

printed('its text can be read and copied', async () => {
  const text = readText(await renderCertificate(facts));
  const words = [facts.name, facts.category, facts.community, facts.leaderName, facts.purpose, facts.streetOffice];
  for (const word of [...words, '2026年11月22日 至 2029年11月21日']) expect(text).toContain(word);
  expect(text).not.toContain('注：');
});

printed('a character without a glyph is announced on the page, a long purpose says where the rest is', async () => {
  const text = readText(await renderCertificate(crowded));
  expect(text).toContain('龚䶮□');
  expect(text).toContain('注：“□”处为字库没有的字（编码 U+20BB7），请手写补全并加盖校对章。');
  expect(text).toContain('……（全文见备案档案）');
});
