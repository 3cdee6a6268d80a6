import { inflateRawSync } from 'node:zlib';
import { ledgerRowsMax } from '@shared/modules/ledger/limits';
import { refuseWorkbook } from './refusals';

/** A ledger of 20,000 rows and 30 columns unpacks to some 30 MB; more is no ledger, or a bomb. */
const unpackedMax = 64 * 1024 * 1024;
const sheetUnpackedMax = 40 * 1024 * 1024;
/** Sheets of equal rows pack some 40 times; deflate itself ends at about 1,030. */
const ratioMax = 200;
const ratioFrom = 1024 * 1024;
const entriesMax = 2_000;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

function findDirectoryEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw refuseWorkbook('damaged');
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = findDirectoryEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > entriesMax) throw refuseWorkbook('bomb');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw refuseWorkbook('damaged');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw refuseWorkbook('encrypted');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes
        .toString('utf8', at + 46, at + 46 + nameLength)
        .replace(/\\/g, '/')
        .replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const isSheet = ({ name }: Entry): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

/** Sizes as the directory declares them, before anything is unpacked. */
function checkSizes(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const inflated = entries.some(({ packed, unpacked }) => unpacked > ratioFrom && unpacked > packed * ratioMax);
  if (entries.some((entry) => isSheet(entry) && entry.unpacked > sheetUnpackedMax)) throw refuseWorkbook('tooManyRows');
  if (total > unpackedMax || inflated) throw refuseWorkbook('bomb');
}

/** The content of one entry; what unpacks to more or less than declared is refused. */
function unpack(bytes: Buffer, { method, packed, unpacked, offset }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) throw refuseWorkbook('damaged');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const raw = bytes.subarray(start, start + packed);
  if (raw.length !== packed || (method !== 0 && method !== 8)) throw refuseWorkbook('damaged');
  let content = raw;
  try {
    if (method === 8) content = inflateRawSync(raw, { maxOutputLength: Math.max(1, unpacked) });
  } catch {
    throw refuseWorkbook('damaged');
  }
  if (content.length !== unpacked) throw refuseWorkbook('damaged');
  return content;
}

/** Rows of a sheet that hold a cell; rows that are only formatted do not count. Stops soon after the limit. */
function countRows(sheet: Buffer): number {
  let rows = 0;
  for (let at = sheet.indexOf('row'); at >= 0 && rows <= ledgerRowsMax;) {
    const before = sheet[at - 1];
    const next = sheet.indexOf('row', at + 3);
    if (before === 0x3c || before === 0x3a) {
      const end = next < 0 ? sheet.length : next;
      const value = sheet.subarray(at, end);
      if (value.includes('v>') || value.includes('t>')) rows += 1;
    }
    at = next;
  }
  return rows;
}

/**
 * Looks at a zip container before any parser does: declared sizes first, then true sizes, then rows.
 * @throws FILE_REFUSED for what is no xlsx, TOO_LARGE for bombs and too many rows
 */
export function checkPackage(bytes: Buffer): void {
  const entries = readDirectory(bytes);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const isOpenDocument = names.has('content.xml') && names.has('mimetype');
  if (names.has('xl/workbook.bin') || isOpenDocument) throw refuseWorkbook('otherExcel');
  if (!names.has('xl/workbook.xml') || !names.has('[content_types].xml')) throw refuseWorkbook('notSheet');
  if (names.size !== entries.length) throw refuseWorkbook('damaged');
  checkSizes(entries);
  for (const entry of entries) {
    const content = unpack(bytes, entry);
    if (isSheet(entry) && countRows(content) > ledgerRowsMax) throw refuseWorkbook('tooManyRows');
  }
}
