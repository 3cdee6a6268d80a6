import * as z from 'zod';
import { idField, instantField } from '@shared/kernel/fields';

/** 能收的文件种类。HEIC 不收：办公电脑打不开，见 labels.ts 的说明。 */
export const fileKinds = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx'] as const;
export type FileKind = (typeof fileKinds)[number];

/** 文件用途：章程、场所使用证明、花名册、居（村）委会意见、备案申请表、旧台账、其他。 */
export const filePurposes = [
  'charter',
  'venueProof',
  'rosterSheet',
  'committeeOpinion',
  'applicationForm',
  'ledgerImport',
  'other',
] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** `prepared`: a place was given, nothing checked yet. `ready`: the bytes were inspected and may be referred to. */
export const fileStatuses = ['prepared', 'ready'] as const;
export type FileStatus = (typeof fileStatuses)[number];

/** What the phone says about a file before it sends it. */
export const uploadRequest = z.strictObject({
  name: z.string().min(1).max(200),
  bytes: z.int().min(0).max(2_000_000_000),
  purpose: z.enum(filePurposes),
});
export type UploadRequest = z.infer<typeof uploadRequest>;

/** Where to send the bytes: one raw request with these headers. */
export const uploadTicket = z.strictObject({
  uploadId: idField,
  url: z.string(),
  method: z.literal('PUT'),
  headers: z.record(z.string(), z.string()),
});
export type UploadTicket = z.infer<typeof uploadTicket>;

/** 已收下的文件。 */
export const storedFileView = z.strictObject({
  fileId: idField,
  name: z.string(),
  kind: z.enum(fileKinds),
  /** Size as kept, after personal metadata was removed */
  bytes: z.int(),
});
export type StoredFileView = z.infer<typeof storedFileView>;

export const fileLink = z.strictObject({ url: z.string(), expiresAt: instantField });
export type FileLink = z.infer<typeof fileLink>;
