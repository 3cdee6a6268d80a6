import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedDatabase } from '@functions/localHost/embeddedDatabase';
import { migrate } from '@functions/platform/migrate';
import { aFiling, anOffice, goodReview, type Office } from '../support/builders';
import { testApi, type TestApi } from '../support/context';
import type { TestDatabase } from '../support/database';
import { withServer } from '../support/postgresServer';
import { Recorder, type Statement } from './recorder';

/**
 * Accept + approve through the whole pipeline, against the very statements that the pipeline sends, run bare in one transaction.
 * Cases of both sides alternate on one database, so that the machine's noise falls on both alike.
 */
const warmUp = 3;
const rounds = 30;
const migrations = join(__dirname, '../../cloudfunctions/migrations');
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Case {
  id: string;
  name: string;
  version: number;
}

const now = () => performance.now();
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function submittedCase(api: TestApi, office: Office): Promise<Case> {
  const { filing } = await aFiling(api, office, { status: 'submitted' });
  return { id: filing.id, name: filing.name, version: filing.version };
}

/** Review and forwarding lie between the two timed commands and are not timed. */
async function betweenCommands(api: TestApi, office: Office, item: Case): Promise<Case> {
  const acceptor = api.as(office.acceptor);
  const accepted = await acceptor.call('filing.get', { filingId: item.id });
  const reviewed = await acceptor.call('filing.saveReview', {
    filingId: item.id,
    version: accepted.version,
    ...goodReview,
  });
  const forwarded = await acceptor.call('filing.forward', { filingId: item.id, version: reviewed.version });
  return { ...item, version: forwarded.version };
}

const accept = (api: TestApi, office: Office, { id, version }: Case) =>
  api.as(office.acceptor).call('filing.accept', { filingId: id, version });
const approve = (api: TestApi, office: Office, { id, version }: Case) =>
  api.as(office.approver).call('filing.approve', { filingId: id, version });

/** Milliseconds of accept + approve through the pipeline. */
async function throughPipeline(api: TestApi, office: Office): Promise<number> {
  const first = await submittedCase(api, office);
  const start = now();
  await accept(api, office, first);
  const afterAccept = now();
  const second = await betweenCommands(api, office, first);
  const again = now();
  await approve(api, office, second);
  return afterAccept - start + (now() - again);
}

/** The statements of one pair, and the texts by which a replay must differ. */
async function record(api: TestApi, office: Office): Promise<{ statements: Statement[]; texts: string[] }> {
  const item = await submittedCase(api, office);
  const rows = await api.database.query<{ id: string }>(
    'select id from app_user union all select id from role_grant union all select id from stored_file',
  );
  const accepting = new Recorder();
  await accepting.during(() => accept(api, office, item));
  const forwarded = await betweenCommands(api, office, item);
  const approving = new Recorder();
  const { filingCode } = await approving.during(() => approve(api, office, forwarded));
  const statements = [...accepting.statements, ...approving.statements];
  return {
    statements,
    texts: [
      item.id,
      item.name,
      filingCode ?? '',
      ...Recorder.madeIds(statements, [item.id, ...rows.map(({ id }) => id)]),
    ],
  };
}

/** Milliseconds of the recorded statements, bare, in one transaction, on another case. */
async function bare(
  client: pg.Client,
  api: TestApi,
  office: Office,
  recorded: Awaited<ReturnType<typeof record>>,
  turn: number,
): Promise<number> {
  const item = await submittedCase(api, office);
  const statements = Recorder.retarget(recorded.statements, recorded.texts, [item.id, item.name], turn);
  const start = now();
  await client.query('begin');
  for (const { text, values } of statements) await client.query({ text, values });
  await client.query('commit');
  return now() - start;
}

async function measure(
  connectionString: string,
  engine: TestDatabase['engine'],
): Promise<{ perSecond: number; bareRatio: number }> {
  await migrate(connectionString, migrations);
  const pool = new pg.Pool({ connectionString, max: 2 });
  // Idle connections hear that the engine shuts down; nothing is lost by it.
  pool.on('error', () => undefined);
  const client = new pg.Client({ connectionString });
  await client.connect();
  const api = await testApi(undefined, {
    engine,
    connectionString,
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query(sql, [...values])).rows as Row[],
    close: async () => pool.end(),
  });
  try {
    const office = await anOffice(api);
    const recorded = await record(api, office);
    say(`${engine}: ${recorded.statements.length} statements a pair`);
    const pipeline: number[] = [];
    const plain: number[] = [];
    for (let turn = 0; turn < warmUp + rounds; turn++) {
      const ms = await throughPipeline(api, office);
      const bareMs = await bare(client, api, office, recorded, turn);
      if (turn < warmUp) continue;
      pipeline.push(ms);
      plain.push(bareMs);
    }
    const [pipelineMs, bareMs] = [median(pipeline), median(plain)];
    say(`${engine}: pipeline ${pipelineMs.toFixed(2)} ms, bare ${bareMs.toFixed(2)} ms a pair (medians of ${rounds})`);
    return { perSecond: round(1000 / pipelineMs), bareRatio: round(bareMs / pipelineMs) };
  } finally {
    await client.end();
    await api.close();
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

async function embedded() {
  const dataDir = mkdtempSync(join(tmpdir(), 'shelin-bench-'));
  const database = await openEmbeddedDatabase({ dataDir });
  try {
    return await measure(database.connectionString, 'embedded');
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** `perSecond`: pairs of accept + approve a second on one connection; `bareRatio`: bare time ÷ pipeline time. */
export async function run(): Promise<object> {
  const embeddedFigures = await embedded();
  const server = await withServer(({ urlOf }) => measure(urlOf('postgres'), 'server'), { durable: true });
  return { bench: 'commands', embedded: embeddedFigures, server };
}
