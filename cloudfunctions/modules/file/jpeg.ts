import { ascii, joined, u16be, u16le, u32be, u32le } from './byteReader';

/** A picture without its personal metadata, and its size in pixels. */
export interface CleanPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

interface Segment {
  marker: number;
  start: number;
  end: number;
}

const standalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Position of the next marker that ends a scan: not a stuffed FF 00, not a restart marker. -1 when the file breaks off. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && !standalone(next)) return at;
  }
  return -1;
}

/** Segments from SOI to EOI, each scan's data included in its SOS segment. undefined when the file is broken. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return undefined;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return undefined;
    if (marker === 0xd9) return segments;
    if (standalone(marker)) {
      at += 2;
      continue;
    }
    const length = u16be(bytes, at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (marker === 0xda) {
      end = scanEnd(bytes, end);
      if (end < 0) return undefined;
    }
    segments.push({ marker, start: at, end });
    at = end;
  }
}

/** Exif orientation 1–8 of an APP1 segment; 1 when it has none. */
function orientationOf(bytes: Uint8Array, { start, end }: Segment): number {
  if (ascii(bytes, start + 4, 6) !== 'Exif\0\0') return 1;
  const tiff = start + 10;
  const little = ascii(bytes, tiff, 2) === 'II';
  const short = little ? u16le : u16be;
  const directory = tiff + (little ? u32le : u32be)(bytes, tiff + 4);
  const entries = Math.min(short(bytes, directory), 200);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > end) return 1;
    if (short(bytes, entry) === 0x0112) {
      const value = short(bytes, entry + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** An APP1 segment that says which way up, and nothing else. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0], // Exif
    ...[0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8], // big-endian TIFF, first directory at 8
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // one entry
    ...[0, 0, 0, 0],
  ]);

/** What is needed to show the picture: JFIF, colour profile, Adobe transform, tables, frames, scans. */
function isKept(bytes: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === 0xe0) return ascii(bytes, start + 4, 5) === 'JFIF\0';
  if (marker === 0xe2) return ascii(bytes, start + 4, 12) === 'ICC_PROFILE\0';
  if (marker === 0xee) return ascii(bytes, start + 4, 5) === 'Adobe';
  return !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe;
}

/** JFIF may carry a thumbnail made before the picture was cut or blurred: keep only its 14 fixed bytes. */
function keptBytes(bytes: Uint8Array, segment: Segment): Uint8Array {
  if (segment.marker !== 0xe0) return bytes.subarray(segment.start, segment.end);
  const head = bytes.slice(segment.start, segment.start + 18);
  head.set([0x00, 0x10], 2);
  head.set([0, 0], 16);
  return head;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** A JPEG without Exif (place, time, camera), XMP, IPTC, comments, previews and anything after its end; the orientation stays. */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | undefined {
  const segments = segmentsOf(bytes);
  const frame = segments?.find(({ marker }) => isFrame(marker));
  if (!segments || !frame || !segments.some(({ marker }) => marker === 0xda)) return undefined;
  const exif = segments.find((each) => each.marker === 0xe1 && ascii(bytes, each.start + 4, 6) === 'Exif\0\0');
  const orientation = exif ? orientationOf(bytes, exif) : 1;
  const kept = segments.filter((segment) => isKept(bytes, segment)).map((segment) => keptBytes(bytes, segment));
  const jfif = segments.some((segment) => segment.marker === 0xe0 && isKept(bytes, segment)) ? 1 : 0;
  return {
    bytes: joined([
      Uint8Array.of(0xff, 0xd8),
      ...kept.slice(0, jfif),
      ...(orientation > 1 ? [orientationSegment(orientation)] : []),
      ...kept.slice(jfif),
      Uint8Array.of(0xff, 0xd9),
    ]),
    height: u16be(bytes, frame.start + 5),
    width: u16be(bytes, frame.start + 7),
  };
}
