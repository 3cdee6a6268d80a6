import { cleanLine } from '@shared/kernel/text';
import { fileKindLabels, filePurposeLabels, fileRefusalWords, type FileRefusal } from './labels';
import type { FileKind, FilePurpose, UploadRequest } from './schema';

const megabyte = 1024 * 1024;
const photos = ['jpg', 'png', 'webp'] as const satisfies readonly FileKind[];

/** Largest size of each kind, in bytes. */
export const fileBytesMax: Record<FileKind, number> = {
  jpg: 10 * megabyte,
  png: 10 * megabyte,
  webp: 10 * megabyte,
  pdf: 10 * megabyte,
  docx: 5 * megabyte,
  xlsx: 5 * megabyte,
};

/** 5000 万像素。二进制的“万”：标称 5000 万的手机传感器是 8192×6144。 */
export const pixelsMax = 50 * megabyte;

/** A docx or xlsx may unpack to this much; more is a decompression bomb. */
export const unpackedBytesMax = 100 * megabyte;

/** 每人每天最多上传的文件数。 */
export const uploadsPerDay = 200;

/** A link to a file works for this long. */
export const linkSeconds = 600;

/** 每种用途收哪些文件。 */
export const purposeKinds: Record<FilePurpose, readonly FileKind[]> = {
  charter: [...photos, 'pdf', 'docx'],
  venueProof: [...photos, 'pdf'],
  rosterSheet: ['xlsx'],
  committeeOpinion: [...photos, 'pdf'],
  applicationForm: [...photos, 'pdf', 'docx'],
  ledgerImport: ['xlsx'],
  other: [...photos, 'pdf', 'docx', 'xlsx'],
};

export const isPhoto = (kind: FileKind): boolean => (photos as readonly FileKind[]).includes(kind);

const kindsByExtension: Readonly<Record<string, FileKind | 'heic' | 'oldOffice' | 'program'>> = {
  jpg: 'jpg',
  jpeg: 'jpg',
  jpe: 'jpg',
  png: 'png',
  webp: 'webp',
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  heic: 'heic',
  heif: 'heic',
  doc: 'oldOffice',
  xls: 'oldOffice',
  et: 'oldOffice',
  wps: 'oldOffice',
  exe: 'program',
  apk: 'program',
  bat: 'program',
  scr: 'program',
  msi: 'program',
};

const extensionOf = (name: string): string => /\.([^.]{1,8})$/.exec(name)?.[1]?.trim().toLowerCase() ?? '';

/** A name that can be shown and saved: no folders, no invisible or reversed-direction characters, at most 80 characters. */
export function safeFileName(name: string): string {
  const last = cleanLine(name).split(/[\\/]/).pop() ?? '';
  const plain = cleanLine(last.replace(/[<>:"|?*\n]/g, ' ')).replace(/[. ]+$/, '');
  const extension = extensionOf(plain);
  const stem = extension ? plain.slice(0, plain.lastIndexOf('.')) : plain;
  const short =
    Array.from(stem)
      .slice(0, 80 - extension.length)
      .join('')
      .replace(/[. ]+$/, '') || '文件';
  return extension ? `${short}.${extension}` : short;
}

/** The name with the ending its content asks for: a screenshot saved as `.jpg` that is a PNG. */
export function nameForKind(name: string, kind: FileKind): string {
  const safe = safeFileName(name);
  if (kindsByExtension[extensionOf(safe)] === kind) return safe;
  const dot = safe.lastIndexOf('.');
  return `${dot > 0 ? safe.slice(0, dot) : safe}.${kind}`;
}

export type FileCheck = { ok: true; kind: FileKind } | { ok: false; reason: FileRefusal; message: string };

const refuse = (reason: FileRefusal, message: string = fileRefusalWords[reason]): FileCheck => ({
  ok: false,
  reason,
  message,
});

/** May a file of this kind and size serve this purpose? */
export function checkKind(kind: FileKind, bytes: number, purpose: FilePurpose): FileCheck {
  const wanted = purposeKinds[purpose];
  if (!wanted.includes(kind)) {
    const names = wanted.map((each) => fileKindLabels[each]).join('、');
    return refuse('notForPurpose', `“${filePurposeLabels[purpose]}”不收${fileKindLabels[kind]}，请换成${names}`);
  }
  if (bytes === 0) return refuse('empty');
  if (bytes > fileBytesMax[kind]) {
    return refuse(isPhoto(kind) ? 'photoTooLarge' : kind === 'pdf' ? 'pdfTooLarge' : 'officeTooLarge');
  }
  return { ok: true, kind };
}

/** The first look, from name and size alone: runs on the phone before anything is sent, and again on the server. */
export function checkDeclared({ name, bytes, purpose }: UploadRequest): FileCheck {
  const declared = kindsByExtension[extensionOf(safeFileName(name))];
  if (declared === undefined) return refuse('unknownKind');
  if (declared === 'heic' || declared === 'oldOffice' || declared === 'program') return refuse(declared);
  return checkKind(declared, bytes, purpose);
}

/**
 * Does the content fit the name? Phones save a PNG or WebP picture under `.jpg`: one kind of picture under another's
 * name is accepted and renamed; anything else that differs is refused.
 */
export function checkContent(name: string, found: FileKind): FileCheck {
  const declared = kindsByExtension[extensionOf(safeFileName(name))];
  const samePicture = declared !== undefined && isPhoto(found) && (photos as readonly string[]).includes(declared);
  return declared === found || samePicture ? { ok: true, kind: found } : refuse('mismatch');
}
