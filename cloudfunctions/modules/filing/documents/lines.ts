/** 不能出现在行首的标点。 */
const neverFirst = /^[，。、；：？！”’）》〉】〕…—·,.;:?!)\]}%]/;
/** 不能出现在行尾的标点。 */
const neverLast = /[“‘（《〈【〔([{]$/;

/** Chinese breaks anywhere, numbers and Latin words stay whole. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9@._/:+%-]+|[^]/gu) ?? [];

/**
 * Text broken into lines no wider than `width`. Punctuation neither begins nor (if it opens) ends a line.
 * @param widthOf width of a text in the units of `width`
 */
export function wrapLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    const place = (piece: string) => {
      if (line === '' || widthOf(line + piece) <= width) {
        line += piece;
        return;
      }
      // Take the last character along when the break would part it from its punctuation.
      let carried = '';
      while (Array.from(line).length > 1 && (neverFirst.test(carried + piece) || neverLast.test(line))) {
        const last = Array.from(line).pop() ?? '';
        line = line.slice(0, -last.length);
        carried = last + carried;
      }
      if (widthOf(carried + piece) > width) {
        line += carried;
        carried = '';
      }
      lines.push(line);
      line = carried + (carried === '' && piece === ' ' ? '' : piece);
    };
    for (const piece of pieces(paragraph)) {
      if (widthOf(piece) <= width) place(piece);
      else Array.from(piece).forEach(place);
    }
    return [...lines, line];
  });
}
