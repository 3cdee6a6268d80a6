import Taro from '@tarojs/taro';
import { AppError } from '@shared/kernel/errors';
import type { FilePurpose, StoredFileView, UploadTicket } from '@shared/modules/file/schema';
import { call } from './call';
import { OfflineError } from './OfflineError';

/** A file chosen on this device, before it is sent. */
export interface LocalFile {
  name: string;
  bytes: number;
  /** WeChat: a temporary path */
  path?: string;
  /** Browser */
  blob?: Blob;
}

export type Progress = (share: number) => void;

function putBlob(ticket: UploadTicket, blob: Blob, onProgress: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(ticket.method, ticket.url);
    Object.entries(ticket.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => (request.status < 400 ? resolve() : reject(refused(request.status)));
    request.onerror = () => reject(new OfflineError());
    request.ontimeout = request.onerror;
    request.send(blob);
  });
}

const refused = (status: number): AppError => new AppError(status === 413 ? 'TOO_LARGE' : 'UNAVAILABLE');

async function putPath(ticket: UploadTicket, path: string, onProgress: Progress): Promise<void> {
  const data = await new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data: bytes }) => resolve(bytes as ArrayBuffer),
      fail: () => reject(new AppError('FILE_REFUSED', { message: '这个文件读不出来，请重新选择' })),
    });
  });
  onProgress(0.3);
  const reply = await Taro.request({ url: ticket.url, method: ticket.method, header: ticket.headers, data }).catch(
    () => {
      throw new OfflineError();
    },
  );
  if (reply.statusCode >= 400) throw refused(reply.statusCode);
}

/** Sends one file straight to the storage and has it inspected. @throws AppError with the reason in plain words */
export async function uploadFile(
  file: LocalFile,
  purpose: FilePurpose = 'other',
  onProgress: Progress = () => undefined,
): Promise<StoredFileView> {
  const ticket = await call('file.prepareUpload', { name: file.name, bytes: file.bytes, purpose });
  onProgress(0.05);
  const report: Progress = (share) => onProgress(0.05 + share * 0.85);
  if (file.blob) await putBlob(ticket, file.blob, report);
  else await putPath(ticket, file.path ?? '', report);
  onProgress(0.95);
  const stored = await call('file.completeUpload', { uploadId: ticket.uploadId });
  onProgress(1);
  return stored;
}
