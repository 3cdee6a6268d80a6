import { ascii, joined, u16le, u24le, u32le } from './byteReader';
import type { CleanPicture } from './jpeg';

const keptChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const exifAndXmpFlags = 0x08 | 0x04;

interface Size {
  width: number;
  height: number;
}

/** Size of a canvas (VP8X), a lossy (VP8) or a lossless (VP8L) frame whose data begins at `at`. */
function sizeOf(bytes: Uint8Array, type: string, at: number): Size | undefined {
  if (type === 'VP8X') return { width: u24le(bytes, at + 4) + 1, height: u24le(bytes, at + 7) + 1 };
  if (type === 'VP8 ') return { width: u16le(bytes, at + 6) & 0x3fff, height: u16le(bytes, at + 8) & 0x3fff };
  if (type !== 'VP8L' || bytes[at] !== 0x2f) return undefined;
  const bits = u32le(bytes, at + 1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

const riffHead = (content: number): Uint8Array => {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content + 4, 4);
  return head;
};

/** A WebP without Exif, XMP, unknown chunks and anything after its end. undefined when it is broken. */
export function cleanWebp(bytes: Uint8Array): CleanPicture | undefined {
  const end = 8 + u32le(bytes, 4);
  if (end > bytes.length) return undefined;
  const kept: Uint8Array[] = [];
  const sizes: Size[] = [];
  let hasPicture = false;
  for (let at = 12; at + 8 <= end;) {
    const type = ascii(bytes, at, 4);
    const length = u32le(bytes, at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > end + 1) return undefined;
    if (keptChunks.has(type)) {
      const chunk = bytes.slice(at, next);
      if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~exifAndXmpFlags;
      // A writer that forgot the last padding byte: give it back, sizes count it.
      kept.push(length % 2 && chunk.length < 8 + length + 1 ? joined([chunk, Uint8Array.of(0)]) : chunk);
      const size = sizeOf(bytes, type, at + 8);
      if (size) sizes.push(size);
      if (type === 'VP8 ' || type === 'VP8L' || type === 'ANMF') hasPicture = true;
    }
    at = next;
  }
  if (!hasPicture || sizes.length === 0) return undefined;
  const content = joined(kept);
  return {
    bytes: joined([riffHead(content.length), content]),
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}
