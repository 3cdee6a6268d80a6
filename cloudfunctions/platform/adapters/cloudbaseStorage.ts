import { AppError } from '@shared/kernel/errors';
import type { StoragePort } from '@functions/platform/ports';

/** What this adapter needs of an initialised node-sdk. */
export interface CloudbaseFiles {
  getUploadMetadata(options: { cloudPath: string }): Promise<{
    code?: string;
    message?: string;
    data?: { url: string; token: string; authorization: string; fileId: string; cosFileId: string };
  }>;
  uploadFile(options: {
    cloudPath: string;
    fileContent: Buffer;
  }): Promise<{ code?: string; message?: string; fileID?: string }>;
  getTempFileURL(options: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
    code?: string;
    message?: string;
    fileList?: { code: string; fileID: string; tempFileURL: string }[];
  }>;
  deleteFile(options: {
    fileList: string[];
  }): Promise<{ code?: string; message?: string; fileList?: { code: string; fileID: string }[] }>;
}

/** More than any file we accept; what a client put there beyond this is not taken into memory. */
const readBytesMax = 16 * 1024 * 1024;
const readTimeoutMs = 30_000;

const unavailable = (): AppError => new AppError('UNAVAILABLE');

/** Calls the platform; its refusals and network failures become one known error, the cause stays attached for the log. */
async function asked<T extends { code?: string; message?: string }>(call: Promise<T>): Promise<T> {
  const answer = await call.catch((cause: unknown) => {
    throw Object.assign(unavailable(), { cause });
  });
  if (answer.code) throw Object.assign(unavailable(), { cause: new Error(`${answer.code}: ${answer.message ?? ''}`) });
  return answer;
}

/** A body read piece by piece, given up as soon as it is longer than we accept. */
async function readLimited(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > readBytesMax) throw new AppError('TOO_LARGE', { message: '文件太大，请换一个小一些的再上传' });
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** The storage port on CloudBase, or on the local host's gateway, which speaks the same words. */
export function cloudbaseStorage(app: CloudbaseFiles): StoragePort {
  let prefix: string | undefined;

  const uploadMetadata = async (key: string) => {
    const { data } = await asked(app.getUploadMetadata({ cloudPath: key }));
    if (!data) throw unavailable();
    return data;
  };

  /** `cloud://<env>.<bucket>/<key>`. What stands before the key is the same for all files; the platform says it once. */
  const fileIdOf = async (key: string): Promise<string> => {
    if (prefix === undefined) {
      const { fileId } = await uploadMetadata(key);
      if (!fileId.endsWith(key)) throw unavailable();
      prefix = fileId.slice(0, -key.length);
    }
    return prefix + key;
  };

  const temporaryUrl = async (key: string, seconds: number): Promise<string> => {
    const { fileList } = await asked(
      app.getTempFileURL({ fileList: [{ fileID: await fileIdOf(key), maxAge: seconds }] }),
    );
    const file = fileList?.[0];
    if (file?.code === 'SUCCESS') return new URL(file.tempFileURL).href;
    throw file?.code === 'STORAGE_FILE_NONEXIST' ? new AppError('NOT_FOUND') : unavailable();
  };

  return {
    temporaryUrl,

    async prepareUpload(key) {
      const { url, token, authorization, cosFileId } = await uploadMetadata(key);
      return {
        url,
        method: 'PUT',
        // The same headers as the SDK's own upload; without them the storage refuses the signature.
        headers: {
          Signature: authorization,
          'x-cos-security-token': token,
          'x-cos-meta-fileid': cosFileId,
          authorization,
          key: encodeURIComponent(key),
        },
      };
    },

    async read(key) {
      const url = await temporaryUrl(key, 60);
      const response = await fetch(url, { signal: AbortSignal.timeout(readTimeoutMs) }).catch((cause: unknown) => {
        throw Object.assign(unavailable(), { cause });
      });
      if (response.status === 404) throw new AppError('NOT_FOUND');
      if (!response.ok) throw unavailable();
      return readLimited(response);
    },

    async write(key, bytes) {
      const fileContent = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await asked(app.uploadFile({ cloudPath: key, fileContent }));
    },

    async remove(key) {
      const { fileList } = await asked(app.deleteFile({ fileList: [await fileIdOf(key)] }));
      const code = fileList?.[0]?.code ?? 'SUCCESS';
      if (code !== 'SUCCESS' && code !== 'STORAGE_FILE_NONEXIST') throw unavailable();
    },
  };
}
