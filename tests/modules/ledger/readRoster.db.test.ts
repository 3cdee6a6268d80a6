import { anUpload, aWorkbook, useLedgerApi } from './ledgerApi';

const api = useLedgerApi();
const roster = aWorkbook([
  ['序号', '姓名', '电话'],
  ['1', '王秀兰', '139 5460 0001'],
  ['', '', ''],
  ['2', '李建军', '13954600002'],
]);

it('reads a roster sheet line by line, without the empty ones', async () => {
  const owner = await api().person();
  const fileId = await anUpload(api(), owner, roster, 'rosterSheet');
  const { lines } = await api().as(owner).call('ledger.readRoster', { fileId });
  expect(lines).toEqual(['序号 姓名 电话', '1 王秀兰 139 5460 0001', '2 李建军 13954600002']);
});

it('answers for somebody else’s sheet as if there were none, and takes no file sent for something else', async () => {
  const owner = await api().person();
  const fileId = await anUpload(api(), owner, roster, 'rosterSheet');
  expect(
    (
      await api()
        .as(await api().person())
        .refusal('ledger.readRoster', { fileId })
    ).code,
  ).toBe('NOT_FOUND');
  const ledger = await anUpload(api(), owner, roster, 'ledgerImport');
  expect((await api().as(owner).refusal('ledger.readRoster', { fileId: ledger })).code).toBe('BAD_INPUT');
});

it('refuses a sheet longer than any roster, in words', async () => {
  const owner = await api().person();
  const long = aWorkbook(Array.from({ length: 700 }, (_, row) => [String(row), '张三', '13954600002']));
  const { code, message } = await api()
    .as(owner)
    .refusal('ledger.readRoster', { fileId: await anUpload(api(), owner, long, 'rosterSheet') });
  expect({ code, message }).toEqual({ code: 'TOO_LARGE', message: '花名册最多 600 行，请删掉多余的行再传' });
});
