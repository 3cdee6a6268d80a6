import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { documentAssets, readAsset } from './assets';

interface GlyfSubset {
  glyf: Uint8Array[];
  offset: number;
  _addGlyph(glyphId: number): number;
}

/**
 * fontkit 1.1.1 packs a small subset with 16-bit offsets, which count in pairs of bytes, but copies glyphs of odd length
 * as they are: every glyph after the first odd one comes out empty. Each glyph is padded to four bytes here.
 */
function padGlyphs(subset: GlyfSubset): GlyfSubset {
  const addGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (glyphId) => {
    const index = addGlyph(glyphId);
    const glyph = subset.glyf[index] ?? new Uint8Array(0);
    const padded = new Uint8Array(Math.ceil(glyph.length / 4) * 4);
    padded.set(glyph);
    // fontkit takes only its own kind of Buffer.
    subset.glyf[index] = Object.setPrototypeOf(padded, Object.getPrototypeOf(glyph) as object) as Uint8Array;
    subset.offset += padded.length - glyph.length;
    return index;
  };
  return subset;
}

type Font = ReturnType<typeof fontkit.create>;

/** fontkit as pdf-lib wants it, with whole subsets. */
const wholeFontkit = {
  create(bytes: Uint8Array): Font {
    const font = fontkit.create(bytes);
    const createSubset = font.createSubset.bind(font);
    font.createSubset = () =>
      padGlyphs(createSubset() as unknown as GlyfSubset) as unknown as ReturnType<typeof createSubset>;
    return font;
  },
};

let fontBytes: Uint8Array | undefined;
let drawable: ReadonlySet<number> | undefined;

const bytesOfFont = (): Uint8Array => (fontBytes ??= readAsset(documentAssets[0] ?? ''));

/** Code points the font can draw; read once per process. */
const drawableCodePoints = (): ReadonlySet<number> =>
  (drawable ??= new Set(fontkit.create(bytesOfFont()).characterSet));

/** Characters no glyph exists for, each once, in their order. */
export function missingCharacters(text: string): string[] {
  const known = drawableCodePoints();
  const missing = Array.from(text).filter((char) => !known.has(char.codePointAt(0) ?? 0) && char !== '\n');
  return Array.from(new Set(missing));
}

/** Embeds the font; only glyphs in use reach the file. */
export async function embedFont(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(wholeFontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  return document.embedFont(bytesOfFont(), { subset: true });
}
