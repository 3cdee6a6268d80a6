import { createHash } from 'node:crypto';
import { AppError } from '@shared/kernel/errors';
import { fileRefusalWords, type FileRefusal } from '@shared/modules/file/labels';
import {
  checkContent,
  checkDeclared,
  checkKind,
  nameForKind,
  pixelsMax,
  type FileCheck,
} from '@shared/modules/file/rules';
import type { FileKind, FilePurpose } from '@shared/modules/file/schema';
import { sniffKind } from '@shared/modules/file/sniff';
import { cleanJpeg } from './jpeg';
import { inspectOfficeFile } from './officeFile';
import { inspectPdf } from './pdfFile';
import { cleanPng } from './png';
import { cleanWebp } from './webp';

/** A file as it will be kept: its true kind, a name that fits, its bytes without personal metadata. */
export interface InspectedFile {
  name: string;
  kind: FileKind;
  bytes: Uint8Array;
  sha256: string;
}

const tooLarge: readonly FileRefusal[] = ['photoTooLarge', 'pdfTooLarge', 'officeTooLarge'];

/** The error for a refused file: the sentence says what to do with it. */
export const refusalError = (reason: FileRefusal, message: string = fileRefusalWords[reason]): AppError =>
  new AppError(tooLarge.includes(reason) ? 'TOO_LARGE' : 'FILE_REFUSED', { message });

const insist = (check: FileCheck): FileKind => {
  if (!check.ok) throw refusalError(check.reason, check.message);
  return check.kind;
};

const cleaners = { jpg: cleanJpeg, png: cleanPng, webp: cleanWebp };

function cleanPhoto(kind: keyof typeof cleaners, bytes: Uint8Array): Uint8Array {
  const picture = cleaners[kind](bytes);
  if (!picture || picture.width === 0 || picture.height === 0) throw refusalError('damaged');
  if (picture.width * picture.height > pixelsMax) throw refusalError('tooManyPixels');
  return picture.bytes;
}

/** Kind by content and the bytes to keep. */
function readContent(bytes: Uint8Array): { kind: FileKind; bytes: Uint8Array } {
  const sniffed = sniffKind(bytes);
  switch (sniffed) {
    case undefined:
      throw refusalError(bytes.length === 0 ? 'empty' : 'unknownKind');
    case 'heic':
    case 'oldOffice':
    case 'program':
      throw refusalError(sniffed);
    case 'zip': {
      const office = inspectOfficeFile(bytes);
      if ('refusal' in office) throw refusalError(office.refusal);
      return { kind: office.kind, bytes };
    }
    case 'pdf': {
      const refusal = inspectPdf(bytes);
      if (refusal) throw refusalError(refusal);
      return { kind: 'pdf', bytes };
    }
    default:
      return { kind: sniffed, bytes: cleanPhoto(sniffed, bytes) };
  }
}

/**
 * Looks at the bytes that arrived: true kind, size, pixels, disguises; strips photos of place, time and camera.
 * @throws FILE_REFUSED or TOO_LARGE with a sentence that says what to do
 */
export function inspectUpload(name: string, purpose: FilePurpose, arrived: Uint8Array): InspectedFile {
  insist(checkDeclared({ name, bytes: arrived.length, purpose }));
  const { kind, bytes } = readContent(arrived);
  insist(checkContent(name, kind));
  insist(checkKind(kind, arrived.length, purpose));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: nameForKind(name, kind), kind, bytes, sha256 };
}
