import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Envelope } from '@shared/kernel/contract';
import { errorTable, type ErrorCode } from '@shared/kernel/errors';

/** The reply to a refused request, in the one shape every client knows. */
export const errorEnvelope = (code: ErrorCode, message: string = errorTable[code].message): Envelope => ({
  ok: false,
  error: { code, message },
});

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

export const sendError = (response: ServerResponse, code: ErrorCode, status: number = errorTable[code].status): void =>
  sendJson(response, status, errorEnvelope(code));

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(text);
}

/** The body, or undefined when it is longer than `maxBytes`; the rest is then not read. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Refuses the rest of a body that is too long: the client is told, then the connection ends. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => request.destroy());
  sendError(response, 'TOO_LARGE');
}

/** One value of a header that may come several times. */
export const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export const isLoopback = (request: IncomingMessage): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
