import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { constants, createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Uploads beyond this are cut off while they arrive. */
export const uploadMaxBytes = 25 * 1024 * 1024;
const linkSecondsMax = 24 * 3600;
const uploadSeconds = 15 * 60;

export type LinkRefusal = 'badSignature' | 'expired' | 'used';

/** Files of the platform on disk. Names never become paths; links are signed, short-lived, and an upload link works once. */
export class FileStore {
  private readonly usedUploads = new Map<string, number>();

  constructor(
    private readonly directory: string,
    /** Address the browser uses, without a slash at the end */
    private readonly publicUrl: string,
    /** Hosts that share their files share this too; a lone one makes its own at each start */
    private readonly secret: string | Buffer = randomBytes(32),
    private readonly now: () => number = Date.now,
  ) {}

  uploadLink(name: string): string {
    return this.link('PUT', name, uploadSeconds);
  }

  downloadLink(name: string, seconds: number): string {
    return this.link('GET', name, Math.min(Math.max(seconds, 1), linkSecondsMax));
  }

  /** The name a link was made for, or why it is not good. An upload link is used up by asking. */
  nameOfLink(method: 'GET' | 'PUT', path: string, query: URLSearchParams): { name: string } | { refusal: LinkRefusal } {
    const token = path.slice('/files/'.length);
    const [expires = '', nonce = '', signature = ''] = ['expires', 'nonce', 'signature'].map(
      (key) => query.get(key) ?? '',
    );
    const expected = Buffer.from(this.sign(method, token, expires, nonce));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { refusal: 'badSignature' };
    if (Number(expires) * 1000 < this.now()) return { refusal: 'expired' };
    if (method === 'PUT' && !this.useUp(nonce, Number(expires) * 1000)) return { refusal: 'used' };
    return { name: Buffer.from(token, 'base64url').toString('utf8') };
  }

  async size(name: string): Promise<number | undefined> {
    return (await stat(this.pathOf(name)).catch(() => undefined))?.size;
  }

  read(name: string): ReadStream {
    return createReadStream(this.pathOf(name));
  }

  /**
   * Keeps a stream under a name, whole or not at all, on the disk when it resolves.
   * @returns false when it was longer than `uploadMaxBytes`
   */
  async write(name: string, content: AsyncIterable<Uint8Array>): Promise<boolean> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
    const file = await open(unfinished, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    let whole = false;
    try {
      let length = 0;
      for await (const chunk of content) {
        length += chunk.length;
        if (length > uploadMaxBytes) return false;
        await file.writeFile(chunk);
      }
      await file.sync();
      whole = true;
    } finally {
      await file.close();
      if (!whole) await rm(unfinished, { force: true });
    }
    await rename(unfinished, path);
    return true;
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    const digest = createHash('sha256').update(name).digest('hex');
    return join(this.directory, digest.slice(0, 2), digest.slice(2));
  }

  private link(method: 'GET' | 'PUT', name: string, seconds: number): string {
    const token = Buffer.from(name).toString('base64url');
    const expires = String(Math.ceil(this.now() / 1000) + seconds);
    const nonce = randomBytes(12).toString('base64url');
    const signature = this.sign(method, token, expires, nonce);
    return `${this.publicUrl}/files/${token}?expires=${expires}&nonce=${nonce}&signature=${signature}`;
  }

  private sign(method: string, token: string, expires: string, nonce: string): string {
    return createHmac('sha256', this.secret).update([method, token, expires, nonce].join('\n')).digest('base64url');
  }

  private useUp(nonce: string, until: number): boolean {
    for (const [old, end] of this.usedUploads) if (end < this.now()) this.usedUploads.delete(old);
    if (this.usedUploads.has(nonce)) return false;
    this.usedUploads.set(nonce, until);
    return true;
  }
}
