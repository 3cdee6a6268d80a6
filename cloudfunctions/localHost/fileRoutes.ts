import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { uploadMaxBytes, type FileStore } from './fileStore';
import { chunksOf, discardRest, header, sendText } from './httpReply';

/** Shown in the browser; anything else is saved. */
const shownTypes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** As the object storage behind the SDK says no: XML, in the body. */
function refuseUpload(response: ServerResponse, status: number, code: string, message: string): void {
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml; charset=utf-8', connection: 'close' });
  response.end(body);
}

/** `PUT /files/…` with an upload link. */
export async function receiveFile(
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const link = files.nameOfLink('PUT', url.pathname, url.searchParams);
  if ('refusal' in link) return refuseUpload(response, 403, 'AccessDenied', '上传链接已失效，请重新选择文件');
  const tooLong = Number(header(request, 'content-length') ?? 0) > uploadMaxBytes;
  if (tooLong || !(await files.write(link.name, chunksOf(request)))) {
    discardRest(request);
    return refuseUpload(response, 413, 'EntityTooLarge', '文件太大，请换一个小一些的');
  }
  response.writeHead(200, { 'content-length': 0 }).end();
}

/** `GET /files/…` with a download link. */
export async function sendFile(
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const link = files.nameOfLink('GET', url.pathname, url.searchParams);
  if ('refusal' in link) return sendText(response, 403, '链接已失效，请回到原来的页面重新打开。');
  const size = await files.size(link.name);
  if (size === undefined) return sendText(response, 404, '没有这个文件，可能已被删除。');
  const fileName = encodeURIComponent(link.name.split('/').at(-1) ?? 'file');
  const shown = shownTypes[extname(link.name).toLowerCase()];
  response.writeHead(200, {
    'content-type': shown ?? 'application/octet-stream',
    'content-length': size,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${fileName}`,
    // Whatever was uploaded, it is not run as a page of this site.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'private, no-store',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(files.read(link.name), response);
}
