import type { PDFPage } from 'pdf-lib';
import type { CivilDate } from '@shared/kernel/civilDate';
import type { Charter } from '@shared/modules/filing/charter';
import { Canvas, inks, missingNote, type TextStyle } from './canvas';

/** A4, portrait, in points. */
const paper = { width: 595.28, height: 841.89 };
const margin = { side: 79, top: 82, bottom: 76 };
const textWidth = paper.width - 2 * margin.side;
const body: TextStyle = { size: 12 };
const leading = 23;

/** 「第一条」 at the head of an article, printed bold. */
const articleNumber = /^第[零一二三四五六七八九十百\d]{1,5}条/;

/** A pen that goes down the page and takes a new one when it is full. */
class Pen {
  page: PDFPage;
  y = paper.height - margin.top;

  constructor(private readonly canvas: Canvas) {
    this.page = canvas.document.addPage([paper.width, paper.height]);
  }

  /** Moves down by one line; a new page when fewer than `keep` lines are left. */
  down(height: number, keep = 1): void {
    this.y -= height;
    if (this.y - (keep - 1) * leading >= margin.bottom) return;
    this.page = this.canvas.document.addPage([paper.width, paper.height]);
    this.y = paper.height - margin.top;
  }
}

function drawArticle(canvas: Canvas, pen: Pen, text: string): void {
  const number = articleNumber.exec(text)?.[0] ?? '';
  // 首行缩进两字。
  const lines = canvas.wrap(`　　${text}`, textWidth, body);
  lines.forEach((line, index) => {
    pen.down(leading, index === 0 && lines.length > 1 ? 2 : 1);
    canvas.text(pen.page, line, margin.side, pen.y, body);
    if (index === 0 && number !== '')
      canvas.text(pen.page, number, margin.side + 2 * body.size, pen.y, { ...body, bold: true });
  });
}

function drawSignatures(canvas: Canvas, pen: Pen, leaderName: string): void {
  pen.down(leading * 2.2, 4);
  const x = margin.side + 200;
  const line = (label: string) => {
    canvas.text(pen.page, label, x, pen.y, body);
    const from = x + canvas.widthOf(label, body) + 4;
    pen.page.drawLine({
      start: { x: from, y: pen.y - 3 },
      end: { x: paper.width - margin.side, y: pen.y - 3 },
      thickness: 0.6,
      color: inks.soft,
    });
  };
  line(`负责人（${leaderName}）签名：`);
  pen.down(leading * 1.4);
  line('成员会议通过日期：');
}

/**
 * The charter as a PDF: A4 portrait, chapters, page numbers, a place for the leader's signature.
 * @param madeOn civil date kept as the document's time
 */
export async function renderCharter(charter: Charter, leaderName: string, madeOn: CivilDate): Promise<Uint8Array> {
  const canvas = await Canvas.open(charter.title, madeOn);
  const pen = new Pen(canvas);
  const title: TextStyle = { size: 20, bold: true };
  canvas.wrap(charter.title, textWidth, title).forEach((line, index) => {
    if (index > 0) pen.down(30);
    canvas.centered(pen.page, line, paper.width / 2, pen.y, title);
  });
  pen.down(14);
  for (const { heading, text } of charter.articles) {
    if (heading !== '') {
      pen.down(leading * 1.35, 3);
      canvas.centered(pen.page, heading, paper.width / 2, pen.y, { size: 14, bold: true, color: inks.green });
      pen.down(5);
    }
    for (const article of text.split('\n').filter((line) => line !== '')) drawArticle(canvas, pen, article);
  }
  drawSignatures(canvas, pen, leaderName);
  const note = missingNote(canvas.missing);
  const pages = canvas.document.getPages();
  pages.forEach((page, index) => {
    canvas.centered(page, `第 ${index + 1} 页，共 ${pages.length} 页`, paper.width / 2, 42, {
      size: 9,
      color: inks.soft,
    });
    if (note) canvas.centered(page, note, paper.width / 2, 56, { size: 8.5, color: inks.persimmon });
  });
  return canvas.save();
}
