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
  for await (const chunk of chunksOf(request)) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Refuses the rest of a body that is too long. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  discardRest(request);
  sendError(response, 'TOO_LARGE');
}

const discardMs = 2_000;

/** Lets the client finish sending for a moment, so that it reads the refusal instead of a broken connection. */
export function discardRest(request: IncomingMessage): void {
  request.resume();
  const timer = setTimeout(() => request.destroy(), discardMs);
  request.once('close', () => clearTimeout(timer));
}

/** The body as it comes; stopping early leaves the connection open for the answer. */
export const chunksOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

/** One value of a header that may come several times. */
export const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export const isLoopback = (request: IncomingMessage): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
