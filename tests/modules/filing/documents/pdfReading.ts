import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { PNG } from 'pngjs';

/** True where poppler's tools are installed; tests that look at the printed page need them. */
export const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;

/** Outlines of the embedded font: glyph index → number of path commands. */
export async function embeddedGlyphs(pdf: Uint8Array): Promise<number[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFDict ? object : undefined;
    const file = dict?.get(PDFName.of('FontFile2'));
    if (!file) continue;
    const stream = document.context.lookup(file);
    if (!(stream instanceof PDFRawStream)) continue;
    const font = fontkit.create(decodePDFRawStream(stream).decode()) as unknown as {
      numGlyphs: number;
      getGlyph(id: number): { path: { commands: unknown[] } };
    };
    return Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id).path.commands.length);
  }
  return [];
}

function withFile<T>(pdf: Uint8Array, work: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, pdf);
    return work(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A part of the first page as it would be printed; pixels from the upper left corner. */
export const printedPart = (
  pdf: Uint8Array,
  dpi: number,
  part: { x: number; y: number; width: number; height: number },
): PNG =>
  withFile(pdf, (path, folder) => {
    const { x, y, width, height } = part;
    const area = ['-x', x, '-y', y, '-W', width, '-H', height].map(String);
    execFileSync('pdftoppm', ['-r', String(dpi), ...area, '-singlefile', '-png', path, join(folder, 'a')]);
    return PNG.sync.read(readFileSync(join(folder, 'a.png')));
  });

/** The text a reader can copy. */
export const readText = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));

/** Every drawing command of the file, unpacked. */
export function drawingCommands(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  return Array.from(text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g), ([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  }).join('\n');
}
