import { readFileSync } from 'node:fs';
import type { Output } from '@shared/contract';
import type { Person } from '../../support/context';
import { anUpload, aWorkbook, county, exported, sample, useLedgerApi } from './ledgerApi';

interface Expected {
  headerRow: number;
  tally: Record<string, number>;
  rows: { row: number; outcome: string; reasons: string[] }[];
}
const expected = JSON.parse(readFileSync('tests/fixtures/ledger/ledger-dongying.expected.json', 'utf8')) as Expected;

const api = useLedgerApi();
let clerk: Person;
let drafts: number;

const tallyOf = ({ imported, review, rejected, ignored }: Output<'ledger.importCommit'>) => ({
  imported,
  ...Object.fromEntries(Object.entries(review).map(([reason, count]) => [`review:${reason}`, count])),
  ...Object.fromEntries(Object.entries(rejected).map(([reason, count]) => [`rejected:${reason}`, count])),
  'ignored:totalRow': ignored,
});
const count = async (sql: string): Promise<number> =>
  Number((await api().database.query<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n);

beforeAll(async () => {
  api().setNow('2026-11-22');
  clerk = await api().person({ name: '县民政', role: 'countyStaff', region: county });
  drafts = expected.rows.filter(({ outcome }) => outcome === 'review').length;
});

it('previews the sample as expected and writes nothing', async () => {
  const preview = await api()
    .as(clerk)
    .call('ledger.importPreview', { fileId: await anUpload(api(), clerk), regionCode: county });
  expect(preview.headerRow).toBe(expected.headerRow);
  expect(tallyOf(preview)).toEqual(expected.tally);
  expect(preview.rows.map(({ row, outcome, reasons }) => ({ row, outcome, reasons }))).toEqual(expected.rows);
  expect(preview.rows.every(({ sentences, reasons }) => sentences.length === reasons.length)).toBe(true);
  expect(await count('organization')).toBe(0);
  expect(await count('ledger_draft')).toBe(0);
});

it('imports the sample: every row is in the ledger, in the drafts, or named in the report', async () => {
  const report = await api()
    .as(clerk)
    .call('ledger.importCommit', { fileId: await anUpload(api(), clerk), regionCode: county });
  expect(tallyOf(report)).toEqual(expected.tally);
  expect(report.alreadyThere).toBe(0);
  expect(
    await count(`organization where origin = 'import' and kind = 'filed' and status = 'active' and uscc is null`),
  ).toBe(expected.tally.imported);
  expect(await count(`organization_personal where leader_phone is not null`)).toBe(expected.tally.imported);
  expect(await count(`ledger_draft where status = 'open'`)).toBe(drafts);
});

it('leaves the import in the history of each record', async () => {
  const [line] = (await api().as(clerk).call('ledger.list', { text: '东旭社区金秋红白理事会' })).items;
  const { history, leaderName, leaderPhoneMasked } = await api()
    .as(clerk)
    .call('organization.get', { organizationId: line?.id ?? '' });
  expect(history).toEqual([expect.objectContaining({ title: '从台账导入', actorName: '县民政' })]);
  expect(leaderName).toBe('陈晓东');
  expect(leaderPhoneMasked).toBe('158****3726');
});

it('adds nothing when the same file is imported again', async () => {
  const report = await api()
    .as(clerk)
    .call('ledger.importCommit', { fileId: await anUpload(api(), clerk), regionCode: county });
  expect(report).toMatchObject({
    imported: 0,
    review: {},
    alreadyThere: (expected.tally.imported ?? 0) + drafts,
    ignored: 1,
  });
  expect(await count('organization')).toBe(expected.tally.imported);
  expect(await count('ledger_draft')).toBe(drafts);
});

it('adds nothing when a street imports what its county has imported', async () => {
  const street = await api().person({ role: 'streetAcceptor', region: '370502001000' });
  await api()
    .as(street)
    .call('ledger.importCommit', { fileId: await anUpload(api(), street), regionCode: '370502001000' });
  expect(await count('organization')).toBe(expected.tally.imported);
});

it('exports what it imported: read again, the same groups with the same facts', async () => {
  const { url, rows } = await api().as(clerk).call('ledger.export', { personal: true, reason: '核对旧台账' });
  expect(rows).toBe(expected.tally.imported);
  const { bytes } = exported(api(), url);
  const preview = await api()
    .as(clerk)
    .call('ledger.importPreview', { fileId: await anUpload(api(), clerk, bytes), regionCode: county });
  // Each of them is recognized as standing in the ledger: name and community survived the round trip.
  expect(preview.review).toEqual({ duplicateInLedger: expected.tally.imported });
  expect(preview.imported).toBe(0);
});

it('reads another office’s layout, and the mapping a person corrected', async () => {
  const bytes = aWorkbook([
    ['2026年社区社会组织统计表'],
    ['团队全称', '牵头人', '手机号码', '所在村居', '现有人数', '爱好'],
    ['东旭社区晨光太极队', '王志强', '13705461234', '东旭社区', '25', '太极'],
  ]);
  const fileId = await anUpload(api(), clerk, bytes);
  const preview = await api().as(clerk).call('ledger.importPreview', { fileId, regionCode: county });
  expect(preview.columns.map(({ field }) => field)).toEqual([
    'name',
    'leaderName',
    'leaderPhone',
    'community',
    'memberCount',
    null,
  ]);
  const mapping = { 0: 'name', 1: 'leaderName', 2: 'leaderPhone', 3: 'community', 4: 'memberCount', 5: 'purpose' };
  const report = await api().as(clerk).call('ledger.importCommit', { fileId, regionCode: county, mapping });
  expect(report).toMatchObject({ imported: 1, review: {}, rejected: {} });
  const [line] = (await api().as(clerk).call('ledger.list', { text: '晨光太极' })).items;
  expect(line).toMatchObject({ name: '东旭社区晨光太极队', memberCount: 25, communityCode: '370502001028' });
  expect(
    (
      await api()
        .as(clerk)
        .call('organization.get', { organizationId: line?.id ?? '' })
    ).purpose,
  ).toBe('太极');
});

it('refuses a mapping without a name column, with the sentence under the mapping', async () => {
  const refusal = await api()
    .as(clerk)
    .refusal('ledger.importCommit', {
      fileId: await anUpload(api(), clerk),
      regionCode: county,
      mapping: { 1: 'category' },
    });
  expect(refusal).toMatchObject({
    code: 'BAD_INPUT',
    fields: [{ field: 'mapping', message: '请指出哪一列是组织名称' }],
  });
});

it('keeps the number, remark, further phones and columns of its own that an old ledger has', async () => {
  const bytes = aWorkbook([
    ['组织名称', '负责人', '联系电话', '所属社区', '备案编号', '备注', '活动频次', '成立时间'],
    ['东旭社区棋友社', '李明', '13705461111/13705462222', '东旭社区', '东备2019-07', '周末活动', '每周', '2016年5月'],
  ]);
  await api()
    .as(clerk)
    .call('ledger.importCommit', { fileId: await anUpload(api(), clerk, bytes), regionCode: county });
  const [row] = await api().database.query(
    `select o.filing_code, o.founded_on, p.ledger_note, p.ledger_extra from organization o join organization_personal p on p.organization_id = o.id where o.name = '东旭社区棋友社'`,
  );
  expect(row).toEqual({
    filing_code: '东备2019-07',
    founded_on: '2016-05-01',
    ledger_note: '周末活动',
    ledger_extra: { otherPhones: ['13705462222'], others: { 活动频次: '每周' }, foundedOnPrecision: 'month' },
  });
  expect((await api().as(clerk).call('ledger.list', { text: '东备2019-07' })).total).toBe(0);
  expect((await api().as(clerk).call('ledger.list', { text: '棋友' })).items[0]?.filingCode).toBe('东备2019-07');
});

it('leaves a row that brings a taken filing number to the clerk', async () => {
  const bytes = aWorkbook([
    ['组织名称', '负责人', '所属社区', '备案编号'],
    ['东旭社区象棋队', '李明', '东旭社区', '东备2019-07'],
  ]);
  const report = await api()
    .as(clerk)
    .call('ledger.importCommit', { fileId: await anUpload(api(), clerk, bytes), regionCode: county });
  expect(report).toMatchObject({ imported: 0, review: { duplicateInLedger: 1 } });
});

it('refuses a region that is not the office’s, and somebody else’s file', async () => {
  const street = await api().person({ role: 'streetAcceptor', region: '370502001000' });
  const fileId = await anUpload(api(), street);
  for (const regionCode of ['370502003000', county, '420102000000', '370502001999']) {
    expect((await api().as(street).refusal('ledger.importPreview', { fileId, regionCode })).code).toBe('NOT_FOUND');
    expect((await api().as(street).refusal('ledger.importCommit', { fileId, regionCode })).code).toBe('NOT_FOUND');
  }
  expect((await api().as(clerk).refusal('ledger.importCommit', { fileId, regionCode: county })).code).toBe('NOT_FOUND');
  const roster = await anUpload(api(), clerk, sample, 'rosterSheet');
  expect((await api().as(clerk).refusal('ledger.importPreview', { fileId: roster, regionCode: county })).code).toBe(
    'BAD_INPUT',
  );
});

it('adds a file once when two people import it at the same moment', async () => {
  const bytes = aWorkbook([
    ['组织名称', '负责人', '所属社区'],
    ...Array.from({ length: 30 }, (_, index) => [`东旭社区第${index}邻里队`, '王芳', '东旭社区']),
    ['王芳茶社', '王芳', '不存在社区'],
  ]);
  const second = await api().person({ name: '同事', role: 'countyStaff', region: county });
  const reports = await Promise.all(
    [clerk, second].map(async (person) =>
      api()
        .as(person)
        .call('ledger.importCommit', { fileId: await anUpload(api(), person, bytes), regionCode: county }),
    ),
  );
  expect(reports.reduce((sum, { imported }) => sum + imported, 0)).toBe(30);
  expect(await count(`organization where name like '东旭社区第%邻里队'`)).toBe(30);
  expect(await count(`ledger_draft where values ->> 'name' = '王芳茶社'`)).toBe(1);
});
