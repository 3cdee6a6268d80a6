import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import {
  askForPassword,
  errorMessage,
  MessageReader,
  startupCode,
  textAt,
  withOwnNames,
  withoutCopyIn,
} from './wireProtocol';

/** Messages that belong together: up to a Sync, a simple query, or a Flush (`open`: more of it will follow). */
export interface Turn {
  bytes: Buffer;
  open: boolean;
}

interface Wishes {
  password: string;
  greeting: Buffer;
  /** Called when a turn waits to be run. */
  onTurn: (connection: DatabaseConnection) => void;
  onClose: (connection: DatabaseConnection) => void;
}

const hasOwnTurn = (type: string): boolean => type === 'Q' || type === 'S' || type === 'F';

/** One client of the database port: login, framing, and the turns it wants run, in order. */
export class DatabaseConnection {
  private static lastId = 0;
  readonly id = ++DatabaseConnection.lastId;
  /** Named statements this client has made in the shared backend. */
  readonly statements = new Set<string>();
  closed = false;
  private stage: 'startup' | 'password' | 'ready' = 'startup';
  private readonly reader = new MessageReader();
  private unfinished: Buffer[] = [];
  private readonly turns: Turn[] = [];
  private wake: (() => void) | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly wishes: Wishes,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (part: Buffer) => this.receive(part));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.closed = true;
      this.wake?.();
      wishes.onClose(this);
    });
  }

  send(bytes: Uint8Array): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  /** Ends the connection with a sentence the client library reports. */
  refuse(code: string, text: string): void {
    if (this.socket.writable) this.socket.end(errorMessage('FATAL', code, text));
    this.socket.destroySoon();
    // A client that does not read cannot keep the host from stopping.
    setTimeout(() => this.socket.destroy(), 1000).unref();
  }

  get hasTurn(): boolean {
    return this.turns.length > 0;
  }

  takeTurn(): Turn | undefined {
    return this.turns.shift();
  }

  /** The next turn of a client that holds the backend; undefined when it left or kept silent for too long. */
  async awaitTurn(timeoutMs: number): Promise<Turn | undefined> {
    if (this.turns.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    return this.closed ? undefined : this.turns.shift();
  }

  private receive(part: Buffer): void {
    this.reader.push(part);
    try {
      for (;;) {
        const next = this.reader.next(this.stage === 'startup' ? 'startup' : 'typed');
        if (!next || this.closed) return;
        if (this.stage === 'startup') this.greet(next);
        else if (this.stage === 'password') this.checkPassword(next);
        else this.collect(next);
      }
    } catch {
      this.refuse('08P01', 'protocol violation');
    }
  }

  private greet(next: Buffer): void {
    const code = next.readInt32BE(4);
    if (code === startupCode.tls || code === startupCode.gss) this.send(Buffer.from('N'));
    else if (code === startupCode.cancel) this.socket.end();
    else if (code === startupCode.protocol3) {
      this.stage = 'password';
      this.send(askForPassword);
    } else this.refuse('0A000', 'unsupported protocol version');
  }

  private checkPassword(next: Buffer): void {
    const given = Buffer.from(textAt(next, 5).text);
    const expected = Buffer.from(this.wishes.password);
    if (next[0] !== 0x70 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      this.refuse('28P01', 'password authentication failed');
      return;
    }
    this.stage = 'ready';
    this.send(this.wishes.greeting);
  }

  private collect(next: Buffer): void {
    const type = String.fromCharCode(next[0]!);
    if (type === 'X') {
      this.socket.end();
      return;
    }
    this.unfinished.push(withOwnNames(withoutCopyIn(next), this.id, (name) => this.statements.add(name)));
    if (!hasOwnTurn(type) && type !== 'H') return;
    this.turns.push({ bytes: Buffer.concat(this.unfinished), open: type === 'H' });
    this.unfinished = [];
    if (this.wake) this.wake();
    else this.wishes.onTurn(this);
  }
}
