import { inflateSync } from 'node:zlib';
import type { FileRefusal } from '@shared/modules/file/labels';

/** Viewers look for the end mark in the last kilobyte. */
const tailBytesMax = 1024;
const packedObjectsMax = 2_000;
const inflatedBytesMax = 4 * 1024 * 1024;

/** Scripts, program starts and attached files; names end where a PDF name ends. */
const activeNames = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia)(?![A-Za-z0-9_])/;

/** Names may be written with escapes: `/J#53`. */
const unescapeNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** Objects packed into compressed streams, where the names could hide. */
function packedObjects(text: string): string[] {
  const found: string[] = [];
  const pattern = /\/ObjStm\b[^]{0,400}?stream\r?\n/g;
  for (let match = pattern.exec(text); match && found.length < packedObjectsMax; match = pattern.exec(text)) {
    const end = text.indexOf('endstream', pattern.lastIndex);
    if (end < 0) break;
    try {
      const packed = Buffer.from(text.slice(pattern.lastIndex, end), 'latin1');
      found.push(inflateSync(packed, { maxOutputLength: inflatedBytesMax }).toString('latin1'));
    } catch {
      // Encrypted or otherwise encoded: a viewer cannot be tricked by what this file does not say openly.
    }
  }
  return found;
}

/** Why a PDF is refused, or undefined. It is looked at, not rewritten: author and dates inside stay as they are. */
export function inspectPdf(bytes: Uint8Array): FileRefusal | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end < 0) return 'damaged';
  const tail = text.slice(end + 5);
  if (tail.length > tailBytesMax || tail.includes('PK\u0003\u0004') || tail.includes('PK\u0005\u0006'))
    return 'disguised';
  const visible = text.replace(/stream\r?\n[^]*?endstream/g, '');
  const parts = [visible, ...packedObjects(text)];
  return parts.some((part) => activeNames.test(unescapeNames(part))) ? 'activePdf' : undefined;
}
