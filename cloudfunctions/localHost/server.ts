import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallEvent } from '@shared/kernel/contract';
import { AppError } from '@shared/kernel/errors';
import { receiveFile, sendFile } from './fileRoutes';
import type { FileStore } from './fileStore';
import type { FunctionPool } from './functionPool';
import type { Gateway } from './gateway';
import { HostError, systemCode } from './hostError';
import { errorEnvelope, header, isLoopback, readBody, refuseBody, sendError, sendJson, sendText } from './httpReply';
import type { StaticFiles } from './staticFiles';

export interface HostServerOptions {
  api: () => FunctionPool;
  gateway: Gateway;
  files: FileStore;
  pages: StaticFiles;
  /** Address people use, without a slash at the end */
  publicUrl: string;
  demo: boolean;
  /** Behind a reverse proxy of the office's own: believe its X-Forwarded-For */
  trustProxy?: boolean;
  log?: (line: string) => void;
}

/** 256 KiB; files go to the storage. */
export const inputMaxBytes = 256 * 1024;

/** What the api function answers over HTTP. */
interface ApiAnswer {
  status: number;
  envelope?: unknown;
  body?: unknown;
}

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
};

const actionPattern = /^\/api\/([a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*)$/;

/** The HTTP side of the local host, on 127.0.0.1 only. */
export class HostServer {
  private readonly server: Server;
  private readonly hosts: Set<string>;
  private readonly publicUrl: URL;

  constructor(private readonly options: HostServerOptions) {
    this.publicUrl = new URL(options.publicUrl);
    this.hosts = new Set([this.publicUrl.host]);
    this.server = createServer((request, response) => void this.answer(request, response));
    // A photo over a village's network takes its time.
    this.server.requestTimeout = 5 * 60_000;
    this.server.headersTimeout = 15_000;
    this.server.keepAliveTimeout = 65_000;
    this.server.maxHeadersCount = 100;
  }

  /** @throws HostError when the port is taken. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error) => reject(listenError(error, port)));
      this.server.listen(port, '127.0.0.1', () => {
        const taken = (this.server.address() as AddressInfo).port;
        for (const name of ['127.0.0.1', 'localhost', '[::1]']) this.hosts.add(`${name}:${taken}`);
        resolve(taken);
      });
    });
  }

  /** Takes no new requests, lets the running ones finish. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const hurry = setTimeout(() => this.server.closeAllConnections(), 5_000);
    await closed;
    clearTimeout(hurry);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
      await this.route(request, response);
    } catch (error) {
      if (!(error instanceof AppError))
        this.options.log?.(`[host] ${error instanceof Error ? error.stack : String(error)}`);
      if (response.headersSent) response.destroy();
      else if (error instanceof AppError) sendJson(response, error.status, errorEnvelope(error.code, error.message));
      else sendError(response, 'INTERNAL');
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page of another site that makes its own name point to 127.0.0.1 gets no further than this.
    const host = header(request, 'host') ?? '';
    if (!this.hosts.has(host)) return sendText(response, 421, '请使用启动时显示的网址访问。');
    const target = request.url ?? '';
    // One slash first: neither another host's address nor a path that reads as one.
    const url =
      /^\/(?!\/)/.test(target) && URL.canParse(target, this.publicUrl) ? new URL(target, this.publicUrl) : undefined;
    if (!url) return sendText(response, 400, '网址不正确。');
    const { pathname } = url;
    if (pathname.startsWith('/api/')) return this.callApi(request, response, pathname);
    if (pathname === '/admin') return this.options.gateway.handle(request, response);
    if (pathname === '/wx/callFunction') return this.callAsWechat(request, response);
    if (pathname.startsWith('/files/') && request.method === 'PUT')
      return receiveFile(this.options.files, request, response, url);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendText(response, 405, 'method not allowed', { allow: 'GET, HEAD' });
    if (pathname.startsWith('/files/')) return sendFile(this.options.files, request, response, url);
    if (pathname === '/openapi.json') return this.sendAnswer(request, response, { http: 'openapi' });
    if (pathname === '/healthz') return this.sendAnswer(request, response, { http: 'healthz' });
    if (pathname === '/check') return openCheckPage(response, url.searchParams.get('code') ?? '');
    // Links to files name the public address: a page opened under another name could not reach them.
    if (this.publicUrl.hostname === '127.0.0.1' && host !== this.publicUrl.host) {
      response.writeHead(307, { location: this.publicUrl.origin + pathname }).end();
      return;
    }
    return this.options.pages.handle(request, response, pathname);
  }

  private async callApi(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const action = actionPattern.exec(pathname)?.[1];
    if (!action) return sendError(response, 'NOT_FOUND');
    if (request.method !== 'POST') return sendError(response, 'BAD_INPUT', 405);
    const body = await readBody(request, inputMaxBytes);
    if (!body) return refuseBody(request, response);
    const input = parseJson(body);
    if (input === notJson) return sendError(response, 'BAD_INPUT');
    const event: CallEvent = {
      action,
      input,
      requestId: header(request, 'idempotency-key'),
      token: /^Bearer (\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1],
      hat: header(request, 'x-hat'),
    };
    return this.sendAnswer(request, response, event);
  }

  /** What `wx.cloud.callFunction` would do: the openid is vouched for. Demo and this machine only, never through a proxy. */
  private async callAsWechat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const forwarded = header(request, 'x-forwarded-for') !== undefined;
    if (!this.options.demo || !isLoopback(request) || forwarded || request.method !== 'POST')
      return sendText(response, 404, 'not found');
    const body = await readBody(request, inputMaxBytes);
    if (!body) return refuseBody(request, response);
    const call = parseJson(body);
    if (!isWechatCall(call)) return sendError(response, 'BAD_INPUT');
    const answer = await this.options
      .api()
      .invoke(call.data, { openid: call.openid, sourceIp: '127.0.0.1', requestId: randomUUID() });
    return sendJson(response, 200, { result: (answer as ApiAnswer).envelope ?? null });
  }

  private async sendAnswer(
    request: IncomingMessage,
    response: ServerResponse,
    event: CallEvent | { http: string },
  ): Promise<void> {
    const answer = (await this.options.api().invoke(event, { sourceIp: this.sourceIp(request) })) as ApiAnswer;
    sendJson(response, answer.status, answer.envelope ?? answer.body);
  }

  private sourceIp(request: IncomingMessage): string {
    const forwarded = this.options.trustProxy
      ? header(request, 'x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
    return forwarded ?? request.socket.remoteAddress ?? '';
  }
}

const notJson = Symbol('not JSON');

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return notJson;
  }
}

const isWechatCall = (value: unknown): value is { openid: string; data: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'openid' in value &&
  typeof value.openid === 'string' &&
  'data' in value;

const listenError = (error: Error, port: number): Error =>
  systemCode(error) === 'EADDRINUSE'
    ? new HostError(
        `端口 ${port} 已被占用，可能社邻已经在运行。请关掉占用它的程序，或换一个端口：SHELIN_PORT=${port + 1} npm start`,
        { cause: error },
      )
    : error;

/** 证书二维码落到这里，转到公开查验页。 */
function openCheckPage(response: ServerResponse, code: string): void {
  const location = `/#/modules/public/pages/check/index?code=${encodeURIComponent(code.slice(0, 200))}`;
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}
