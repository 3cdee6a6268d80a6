import type { Person } from '../../support/context';
import { anUpload, aWorkbook, county, useLedgerApi } from './ledgerApi';

const api = useLedgerApi();
let clerk: Person;

const header = ['组织名称', '负责人', '联系电话', '所属街道', '所属社区', '成立时间', '爱好'];
const draftOf = async (name: string, person = clerk) => {
  const { items } = await api().as(person).call('ledger.drafts', { pageSize: 100 });
  const draft = items.find(({ values }) => values.name === name);
  if (!draft) throw new Error(`No draft of ${name}`);
  return draft;
};

beforeAll(async () => {
  api().setNow('2026-11-22');
  clerk = await api().person({ name: '县民政', role: 'countyStaff', region: county });
  const bytes = aWorkbook([
    header,
    ['东旭社区棋友社', '李明', '1370546', '文汇街道', '东旭社区', '2019-05-14', '象棋'],
    ['无名村舞蹈队', '李明', '13705461111', '', '无名村', '2019年5月', '广场舞'],
    ['东旭社区合唱团', '李明', '13705461111', '文汇街道', '东旭社区', '2019-02-30', ''],
    ['东旭社区书画社', '李明', '13705461111', '文汇街道', '东旭社区', '2019-05-14', ''],
    ['东旭社区书画社', '王芳', '13705462222', '文汇街道', '东旭社区', '2020-01-01', ''],
  ]);
  await api()
    .as(clerk)
    .call('ledger.importCommit', { fileId: await anUpload(api(), clerk, bytes), regionCode: county });
});

it('keeps each doubtful row with its reason and everything that stood in it', async () => {
  const draft = await draftOf('东旭社区棋友社');
  expect(draft).toMatchObject({
    row: 2,
    fileName: '台账.xlsx',
    reasons: ['invalidPhone'],
    values: {
      leaderName: '李明',
      leaderPhone: '1370546',
      street: '文汇街道',
      community: '东旭社区',
      foundedOn: '2019-05-14',
      爱好: '象棋',
    },
  });
  expect(draft.sentences).toEqual(['联系电话不对。请核对电话：手机号 11 位，固定电话带区号']);
});

it('takes the row in when the clerk has put it right, once', async () => {
  const { id } = await draftOf('东旭社区棋友社');
  const refusal = await api()
    .as(clerk)
    .refusal('ledger.resolveDraft', { draftId: id, values: { leaderPhone: '123' } });
  expect(refusal).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'leaderPhone' }] });
  expect(
    await api()
      .as(clerk)
      .call('ledger.resolveDraft', { draftId: id, values: { leaderPhone: '13705461234' } }),
  ).toEqual({ outcome: 'imported' });
  const { items } = await api().as(clerk).call('ledger.list', { text: '棋友' });
  expect(items).toHaveLength(1);
  const [personal] = await api().database.query(
    `select leader_phone, ledger_extra from organization_personal where organization_id = '${items[0]?.id}'`,
  );
  expect(personal).toEqual({ leader_phone: '13705461234', ledger_extra: { others: { 爱好: '象棋' } } });
  expect(
    (
      await api()
        .as(clerk)
        .refusal('ledger.resolveDraft', { draftId: id, values: { leaderPhone: '13705461234' } })
    ).code,
  ).toBe('NOT_ALLOWED_NOW');
});

it('takes the community a clerk chose from the list, inside his region only', async () => {
  const { id } = await draftOf('无名村舞蹈队');
  expect(
    (
      await api()
        .as(clerk)
        .refusal('ledger.resolveDraft', { draftId: id, values: { community: '420102002003' } })
    ).fields[0]?.field,
  ).toBe('community');
  await api()
    .as(clerk)
    .call('ledger.resolveDraft', { draftId: id, values: { community: '370502001028' } });
  const [line] = (await api().as(clerk).call('ledger.list', { text: '无名村舞蹈队' })).items;
  expect(line).toMatchObject({ communityCode: '370502001028', foundedOn: '2019-05-01' });
});

it('refuses the second of two of one name until it is renamed', async () => {
  const { id } = await draftOf('东旭社区书画社');
  const refusal = await api().as(clerk).refusal('ledger.resolveDraft', { draftId: id });
  expect(refusal.fields).toEqual([
    expect.objectContaining({ field: 'name', message: expect.stringContaining('台账里已有同名组织') as string }),
  ]);
  await api()
    .as(clerk)
    .call('ledger.resolveDraft', { draftId: id, values: { name: '东旭社区第二书画社' } });
  expect((await api().as(clerk).call('ledger.list', { text: '书画社' })).total).toBe(2);
});

it('drops a row for good with a reason; the same file does not bring it back', async () => {
  const { id } = await draftOf('东旭社区合唱团');
  expect((await api().as(clerk).refusal('ledger.resolveDraft', { draftId: id, drop: true })).fields[0]?.field).toBe(
    'reason',
  );
  expect(await api().as(clerk).call('ledger.resolveDraft', { draftId: id, drop: true, reason: '已解散' })).toEqual({
    outcome: 'dropped',
  });
  expect((await api().as(clerk).call('ledger.drafts', {})).total).toBe(0);
  const [row] = await api().database.query(
    `select status, resolution, values ->> 'leaderName' as leader from ledger_draft where id = '${id}'`,
  );
  expect(row).toEqual({ status: 'dropped', resolution: '已解散', leader: '李明' });
});

it('lies on the desk of its own street, and is not there for another', async () => {
  const bytes = aWorkbook([
    header,
    ['东旭社区剪纸社', '李明', '1', '文汇街道', '东旭社区', '', ''],
    ['别处村剪纸社', '李明', '1', '文汇街道', '别处村', '', ''],
  ]);
  await api()
    .as(clerk)
    .call('ledger.importCommit', { fileId: await anUpload(api(), clerk, bytes), regionCode: county });
  const own = await api().person({ role: 'streetAcceptor', region: '370502001000' });
  const other = await api().person({ role: 'streetAcceptor', region: '370502004000' });
  const [one] = (await api().as(own).call('ledger.drafts', {})).items;
  expect((await api().as(other).call('ledger.drafts', {})).items).toEqual([]);
  expect(
    (
      await api()
        .as(other)
        .refusal('ledger.resolveDraft', { draftId: one?.id ?? '', drop: true, reason: '不要' })
    ).code,
  ).toBe('NOT_FOUND');
});
