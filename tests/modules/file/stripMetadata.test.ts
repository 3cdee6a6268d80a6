import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import * as fc from 'fast-check';
import { cleanJpeg } from '@functions/modules/file/jpeg';
import { cleanPng } from '@functions/modules/file/png';
import { cleanWebp } from '@functions/modules/file/webp';
import {
  jpegSegment,
  join,
  phoneJpeg,
  plainJpeg,
  plainPng,
  riff,
  riffChunk,
  secretPlace,
  taggedPng,
  taggedWebp,
  text,
  webpCanvas,
  webpFrame,
} from './sampleFiles';

const has = (bytes: Uint8Array | undefined, words: string) =>
  Buffer.from(bytes ?? []).includes(Buffer.from(words, 'latin1'));
const pictureOf = (bytes: Uint8Array) => decodeJpeg(bytes, { useTArray: true, formatAsRGBA: true });

describe('a JPEG', () => {
  test('loses place, XMP, IPTC, comments and what hangs behind its end', () => {
    const photo = phoneJpeg();
    expect(has(photo, secretPlace)).toBe(true);
    const clean = cleanJpeg(photo);
    expect(has(clean?.bytes, 'SECRET')).toBe(false);
    expect(has(clean?.bytes, 'MotionPhoto')).toBe(false);
    // The GPS pointer tag and the latitude as rationals.
    expect(has(clean?.bytes, '\x88\x25')).toBe(false);
    expect(has(clean?.bytes, '\0\0\0\x25\0\0\0\x01\0\0\0\x1b')).toBe(false);
  });

  test('shows exactly the same pixels afterwards', () => {
    const clean = cleanJpeg(phoneJpeg());
    expect(clean).toMatchObject({ width: 24, height: 16 });
    expect(Buffer.from(pictureOf(clean!.bytes).data).equals(Buffer.from(pictureOf(plainJpeg()).data))).toBe(true);
  });

  test.each([2, 3, 6, 8])('keeps which way up it is: orientation %i', (orientation) => {
    const exif = (pictureOf(cleanJpeg(phoneJpeg(orientation))!.bytes) as { exifBuffer?: Uint8Array }).exifBuffer ?? [];
    // The decoder hands over what follows `Exif\0`: a zero, the 8-byte TIFF head, one entry, the end.
    expect(exif).toHaveLength(1 + 8 + 2 + 12 + 4);
    expect(Buffer.from(exif).readUInt16BE(1 + 8)).toBe(1);
    expect(Buffer.from(exif).readUInt16BE(1 + 8 + 2 + 8)).toBe(orientation);
  });

  test('carries no Exif at all when it is upright', () => {
    expect(has(cleanJpeg(phoneJpeg(1))?.bytes, 'Exif')).toBe(false);
    expect(has(cleanJpeg(phoneJpeg(99))?.bytes, 'Exif')).toBe(false);
  });

  test('keeps its colour profile and loses the small preview inside JFIF', () => {
    const plain = plainJpeg();
    const withoutHead = plain.slice(20);
    const jfif = jpegSegment(0xe0, join(text('JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01'), text('PREVIEW')));
    const profile = jpegSegment(0xe2, text('ICC_PROFILE\0\x01\x01COLOURS'));
    const clean = cleanJpeg(join([0xff, 0xd8], jfif, profile, withoutHead));
    expect(has(clean?.bytes, 'COLOURS')).toBe(true);
    expect(has(clean?.bytes, 'PREVIEW')).toBe(false);
    expect(pictureOf(clean!.bytes).width).toBe(24);
  });

  test('is broken when it ends before its end mark', () => {
    const [plain, photo] = [plainJpeg(), phoneJpeg()];
    for (let length = 0; length < plain.length - 1; length += 7) {
      expect(cleanJpeg(plain.slice(0, length))).toBeUndefined();
    }
    expect(cleanJpeg(photo.slice(0, 300))).toBeUndefined();
  });
});

describe('a PNG', () => {
  test('loses texts, Exif, time, private chunks and what hangs behind its end', () => {
    expect(has(taggedPng(), secretPlace)).toBe(true);
    const clean = cleanPng(taggedPng());
    expect(clean).toMatchObject({ width: 24, height: 16 });
    expect(Buffer.from(clean!.bytes).equals(Buffer.from(plainPng()))).toBe(true);
    expect(PNG.sync.read(Buffer.from(clean!.bytes)).data.length).toBe(24 * 16 * 4);
  });

  test('is broken when it ends before its last chunk', () => {
    const plain = plainPng();
    for (let length = 0; length < plain.length; length += 5) expect(cleanPng(plain.slice(0, length))).toBeUndefined();
  });
});

describe('a WebP', () => {
  test('loses Exif, XMP and what hangs behind its end, and says so in its head', () => {
    const clean = cleanWebp(taggedWebp());
    expect(clean).toMatchObject({ width: 24, height: 16 });
    expect(Buffer.from(clean!.bytes).equals(Buffer.from(riff(webpCanvas(0), webpFrame)))).toBe(true);
  });

  test('is measured by the larger of canvas and frame', () => {
    expect(cleanWebp(riff(webpFrame))).toMatchObject({ width: 24, height: 16 });
    expect(cleanWebp(riff(webpCanvas(0, 16_000, 16_000), webpFrame))).toMatchObject({ width: 16_000, height: 16_000 });
    const lossy = riffChunk('VP8 ', join([0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x3e, 0x40, 0x1f], new Uint8Array(20)));
    expect(cleanWebp(riff(webpCanvas(0, 10, 10), lossy))).toMatchObject({ width: 16_000, height: 8_000 });
  });

  test('is broken when it is shorter than it says or has no picture', () => {
    expect(cleanWebp(riff(webpFrame).slice(0, -3))).toBeUndefined();
    expect(cleanWebp(riff(webpCanvas(0)))).toBeUndefined();
  });
});

test('no bytes, however broken, make a cleaner throw or hang', () => {
  const heads = [phoneJpeg(), taggedPng(), taggedWebp()];
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 2),
      fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 }),
      (kind, changes) => {
        const bytes = Uint8Array.from(heads[kind] ?? []);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        for (const clean of [cleanJpeg, cleanPng, cleanWebp]) {
          const result = clean(bytes);
          // Cleaning what is clean changes nothing.
          if (result)
            expect(Buffer.from(clean(result.bytes)?.bytes ?? []).equals(Buffer.from(result.bytes))).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});
