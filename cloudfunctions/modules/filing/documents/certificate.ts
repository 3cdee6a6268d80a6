import { degrees, type PDFPage } from 'pdf-lib';
import { formatFullDate, type CivilDate } from '@shared/kernel/civilDate';
import { Canvas, inks, missingNote, type TextStyle } from './canvas';
import { drawQrCode } from './qrCode';

/** What stands on a 备案证. Everything is public except the leader's full name, which paper may show. */
export interface CertificateFacts {
  filingCode: string;
  name: string;
  /** 类别的中文名 */
  category: string;
  /** 备案机关：街道办事处或乡镇政府全称 */
  streetOffice: string;
  /** 所在社区或村 */
  community: string;
  leaderName: string;
  /** 宗旨和业务范围 */
  purpose: string;
  validFrom: CivilDate;
  validTo: CivilDate;
  issuedOn: CivilDate;
  /** Public check page; printed as a QR code */
  checkUrl: string;
}

/** A4, landscape, in points. */
const paper = { width: 841.89, height: 595.28 };
const middle = paper.width / 2;
const labelX = 92;
const valueX = 192;
const valueWidth = 556;

/** 备案不是登记：没有法人资格，只在社区内活动，不得营利（豫民文〔2021〕235号）。 */
const standing =
  '本证仅证明上述组织已经备案。备案组织不具有法人资格，在所在社区范围内开展活动，不得从事营利性经营活动。';

function drawFrame(page: PDFPage): void {
  const frame = (inset: number, borderWidth: number) =>
    page.drawRectangle({
      x: inset,
      y: inset,
      width: paper.width - 2 * inset,
      height: paper.height - 2 * inset,
      borderWidth,
      borderColor: inks.green,
    });
  frame(26, 3.2);
  frame(34, 0.8);
  for (const x of [34, paper.width - 34]) {
    for (const y of [34, paper.height - 34]) {
      // A small turned square on each corner of the inner line, on a white ground so that the line ends at it.
      page.drawRectangle({ x, y: y - 9.9, width: 14, height: 14, rotate: degrees(45), color: inks.white });
      page.drawRectangle({
        x,
        y: y - 5.66,
        width: 8,
        height: 8,
        rotate: degrees(45),
        borderColor: inks.persimmon,
        borderWidth: 1.2,
        color: inks.white,
      });
    }
  }
}

/** A faint rosette behind the text, as on printed certificates: hard to copy by hand, light enough to read over. */
function drawRosette(page: PDFPage): void {
  for (let turn = 0; turn < 180; turn += 7.5) {
    page.drawEllipse({
      x: middle,
      y: 268,
      xScale: 150,
      yScale: 52,
      rotate: degrees(turn),
      borderColor: inks.green,
      borderWidth: 0.5,
      borderOpacity: 0.11,
    });
  }
}

/** The product's sign: two roofs side by side over one ground. Deliberately unlike any official seal or emblem. */
function drawSign(page: PDFPage, x: number, y: number): void {
  page.drawCircle({ x, y, size: 23, borderColor: inks.green, borderWidth: 1.6 });
  page.drawCircle({ x, y, size: 20, borderColor: inks.green, borderWidth: 0.5 });
  const roof = (color: typeof inks.green, path: string) =>
    page.drawSvgPath(path, { x, y, borderColor: color, borderWidth: 2 });
  roof(inks.green, 'M -13 1 L -5 -7 L 3 1 M -10 -1 L -10 8 L 0 8 L 0 -1');
  roof(inks.persimmon, 'M 1 -5 L 5 -9 L 13 -1 M 10 -3 L 10 8 L 2.5 8');
  page.drawLine({ start: { x: x - 13, y: y - 11 }, end: { x: x + 13, y: y - 11 }, thickness: 1.2, color: inks.green });
}

