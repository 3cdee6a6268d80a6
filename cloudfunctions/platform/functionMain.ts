import cloudbase from '@cloudbase/node-sdk';
import type { CallEvent, Contract } from '@shared/kernel/contract';
import type { Database } from './database';
import type { Reply } from './handler';
import { log } from './log';
import { migrate } from './migrate';
import { openapi } from './openapi';
import { openDatabase } from './database';
import { readEnvironment, type Environment } from './environment';
import { platformPorts } from './adapters/platformPorts';
import type { Ports } from './ports';

export interface Started {
  environment: Environment;
  database: Database;
  ports: Ports;
}

/** One cold start: environment, migrations where asked, pool, ports. */
export async function startFunction(): Promise<Started> {
  const environment = readEnvironment();
  if (environment.migrationsDir) {
    const done = await migrate(environment.databaseUrl, environment.migrationsDir);
    if (done.length > 0) log.warn({ done }, 'migrated');
  }
  return { environment, database: openDatabase(environment.databaseUrl), ports: platformPorts(environment) };
}

/** The openid the platform vouches for in this invocation; never from `process.env`, which a warm instance keeps from the previous user. */
export function openidOf(context: unknown): string | null {
  try {
    const { environment } = cloudbase.parseContext(context as never) as { environment?: Record<string, unknown> };
    const openid = environment?.WX_OPENID;
    return typeof openid === 'string' && openid !== '' ? openid : null;
  } catch {
    return null;
  }
}

type ApiEvent = CallEvent & { http?: 'openapi' | 'healthz' };

/** The exported `main` of the `api` function. */
export function apiMain(
  contract: Contract,
  build: (started: Started) => (event: CallEvent, openid: string | null) => Promise<Reply>,
) {
  let warm: Promise<{ started: Started; handle: ReturnType<typeof build> }> | undefined;
  const start = () => startFunction().then((started) => ({ started, handle: build(started) }));
  return async (event: ApiEvent, context: unknown): Promise<Reply | { status: number; body: unknown }> => {
    // A failed cold start is tried again at the next call.
    warm ??= start().catch((error: unknown) => {
      warm = undefined;
      throw error;
    });
    const { started, handle } = await warm;
    if (event.http === 'openapi') return { status: 200, body: openapi(contract, started.environment.publicUrl) };
    if (event.http === 'healthz') {
      await started.database.transaction((tx) => tx.execute('select 1'));
      return { status: 200, body: { ok: true } };
    }
    return handle(event, openidOf(context));
  };
}
