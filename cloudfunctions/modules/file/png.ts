import { ascii, joined, u32be } from './byteReader';
import type { CleanPicture } from './jpeg';

/** What is needed to show the picture, animation included. Texts, Exif, time and private chunks are not on the list. */
const keptChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP hIST acTL fcTL fdAT'.split(' '),
);

/** A PNG without texts, Exif, times, private chunks and anything after its end. undefined when it is broken. */
export function cleanPng(bytes: Uint8Array): CleanPicture | undefined {
  if (ascii(bytes, 12, 4) !== 'IHDR' || u32be(bytes, 8) !== 13) return undefined;
  const kept = [bytes.subarray(0, 8)];
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + u32be(bytes, at);
    if (end > bytes.length) return undefined;
    const type = ascii(bytes, at + 4, 4);
    if (keptChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IDAT') hasPicture = true;
    if (type === 'IEND') {
      return hasPicture ? { bytes: joined(kept), width: u32be(bytes, 16), height: u32be(bytes, 20) } : undefined;
    }
    at = end;
  }
  return undefined;
}
