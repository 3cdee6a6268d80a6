import { unpackedBytesMax } from '@shared/modules/file/rules';
import type { FileRefusal } from '@shared/modules/file/labels';
import { ascii, u16le, u32le } from './byteReader';

const directoryEndSign = 0x06054b50;
const directoryEntrySign = 0x02014b50;
const entriesMax = 5_000;

interface ArchiveEntry {
  name: string;
  unpackedBytes: number;
  encrypted: boolean;
}

/** Position of the end-of-directory record; it must end the file exactly, so nothing can hang behind. */
function findDirectoryEnd(bytes: Uint8Array): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1) {
    if (u32le(bytes, at) === directoryEndSign) {
      return at + 22 + u16le(bytes, at + 20) === bytes.length ? at : undefined;
    }
  }
  return undefined;
}

/** The zip directory. undefined when it is broken or beyond what a document needs (zip64). */
function entriesOf(bytes: Uint8Array, directoryEnd: number): ArchiveEntry[] | undefined {
  const count = u16le(bytes, directoryEnd + 10);
  let at = u32le(bytes, directoryEnd + 16);
  if (count > entriesMax) return undefined;
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directoryEnd || u32le(bytes, at) !== directoryEntrySign) return undefined;
    const nameLength = u16le(bytes, at + 28);
    entries.push({
      name: ascii(bytes, at + 46, nameLength),
      unpackedBytes: u32le(bytes, at + 24),
      encrypted: (u16le(bytes, at + 8) & 1) === 1,
    });
    at += 46 + nameLength + u16le(bytes, at + 30) + u16le(bytes, at + 32);
  }
  return entries;
}

const programName = /\.(exe|dll|com|bat|cmd|scr|vbs|js|jar|apk|ps1|lnk)$/i;

/** Which office document a zip container is, or why it is refused. Nothing is unpacked. */
export function inspectOfficeFile(bytes: Uint8Array): { kind: 'docx' | 'xlsx' } | { refusal: FileRefusal } {
  const directoryEnd = findDirectoryEnd(bytes);
  const entries = directoryEnd === undefined ? undefined : entriesOf(bytes, directoryEnd);
  if (!entries) return { refusal: 'damaged' };
  const names = new Set(entries.map(({ name }) => name.replace(/\\/g, '/')));
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (!kind || !names.has('[Content_Types].xml')) return { refusal: 'mismatch' };
  if (entries.some(({ encrypted }) => encrypted)) return { refusal: 'oldOffice' };
  if (entries.some(({ name }) => /vbaProject/i.test(name))) return { refusal: 'macro' };
  if (entries.some(({ name }) => programName.test(name))) return { refusal: 'disguised' };
  const unpacked = entries.reduce((total, entry) => total + entry.unpackedBytes, 0);
  return unpacked > unpackedBytesMax ? { refusal: 'archiveTooLarge' } : { kind };
}
