import {
  PDFDocument,
  pushGraphicsState,
  popGraphicsState,
  rgb,
  setLineWidth,
  setStrokingColor,
  setTextRenderingMode,
  TextRenderingMode,
  type PDFFont,
  type PDFPage,
  type RGB,
} from 'pdf-lib';
import { cleanText } from '@shared/kernel/text';
import { embedFont, missingCharacters } from './font';
import { wrapLines } from './lines';

const hex = (value: string): RGB => {
  const part = (at: number) => parseInt(value.slice(at, at + 2), 16) / 255;
  return rgb(part(1), part(3), part(5));
};

/** The product's colours on paper. */
export const inks = {
  green: hex('#17624A'),
  ink: hex('#1B1F1D'),
  soft: hex('#4A524E'),
  persimmon: hex('#B4430F'),
  white: hex('#FFFFFF'),
};

export interface TextStyle {
  size: number;
  color?: RGB;
  bold?: boolean;
  /** Extra space between characters, in points */
  spacing?: number;
}

/** A document being drawn: one font, what it could not draw, and text placed by its baseline. */
export class Canvas {
  /** Characters drawn as 「□」 because no glyph exists. */
  readonly missing = new Set<string>();
  /** Advance of each character at size 1: laying out a whole line for every try of a break takes seconds. */
  private readonly advances = new Map<string, number>();

  private constructor(
    readonly document: PDFDocument,
    readonly font: PDFFont,
  ) {}

  /** @param on date kept as the document's time, so the same facts give the same bytes */
  static async open(title: string, on: string): Promise<Canvas> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const date = new Date(`${on}T00:00:00Z`);
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setLanguage('zh-CN');
    document.setCreationDate(date);
    document.setModificationDate(date);
    document.setProducer('社邻');
    return new Canvas(document, await embedFont(document));
  }

  /** What can be drawn of a text: invisible characters go, unknown ones become 「□」 and are remembered. */
  drawable(text: string): string {
    // An indent is layout, not a blank somebody typed.
    const clean = `${/^\u3000*/.exec(text)?.[0] ?? ''}${cleanText(text)}`;
    const missing = missingCharacters(clean);
    missing.forEach((char) => this.missing.add(char));
    return missing.length === 0 ? clean : Array.from(clean, (char) => (missing.includes(char) ? '□' : char)).join('');
  }

  private advanceOf(char: string): number {
    const known = this.advances.get(char);
    if (known !== undefined) return known;
    const advance = this.font.widthOfTextAtSize(char, 1);
    this.advances.set(char, advance);
    return advance;
  }

  /** Width in points; the font has no kerning and no ligatures that pdf-lib would place. */
  widthOf(text: string, { size, spacing = 0 }: TextStyle): number {
    const chars = Array.from(text);
    return chars.reduce((sum, char) => sum + this.advanceOf(char) * size, spacing * Math.max(0, chars.length - 1));
  }

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapLines(this.drawable(text), width, (line) => this.widthOf(line, style));
  }

  /** One line, its left end at `x`, its baseline at `y`. */
  text(page: PDFPage, text: string, x: number, y: number, style: TextStyle): void {
    const { size, color = inks.ink, bold = false, spacing = 0 } = style;
    const line = this.drawable(text);
    if (bold) {
      // One weight is embedded; bold is the same outline with a stroke.
      page.pushOperators(
        pushGraphicsState(),
        setTextRenderingMode(TextRenderingMode.FillAndOutline),
        setLineWidth(size * 0.028),
        setStrokingColor(color),
      );
    }
    if (spacing === 0) page.drawText(line, { x, y, size, font: this.font, color });
    else {
      let at = x;
      for (const char of Array.from(line)) {
        page.drawText(char, { x: at, y, size, font: this.font, color });
        at += this.advanceOf(char) * size + spacing;
      }
    }
    if (bold) page.pushOperators(popGraphicsState());
  }

  /** One line with its middle at `x`. */
  centered(page: PDFPage, text: string, x: number, y: number, style: TextStyle): void {
    this.text(page, text, x - this.widthOf(this.drawable(text), style) / 2, y, style);
  }

  save(): Promise<Uint8Array> {
    return this.document.save();
  }
}

/** The sentence that says which characters have to be added by hand; undefined when none is missing. */
export function missingNote(missing: ReadonlySet<string>): string | undefined {
  if (missing.size === 0) return undefined;
  const codes = Array.from(missing, (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  return `注：“□”处为字库没有的字（编码 ${codes.join('、')}），请手写补全并加盖校对章。`;
}
