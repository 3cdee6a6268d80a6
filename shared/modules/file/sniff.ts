import type { FileKind } from './schema';

/** What the first bytes say. `zip` is a container that still has to be looked into (docx, xlsx). */
export type SniffedKind = Exclude<FileKind, 'docx' | 'xlsx'> | 'zip' | 'heic' | 'oldOffice' | 'program';

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && Array.from(text).every((char, index) => bytes[at + index] === char.charCodeAt(0));

const heicBrands = ['heic', 'heix', 'hevc', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1', 'heif'];

/** Windows, Linux, macOS and Java programs, Android bytecode, scripts. */
const programSigns = [
  'MZ',
  '\x7fELF',
  '\xca\xfe\xba\xbe',
  '\xcf\xfa\xed\xfe',
  '\xce\xfa\xed\xfe',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  'dex\n',
  '#!',
];

/**
 * The kind of a file by its magic bytes, which must be the very first ones: a PDF that begins after a program's header is
 * a program. `undefined` when nothing known is found.
 */
export function sniffKind(bytes: Uint8Array): SniffedKind | undefined {
  if (programSigns.some((sign) => startsWith(bytes, sign))) return 'program';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpg';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK\x03\x04')) return 'zip';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'oldOffice';
  if (startsWith(bytes, 'ftyp', 4) && heicBrands.some((brand) => startsWith(bytes, brand, 8))) return 'heic';
  return undefined;
}