/** The largest size at which a text fits into so many lines; a longer text is cut and says where the rest is. */
function fitted(
  canvas: Canvas,
  text: string,
  sizes: readonly number[],
  linesMax: number,
): { lines: string[]; size: number } {
  for (const size of sizes) {
    const lines = canvas.wrap(text, valueWidth, { size });
    if (lines.length <= linesMax) return { lines, size };
  }
  const size = sizes[sizes.length - 1] ?? 10;
  const rest = '……（全文见备案档案）';
  const lines = canvas.wrap(text, valueWidth, { size }).slice(0, linesMax);
  const last = Array.from(lines[linesMax - 1] ?? '');
  while (last.length > 0 && canvas.widthOf(last.join('') + rest, { size }) > valueWidth) last.pop();
  return { lines: [...lines.slice(0, linesMax - 1), last.join('') + rest], size };
}

function drawFacts(canvas: Canvas, page: PDFPage, facts: CertificateFacts): void {
  const label: TextStyle = { size: 13, color: inks.soft };
  let y = 406;
  const row = (
    name: string,
    value: string,
    options: { sizes?: readonly number[]; linesMax?: number; bold?: boolean } = {},
  ) => {
    const { lines, size } = fitted(canvas, value, options.sizes ?? [14, 12], options.linesMax ?? 1);
    // 三字的项目名拉开到四字宽。
    const spacing = name.length === 3 ? label.size / 2 : 0;
    canvas.text(page, name, labelX, y, { ...label, spacing });
    lines.forEach((line, index) =>
      canvas.text(page, line, valueX, y - index * size * 1.45, { size, bold: options.bold ?? false }),
    );
    y -= 31 + (lines.length - 1) * size * 1.45;
  };
  row('组织名称', facts.name, { sizes: [19, 17, 14], linesMax: 2, bold: true });
  row('组织类别', facts.category);
  row('活动区域', facts.community);
  row('负责人', facts.leaderName);
  row('业务范围', facts.purpose.replace(/\s*\n\s*/g, '　'), { sizes: [14, 12.5, 11], linesMax: 3 });
  row('有效期限', `${formatFullDate(facts.validFrom)} 至 ${formatFullDate(facts.validTo)}`);
}

/** The 备案证 as a PDF: one A4 page, landscape. The same facts give the same bytes. */
export async function renderCertificate(facts: CertificateFacts): Promise<Uint8Array> {
  const canvas = await Canvas.open(`备案证 ${facts.filingCode}`, facts.issuedOn);
  const page = canvas.document.addPage([paper.width, paper.height]);
  drawRosette(page);
  drawFrame(page);
  drawSign(page, middle, 530);
  canvas.centered(page, '社区社会组织备案证', middle, 466, { size: 34, bold: true, color: inks.green, spacing: 5 });
  canvas.centered(page, `备案编号：${facts.filingCode}`, middle, 440, { size: 13, color: inks.soft });
  drawFacts(canvas, page, facts);

  drawQrCode(page, facts.checkUrl, labelX, 88, 80);
  canvas.text(page, '扫码可核对真伪和有效期', valueX, 146, { size: 11, color: inks.soft });
  canvas
    .wrap(facts.checkUrl, 230, { size: 8 })
    .slice(0, 3)
    .forEach((line, index) => canvas.text(page, line, valueX, 130 - index * 11, { size: 8, color: inks.soft }));

  const office: TextStyle = { size: 14 };
  const officeMiddle = 628;
  const officeLines = canvas.wrap(facts.streetOffice, 230, office).slice(0, 2);
  officeLines.forEach((line, index) =>
    canvas.centered(page, line, officeMiddle, 142 + (officeLines.length - 1 - index) * 20, office),
  );
  canvas.centered(page, '（盖章）', officeMiddle, 120, { size: 11, color: inks.soft });
  canvas.centered(page, formatFullDate(facts.issuedOn), officeMiddle, 96, office);

  canvas.centered(page, standing, middle, 62, { size: 9.5, color: inks.soft });
  const note = missingNote(canvas.missing);
  if (note) canvas.centered(page, note, middle, 46, { size: 8.5, color: inks.persimmon });
  return canvas.save();
}
