import { cleanText } from '@shared/kernel/text';

const begins = /^[=+\-@＝＋－＠]/;

/**
 * A text no spreadsheet program works out. In our xlsx every text is stored as text already; the apostrophe keeps it one when
 * somebody saves the sheet as CSV and opens that. The importer takes the apostrophe off again.
 */
export function guardFormula(text: string): string {
  const clean = cleanText(text);
  return begins.test(clean) ? `'${clean}` : clean;
}
