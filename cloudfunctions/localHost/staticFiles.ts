import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { header, sendText } from './httpReply';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const compressed = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt']);
/** `app.3f2a91bc.js`: its name changes with its content. */
const isHashed = (path: string): boolean => /\.[0-9a-f]{8,}\.[a-z0-9]+$/.test(path);

interface Loaded {
  modifiedMs: number;
  bytes: Buffer;
  zipped: Buffer | undefined;
  tag: string;
}

/** The content security policy: everything from here, inline styles (Taro sets them), inline scripts only those of index.html. */
export function contentPolicy(indexHtml: string, connectTo: string): string {
  const inline = [...indexHtml.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${connectTo}`,
    "font-src 'self' data:",
    `connect-src 'self' ${connectTo}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Serves a folder of built files: nothing outside it, no dot files, compressed, hashed names cached for ever. */
export class StaticFiles {
  private readonly loaded = new Map<string, Loaded>();
  private policy: { tag: string; value: string } | undefined;

  constructor(
    private readonly root: string,
    private readonly publicUrl: string,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const path = this.resolve(pathname);
    const file = path ? await this.load(path) : undefined;
    if (!path || !file) return sendText(response, 404, '没有这个页面，请从首页进入。');
    const type = extname(path);
    const headers: Record<string, string | number> = {
      'content-type': contentTypes[type] ?? 'application/octet-stream',
      'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: file.tag,
      vary: 'accept-encoding',
      ...(type === '.html' ? { 'content-security-policy': this.policyOf(file) } : {}),
    };
    if (header(request, 'if-none-match') === file.tag) {
      response.writeHead(304, headers).end();
      return;
    }
    const zipped = /\bgzip\b/.test(header(request, 'accept-encoding') ?? '') ? file.zipped : undefined;
    const bytes = zipped ?? file.bytes;
    response.writeHead(200, {
      ...headers,
      'content-length': bytes.length,
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  /** The file a path asks for, or undefined when it leads outside the folder. */
  private resolve(pathname: string): string | undefined {
    let decoded: string;
    try {
      decoded = decodeURIComponent(pathname);
    } catch {
      return undefined;
    }
    const parts = decoded.split('/').filter((part) => part !== '');
    if (parts.some((part) => part.startsWith('.') || /[\\\0:]/.test(part))) return undefined;
    const path = join(this.root, ...(parts.length === 0 ? ['index.html'] : parts));
    return path.startsWith(this.root + sep) ? path : undefined;
  }

  private async load(path: string): Promise<Loaded | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const known = this.loaded.get(path);
    if (known?.modifiedMs === found.mtimeMs) return known;
    const bytes = await readFile(path);
    const zipped = compressed.has(extname(path)) && bytes.length > 512 ? await promisify(gzip)(bytes) : undefined;
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const file = { modifiedMs: found.mtimeMs, bytes, zipped, tag };
    this.loaded.set(path, file);
    return file;
  }

  private policyOf(file: Loaded): string {
    if (this.policy?.tag !== file.tag)
      this.policy = { tag: file.tag, value: contentPolicy(file.bytes.toString('utf8'), this.publicUrl) };
    return this.policy.value;
  }
}
