import type * as z from 'zod';
import type { Actor } from '@shared/kernel/actor';
import { todayIn } from '@shared/kernel/civilDate';
import type { Call, CallEvent, Contract, Envelope } from '@shared/kernel/contract';
import { AppError } from '@shared/kernel/errors';
import type { AccessTable } from '@shared/kernel/policy';
import { writeAudit } from './audit';
import type { AuditNote, Ctx, OutsideCtx } from './context';
import { violates, type Database, type Tx } from './database';
import type { EventListener } from './emit';
import { explainIssues } from './explainIssues';
import { checkLimits } from './limits';
import { log } from './log';
import { claimOnce, findAnswer, inputDigest, keepAnswer } from './once';
import type { Ports } from './ports';
import type { LooseRoute } from './useCase';

/** Who the platform or a session token says is asking. */
export interface Caller {
  openid: string | null;
  token: string | null;
  hat: string | null;
}

export interface HandlerParts {
  contract: Contract;
  access: AccessTable<string>;
  routes: Readonly<Record<string, unknown>>;
  identify: (tx: Tx, caller: Caller, now: Date) => Promise<Actor>;
  onEvent: EventListener;
  database: Database;
  ports: Ports;
  clock: () => Date;
  demo: boolean;
  publicUrl: string;
}

export interface Reply {
  status: number;
  envelope: Envelope;
}

const requestIdPattern = /^[A-Za-z0-9_-]{16,80}$/;

/** Keys whose breach is a known sentence, wherever it happens. */
const knownKeys: readonly (readonly [constraint: string, code: 'DUPLICATE_NAME'])[] = [
  ['organization_name_in_community', 'DUPLICATE_NAME'],
  ['filing_name_in_community', 'DUPLICATE_NAME'],
];

function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  let result;
  try {
    result = schema.safeParse(input);
  } catch {
    // Hostile JSON can make a check itself throw ({"length":{"toString":1}} against .min()).
    throw new AppError('BAD_INPUT');
  }
  if (!result.success) throw new AppError('BAD_INPUT', explainIssues(result.error.issues));
  return result.data;
}

/** The command pipeline: limit → identify → parse → authorize → once → transaction → reply. */
export function createHandler(parts: HandlerParts) {
  const { contract, access, database, ports, clock, demo, publicUrl } = parts;

  const contextOf = (tx: Tx, actor: Actor, now: Date, requestId: string): { ctx: Ctx; notes: AuditNote[] } => {
    const notes: AuditNote[] = [];
    const ctx: Ctx = {
      tx,
      actor,
      now,
      today: todayIn(now),
      requestId,
      demo,
      publicUrl,
      audit: (note) => notes.push(note),
      emit: (name, facts) => parts.onEvent(ctx, { name, facts }),
    };
    return { ctx, notes };
  };

  const authorize = (action: string, actor: Actor) => {
    if (access[action]?.(actor)) return;
    throw new AppError(actor.userId === null ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  };

  async function answer(call: Call, route: LooseRoute, event: CallEvent, caller: Caller): Promise<unknown> {
    const { action } = event;
    const now = clock();
    checkLimits(event.input);
    const input = parse(call.input, event.input ?? {});
    const isCommand = call.kind === 'command';
    const requestId = event.requestId ?? '';
    if (isCommand && !requestIdPattern.test(requestId))
      throw new AppError('BAD_INPUT', { message: '这次提交缺少编号，请刷新页面后再试' });
    const key = isCommand && !call.secretAnswer ? { requestId, action, digest: inputDigest(input) } : undefined;

    const inTransaction = <T>(work: (ctx: Ctx, notes: AuditNote[]) => Promise<T>): Promise<T> =>
      database.transaction(async (tx) => {
        const actor = await parts.identify(tx, caller, now);
        authorize(action, actor);
        const { ctx, notes } = contextOf(tx, actor, now, requestId);
        return work(ctx, notes);
      });

    let prepared: unknown;
    if (typeof route !== 'function') {
      const outside = await inTransaction(async (ctx): Promise<OutsideCtx | { answer: unknown }> => {
        const done = key && (await findAnswer(ctx.tx, ctx.actor, key));
        if (done) return done;
        const { actor, today } = ctx;
        return {
          actor,
          now,
          today,
          requestId,
          publicUrl,
          ports,
          read: (work) => inTransaction((inner) => work(inner)),
        };
      });
      if ('answer' in outside) return outside.answer;
      prepared = await route.before(outside, input as never);
    }

    return inTransaction(async (ctx, notes) => {
      const done = key && (await claimOnce(ctx.tx, ctx.actor, key, now));
      if (done) return done.answer;
      const raw =
        typeof route === 'function' ? await route(ctx, input as never) : await route.run(ctx, input as never, prepared);
      const output = call.output.parse(raw);
      // Reads leave a trace only where the use case asks for one (personal data shown in full).
      if (isCommand && notes.length === 0) notes.push({ aggregate: 'user', id: ctx.actor.userId ?? 'public' });
      for (const note of notes)
        await writeAudit(ctx.tx, { ...note, action: note.action ?? action, actor: ctx.actor, at: now, requestId });
      if (key) await keepAnswer(ctx.tx, ctx.actor, key, output);
      return output;
    });
  }

  return async function handle(event: CallEvent, platformOpenid: string | null): Promise<Reply> {
    const started = Date.now();
    const action = typeof event.action === 'string' ? event.action : '';
    try {
      const call = Object.hasOwn(contract, action) ? contract[action] : undefined;
      const route = Object.hasOwn(parts.routes, action) ? (parts.routes[action] as LooseRoute) : undefined;
      if (!call || !route) throw new AppError('NOT_FOUND', { message: '没有这个功能，请更新小程序后再试' });
      const caller: Caller = {
        openid: platformOpenid,
        token: typeof event.token === 'string' ? event.token : null,
        hat: typeof event.hat === 'string' && event.hat !== '' ? event.hat : null,
      };
      const data = await answer(call, route, event, caller);
      log.info({ action, requestId: event.requestId, ms: Date.now() - started }, 'ok');
      return { status: 200, envelope: { ok: true, data } };
    } catch (error) {
      return refuse(error, action, event.requestId);
    }
  };
}

function refuse(error: unknown, action: string, requestId: unknown): Reply {
  const known = error instanceof AppError ? error : translate(error);
  if (known.code === 'INTERNAL') log.error({ err: error, action, requestId }, 'unforeseen');
  const { code, message, fields } = known;
  return {
    status: known.status,
    envelope: { ok: false, error: { code, message, ...(fields.length > 0 ? { fields } : {}) } },
  };
}

function translate(error: unknown): AppError {
  const hit = knownKeys.find(([constraint]) => violates(error, constraint));
  return new AppError(hit ? hit[1] : 'INTERNAL');
}
