import { createHash } from 'node:crypto';

/** PostgreSQL's wire protocol, the few parts the database port needs: https://www.postgresql.org/docs/17/protocol.html */

const startupMax = 10_000;
const messageMax = 256 * 1024 * 1024;
/** PostgreSQL cuts names at NAMEDATALEN - 1 bytes. */
const nameMax = 63;

export const startupCode = { protocol3: 196608, cancel: 80877102, tls: 80877103, gss: 80877104 } as const;

export class ProtocolError extends Error {}

/** Cuts an incoming stream into whole messages without copying the waiting part again and again. */
export class MessageReader {
  private parts: Buffer[] = [];
  private held = 0;
  private wanted = 0;

  push(part: Buffer): void {
    this.parts.push(part);
    this.held += part.length;
  }

  /** The next whole message; `startup` messages have no type byte. */
  next(kind: 'startup' | 'typed'): Buffer | undefined {
    const lengthAt = kind === 'typed' ? 1 : 0;
    if (this.held < Math.max(this.wanted, lengthAt + 4)) return undefined;
    const all = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts, this.held);
    this.parts = [all];
    const length = lengthAt + all.readInt32BE(lengthAt);
    if (length < lengthAt + 4 || length > (kind === 'startup' ? startupMax : messageMax))
      throw new ProtocolError('bad message length');
    this.wanted = length;
    if (all.length < length) return undefined;
    this.wanted = 0;
    this.held = all.length - length;
    this.parts = this.held > 0 ? [all.subarray(length)] : [];
    return all.subarray(0, length);
  }
}

export function message(type: string, ...fields: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(fields.map((field) => (typeof field === 'string' ? Buffer.from(`${field}\0`) : field)));
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export const askForPassword = message('R', Buffer.from([0, 0, 0, 3]));
export const sync = message('S');
export const simpleQuery = (sql: string): Buffer => message('Q', sql);
export const closeStatement = (name: string): Buffer => message('C', Buffer.from('S'), name);

export const errorMessage = (severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer =>
  message(
    'E',
    Buffer.from('S'),
    severity,
    Buffer.from('V'),
    severity,
    Buffer.from('C'),
    code,
    Buffer.from('M'),
    text,
    Buffer.from([0]),
  );

export function startupMessage(user: string, database: string): Buffer {
  const words = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(words.length + 8, 0);
  head.writeInt32BE(startupCode.protocol3, 4);
  return Buffer.concat([head, words]);
}

/** Reads the 0-ended string that starts at `from`. */
export function textAt(buffer: Buffer, from: number): { text: string; end: number } {
  const end = buffer.indexOf(0, from);
  if (end < 0) throw new ProtocolError('unterminated string');
  return { text: buffer.toString('utf8', from, end), end: end + 1 };
}

/** A client's name made its own: all clients share one backend, where two statements of one name would clash. */
export function ownName(owner: number, name: string): string {
  if (name === '') return '';
  const own = `c${owner}_${name}`;
  return Buffer.byteLength(own) <= nameMax
    ? own
    : `c${owner}_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

const copyIn = /(?:^|;)\s*copy\s[^;]*\sfrom\s+stdin/i;
const copyRefused =
  "do $$begin raise exception using errcode = '0A000', message = 'copy from stdin is not available on the embedded database: insert the rows'; end$$";

/** `COPY … FROM STDIN` ends PGlite's whole process: the backend is made to answer with an error instead. */
export function withoutCopyIn(buffer: Buffer): Buffer {
  const type = String.fromCharCode(buffer[0]!);
  if (type !== 'Q' && type !== 'P') return buffer;
  const name = type === 'P' ? textAt(buffer, 5) : undefined;
  if (!copyIn.test(textAt(buffer, name?.end ?? 5).text)) return buffer;
  return name ? message('P', name.text, copyRefused, Buffer.from([0, 0])) : message('Q', copyRefused);
}

/** Rewrites the statement and portal names of Parse, Bind, Describe, Execute and Close; anything else passes unchanged. */
export function withOwnNames(buffer: Buffer, owner: number, onStatement: (name: string) => void): Buffer {
  const type = String.fromCharCode(buffer[0]!);
  if (type === 'P') {
    const name = textAt(buffer, 5);
    if (name.text === '') return buffer;
    onStatement(ownName(owner, name.text));
    return message('P', ownName(owner, name.text), buffer.subarray(name.end));
  }
  if (type === 'B') {
    const portal = textAt(buffer, 5);
    const statement = textAt(buffer, portal.end);
    if (portal.text === '' && statement.text === '') return buffer;
    return message('B', ownName(owner, portal.text), ownName(owner, statement.text), buffer.subarray(statement.end));
  }
  if (type === 'D' || type === 'C') {
    const name = textAt(buffer, 6);
    return name.text === '' ? buffer : message(type, buffer.subarray(5, 6), ownName(owner, name.text));
  }
  if (type === 'E') {
    const portal = textAt(buffer, 5);
    return portal.text === '' ? buffer : message('E', ownName(owner, portal.text), buffer.subarray(portal.end));
  }
  return buffer;
}
