import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { AppError } from '@shared/kernel/errors';

/** What a worker is sent and what it sends back. */
export interface FunctionCall {
  event: unknown;
  context: FunctionContext;
}
export type FunctionResult = { ok: true; json: string } | { ok: false; error: string };

/** The invocation context as the platform shapes it; `environment` is JSON. */
export interface FunctionContext {
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  request_id: string;
  function_name: string;
  function_version: string;
  namespace: string;
  environment: string;
}

/** What the host vouches for. Only a trusted transport may name an `openid`. */
export interface Caller {
  openid?: string;
  sourceIp?: string;
  requestId?: string;
}

export interface FunctionPoolOptions {
  name: string;
  /** Path of a CommonJS bundle with `exports.main` */
  bundle: string;
  /** Path of the built functionWorker */
  workerFile: string;
  env: Record<string, string>;
  size?: number;
  timeoutMs?: number;
  queueLimit?: number;
  log?: (line: string) => void;
}

interface Job {
  call: FunctionCall;
  /** Ends the waiting in the queue, then the running. */
  timer: NodeJS.Timeout;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

interface Slot {
  worker: Worker | undefined;
  ready: boolean;
  job: Job | undefined;
  /** Failed starts in a row: waits longer before the next one */
  failures: number;
}

const memoryMb = 512;

/** Worker threads that run one function: one call each at a time, the rest wait in a queue with an end. */
export class FunctionPool {
  private readonly slots: Slot[];
  private readonly queue: Job[] = [];
  private closing = false;
  private readonly timeoutMs: number;
  private readonly log: (line: string) => void;

  constructor(private readonly options: FunctionPoolOptions) {
    this.timeoutMs = options.timeoutMs ?? 20_000;
    this.log = options.log ?? ((line) => console.error(line));
    this.slots = Array.from({ length: options.size ?? 1 }, () => ({
      worker: undefined,
      ready: false,
      job: undefined,
      failures: 0,
    }));
    for (const slot of this.slots) this.start(slot);
  }

  /**
   * Runs the function once.
   * @throws UNAVAILABLE when the queue is full or the host stops, INTERNAL when it took too long or broke down
   */
  invoke(event: unknown, caller: Caller = {}): Promise<unknown> {
    if (this.closing || this.queue.length >= (this.options.queueLimit ?? 200))
      return Promise.reject(new AppError('UNAVAILABLE'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUpWaiting(job), this.timeoutMs);
      const job: Job = { call: { event, context: this.context(caller) }, timer, resolve, reject };
      this.queue.push(job);
      this.pump();
    });
  }

  /** Lets running calls finish for a moment, then ends the workers. */
  async close(graceMs = 5_000): Promise<void> {
    this.closing = true;
    for (const job of [...this.queue]) this.giveUpWaiting(job);
    const end = Date.now() + graceMs;
    while (this.slots.some((slot) => slot.job) && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all(this.slots.map(async (slot) => slot.worker?.terminate()));
  }

  private context({ openid, sourceIp, requestId = randomUUID() }: Caller): FunctionContext {
    const identity =
      openid === undefined ? {} : { WX_OPENID: openid, WX_APPID: 'local', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID' };
    const environment = {
      TCB_ENV: 'local',
      TCB_SOURCE: openid === undefined ? 'http' : 'wx_client',
      TCB_SOURCE_IP: sourceIp ?? '',
      ...identity,
    };
    return {
      memory_limit_in_mb: memoryMb,
      time_limit_in_ms: this.timeoutMs,
      request_id: requestId,
      function_name: this.options.name,
      function_version: '$LATEST',
      namespace: 'local',
      environment: JSON.stringify(environment),
    };
  }

  private start(slot: Slot): void {
    if (this.closing) return;
    const worker = new Worker(this.options.workerFile, {
      workerData: { bundle: this.options.bundle },
      env: this.options.env,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    slot.worker = worker;
    worker.on('message', (message: FunctionResult | { ready: true }) => this.receive(slot, message));
    worker.on('error', (error: Error) => this.log(`[${this.options.name}] ${error.stack ?? error.message}`));
    worker.on('exit', () => this.restart(slot));
  }

  private receive(slot: Slot, message: FunctionResult | { ready: true }): void {
    if ('ready' in message) {
      slot.ready = true;
      slot.failures = 0;
    } else {
      const job = this.release(slot);
      if (message.ok) job?.resolve(JSON.parse(message.json));
      else {
        this.log(`[${this.options.name}] ${message.error}`);
        job?.reject(new AppError('INTERNAL'));
      }
    }
    this.pump();
  }

  private restart(slot: Slot): void {
    const wasReady = slot.ready;
    slot.worker = undefined;
    slot.ready = false;
    this.release(slot)?.reject(new AppError('INTERNAL'));
    if (this.closing) return;
    slot.failures = wasReady ? 0 : slot.failures + 1;
    setTimeout(() => this.start(slot), Math.min(slot.failures * 500, 10_000));
  }

  private release(slot: Slot): Job | undefined {
    const { job } = slot;
    clearTimeout(job?.timer);
    slot.job = undefined;
    return job;
  }

  private giveUpWaiting(job: Job): void {
    clearTimeout(job.timer);
    this.queue.splice(this.queue.indexOf(job), 1);
    job.reject(new AppError('UNAVAILABLE'));
  }

  private pump(): void {
    for (const slot of this.slots) {
      if (!slot.ready || slot.job) continue;
      const job = this.queue.shift();
      if (!job) return;
      slot.job = job;
      clearTimeout(job.timer);
      job.timer = setTimeout(() => this.cutOff(slot), this.timeoutMs);
      slot.worker?.postMessage(job.call);
    }
  }

  private cutOff(slot: Slot): void {
    this.log(`[${this.options.name}] ended after ${this.timeoutMs} ms without an answer`);
    slot.ready = false;
    this.release(slot)?.reject(new AppError('INTERNAL'));
    void slot.worker?.terminate();
  }
}
