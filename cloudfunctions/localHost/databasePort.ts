import { createServer, type AddressInfo, type Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { DatabaseConnection, type Turn } from './databaseConnection';
import { HostError, systemCode } from './hostError';
import { closeStatement, errorMessage, simpleQuery, startupMessage, sync } from './wireProtocol';

export interface DatabasePortOptions {
  password: string;
  port: number;
  /** A client that holds the backend and says nothing for so long is cut off and rolled back. */
  idleInTransactionMs: number;
  maxConnections: number;
  /** The database engine itself has broken down; nothing it says can be trusted. */
  onBreakdown: (error: unknown) => void;
}

/**
 * PGlite's one backend behind a PostgreSQL port, for several clients that do not notice each other.
 *
 * The backend is given to a client for a whole turn (all messages up to its Sync) and for a whole transaction. The
 * published pglite-socket hands over after every single message: parameters longer than one network packet then get
 * another client's rows (docs/decisions/0010-own-database-port.md).
 */
export class DatabasePort {
  private readonly server: Server;
  private readonly connections = new Set<DatabaseConnection>();
  private readonly waiting: DatabaseConnection[] = [];
  private readonly forgotten: DatabaseConnection[] = [];
  private running: Promise<void> | undefined;
  private stopped = false;
  private sink: ((bytes: Uint8Array) => void) | undefined;

  private constructor(
    private readonly pglite: PGlite,
    private readonly options: DatabasePortOptions,
    greeting: Buffer,
  ) {
    this.server = createServer((socket) => {
      const connection: DatabaseConnection = new DatabaseConnection(socket, {
        password: options.password,
        greeting,
        onTurn: (client) => this.enqueue(client),
        onClose: (client) => this.forget(client),
      });
      this.connections.add(connection);
      if (this.connections.size > options.maxConnections) connection.refuse('53300', 'too many connections');
    });
  }

  static async open(pglite: PGlite, options: DatabasePortOptions): Promise<DatabasePort> {
    const greeting = Buffer.from(
      await pglite.execProtocolRaw(startupMessage('postgres', 'postgres'), { syncToFs: false }),
    );
    const port = new DatabasePort(pglite, options, greeting);
    await port.listen();
    return port;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Cuts all clients off, rolls back what is open, and waits for the backend to be free. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const connection of this.connections) connection.refuse('57P01', 'the database is shutting down');
    await closed;
    await this.running;
    this.stopped = true;
  }

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error) =>
        reject(
          systemCode(error) === 'EADDRINUSE'
            ? new HostError(`数据库端口 ${this.options.port} 已被占用，请换一个端口再启动。`, { cause: error })
            : error,
        ),
      );
      this.server.listen(this.options.port, '127.0.0.1', () => resolve());
    });
  }

  private enqueue(connection: DatabaseConnection): void {
    if (!this.waiting.includes(connection)) this.waiting.push(connection);
    this.pump();
  }

  private forget(connection: DatabaseConnection): void {
    this.connections.delete(connection);
    this.forgotten.push(connection);
    this.pump();
  }

  private pump(): void {
    if (this.stopped) return;
    this.running ??= this.drain()
      .catch((error: unknown) => this.options.onBreakdown(error))
      .finally(() => {
        this.running = undefined;
        if (this.waiting.length > 0 || this.forgotten.length > 0) this.pump();
      });
  }

  private async drain(): Promise<void> {
    for (let client = this.waiting.shift(); client; client = this.waiting.shift()) {
      const turn = client.takeTurn();
      if (turn) await this.serve(client, turn);
      // Turns are synchronous; between them the host must get to its sockets.
      if (this.waiting.length > 0) await setImmediate();
    }
    if (this.forgotten.length > 0) await this.tidy();
  }

  /** What clients that left had made in the shared session: their statements, and settings without `local`. */
  private async tidy(): Promise<void> {
    const statements = this.forgotten.splice(0).flatMap((client) => [...client.statements]);
    if (statements.length > 0) await this.execute(Buffer.concat([...statements.map(closeStatement), sync]), undefined);
    await this.execute(simpleQuery('reset session authorization; reset all'), undefined);
  }

  /** Runs a client's turns until the backend is free again: outside a transaction, after a Sync. */
  private async serve(client: DatabaseConnection, first: Turn): Promise<void> {
    for (let turn: Turn | undefined = first; turn;) {
      if (!client.closed) await this.execute(turn.bytes, (bytes) => client.send(bytes));
      if (!turn.open && !this.pglite.isInTransaction()) {
        // More turns of the same client wait behind the others.
        if (client.hasTurn) this.enqueue(client);
        return;
      }
      const open: boolean = turn.open;
      turn = await client.awaitTurn(this.options.idleInTransactionMs);
      if (!turn) await this.abandon(client, open);
    }
  }

  private async abandon(client: DatabaseConnection, open: boolean): Promise<void> {
    if (open) await this.execute(sync, undefined);
    if (this.pglite.isInTransaction()) await this.execute(simpleQuery('rollback'), undefined);
    client.refuse('25P03', 'terminating connection due to idle-in-transaction timeout');
  }

  private async execute(bytes: Buffer, sink: ((bytes: Uint8Array) => void) | undefined): Promise<void> {
    this.sink = sink;
    try {
      // The bytes are a view into WebAssembly memory: copied before the backend goes on.
      await this.pglite.execProtocolRawStream(bytes, {
        syncToFs: false,
        onRawData: (data) => this.sink?.(data.slice()),
      });
    } catch (error) {
      sink?.(errorMessage('FATAL', 'XX000', 'the embedded database has broken down'));
      throw error;
    } finally {
      this.sink = undefined;
    }
  }
}
