import { encode as encodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import * as zlib from 'node:zlib';

/** Real files built byte by byte, so that a test knows what is hidden in them. */
export const secretPlace = 'SECRET-PLACE-GPS-37.461N-118.491E';

const be16 = (value: number) => [value >> 8, value & 0xff];
const be32 = (value: number) => [...be16(value >>> 16), ...be16(value & 0xffff)];
export const text = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'));
export const join = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

function pixels(width: number, height: number) {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) data.set([(at * 7) % 256, (at * 3) % 256, at % 256], at * 4);
  return { width, height, data };
}

export const plainJpeg = (width = 24, height = 16): Uint8Array =>
  Uint8Array.from(encodeJpeg(pixels(width, height), 80).data);

export const jpegSegment = (marker: number, data: Uint8Array) => join([0xff, marker, ...be16(data.length + 2)], data);

/** Exif with orientation and a GPS directory whose latitude and map datum are really stored. */
export function exifSegment(orientation: number): Uint8Array {
  const datum = text(`${secretPlace}\0`);
  const gpsAt = 8 + 2 + 24 + 4;
  const latitudeAt = gpsAt + 2 + 24 + 4;
  const tiff = join(
    text('MM\0*'),
    be32(8),
    be16(2),
    [...be16(0x0112), ...be16(3), ...be32(1), ...be16(orientation), 0, 0],
    [...be16(0x8825), ...be16(4), ...be32(1), ...be32(gpsAt)],
    be32(0),
    be16(2),
    [...be16(2), ...be16(5), ...be32(3), ...be32(latitudeAt)],
    [...be16(0x12), ...be16(2), ...be32(datum.length), ...be32(latitudeAt + 24)],
    be32(0),
    [37, 1, 27, 1, 3960, 100].flatMap(be32),
    datum,
  );
  return jpegSegment(0xe1, join(text('Exif\0\0'), tiff));
}

/** A photo as a phone makes it: Exif with place, XMP, IPTC, a comment, and a second picture behind the end. */
export function phoneJpeg(orientation = 6): Uint8Array {
  const plain = plainJpeg();
  return join(
    plain.slice(0, 2),
    exifSegment(orientation),
    jpegSegment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secretPlace}</x:xmpmeta>`)),
    jpegSegment(0xed, text(`Photoshop 3.0\0${secretPlace}`)),
    jpegSegment(0xfe, text(secretPlace)),
    plain.slice(2),
    text(`MotionPhoto${secretPlace}`),
  );
}

/** A JPEG whose header claims a size its data does not have. */
export function jpegClaiming(width: number, height: number): Uint8Array {
  const bytes = plainJpeg();
  for (let at = 2; at < bytes.length; at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)) {
    if (bytes[at + 1] === 0xc0) {
      bytes.set([...be16(height), ...be16(width)], at + 5);
      return bytes;
    }
  }
  throw new Error('no frame header');
}

export const plainPng = (width = 24, height = 16): Uint8Array => {
  const png = new PNG({ width, height });
  pixels(width, height).data.copy(png.data);
  return Uint8Array.from(PNG.sync.write(png));
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
export const crc32 = (bytes: Uint8Array): number =>
  (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8)) >>> 0, 0xffffffff) ^ 0xffffffff) >>> 0;

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = join(text(type), data);
  return join(be32(data.length), body, be32(crc32(body)));
}

/** A screenshot with texts, Exif, a time and a private chunk, and bytes behind its end. */
export function taggedPng(): Uint8Array {
  const plain = plainPng();
  const hidden = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) => pngChunk(type, text(secretPlace)));
  return join(plain.slice(0, 33), ...hidden, plain.slice(33), text(secretPlace));
}

export function pngClaiming(width: number, height: number): Uint8Array {
  const plain = plainPng();
  const header = pngChunk('IHDR', join(be32(width), be32(height), plain.slice(24, 29)));
  return join(plain.slice(0, 8), header, plain.slice(33));
}

const le32 = (value: number) => be32(value).reverse();
export const riffChunk = (type: string, data: Uint8Array) =>
  join(text(type), le32(data.length), data, data.length % 2 ? [0] : []);
export const riff = (...chunks: Uint8Array[]) => {
  const content = join(text('WEBP'), ...chunks);
  return join(text('RIFF'), le32(content.length), content);
};

/** The lossless frame of a 24 × 16 picture, made by a browser. */
export const webpFrame = riffChunk(
  'VP8L',
  Uint8Array.from(Buffer.from('LxfAAwAPcLHwX3ReqXj+Aw8E2TY1uL/lKZ4jRPR/HACgec0b', 'base64')),
);
export const webpCanvas = (flags: number, width = 24, height = 16) =>
  riffChunk('VP8X', join([flags, 0, 0, 0], le32(width - 1).slice(0, 3), le32(height - 1).slice(0, 3)));
export const taggedWebp = () =>
  join(
    riff(
      webpCanvas(0x08 | 0x04),
      webpFrame,
      riffChunk('EXIF', text(secretPlace)),
      riffChunk('XMP ', text(`${secretPlace}!`)),
    ),
    text(secretPlace),
  );

/** A zip archive; `claimed` is the unpacked size it states. */
export function zipOf(
  files: readonly { name: string; content?: string; claimed?: number; flags?: number }[],
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content = '<x/>', claimed, flags = 0 } of files) {
    const data = text(content);
    const packed = Uint8Array.from(zlib.deflateRawSync(data));
    const le16 = (value: number) => be16(value).reverse();
    const common = [
      ...le16(20),
      ...le16(flags),
      ...le16(8),
      ...le32(0),
      ...le32(crc32(data)),
      ...le32(packed.length),
      ...le32(claimed ?? data.length),
      ...le16(name.length),
      ...le16(0),
    ];
    const local = join(text('PK\x03\x04'), common, text(name), packed);
    const links = [...le16(0), ...le16(0), ...le16(0), ...le32(0), ...le32(offset)];
    directory.push(join(text('PK\x01\x02'), le16(20), common, links, text(name)));
    parts.push(local);
    offset += local.length;
  }
  const all = join(...directory);
  const count = be16(files.length).reverse();
  const end = join(text('PK\x05\x06'), [0, 0, 0, 0], count, count, le32(all.length), le32(offset), [0, 0]);
  return join(...parts, all, end);
}

export const docx = (...more: { name: string; claimed?: number; flags?: number }[]) =>
  zipOf([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more]);
export const xlsx = (...more: { name: string; claimed?: number; flags?: number }[]) =>
  zipOf([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }, ...more]);

export const pdf = (objects = '', tail = '') =>
  text(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n${objects}\nxref\n0 1\ntrailer<<>>\nstartxref\n0\n%%EOF\n${tail}`,
  );
