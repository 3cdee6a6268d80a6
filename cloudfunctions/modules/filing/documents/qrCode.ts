import { fill, popGraphicsState, pushGraphicsState, rectangle, setFillingColor, type PDFPage } from 'pdf-lib';
import { encode } from 'uqr';
import { inks } from './canvas';

/** The modules of a QR code, row by row, without a margin; medium error correction. */
export const qrModules = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 0 }).data;

/** Draws a QR code as vectors. Neighbouring dark modules are one rectangle, so printers leave no hairlines between them. */
export function drawQrCode(page: PDFPage, text: string, x: number, y: number, side: number): void {
  const modules = qrModules(text);
  const unit = side / modules.length;
  const operators = modules.flatMap((row, top) => {
    const found = [];
    for (let left = 0; left < row.length; left += 1) {
      if (!row[left]) continue;
      const from = left;
      while (row[left + 1]) left += 1;
      found.push(rectangle(x + from * unit, y + side - (top + 1) * unit, (left - from + 1) * unit, unit * 1.02));
    }
    return found;
  });
  page.pushOperators(pushGraphicsState(), setFillingColor(inks.ink), ...operators, fill(), popGraphicsState());
}
