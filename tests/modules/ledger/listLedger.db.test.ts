import { randomUUID } from 'node:crypto';
import type { SentInput } from '@shared/contract';
import { foldText, grams } from '@shared/kernel/text';
import type { TestApi } from '../../support/context';
import { exported, useLedgerApi } from './ledgerApi';

const street = '370502001000';
const otherStreet = '370502003000';
const api = useLedgerApi();

interface Words {
  name: string;
  community?: string;
  kind?: string;
  status?: string;
  category?: string;
  validTo?: string;
  filingCode?: string;
  phone?: string;
  idNumber?: string;
}

/** An organization as an import leaves it. */
async function anOrganization(test: TestApi, words: Words): Promise<string> {
  const {
    name,
    community = '370502001028',
    kind = 'filed',
    status = 'active',
    category = 'cultureSports',
    validTo,
    filingCode,
    phone,
    idNumber,
  } = words;
  const id = randomUUID();
  const folded = foldText(name);
  await test.database.query(
    `insert into organization (id, kind, name, name_folded, name_grams, community_code, category, status, valid_to, filing_code, origin, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'import', now(), now())`,
    [id, kind, name, folded, grams(folded), community, category, status, validTo ?? null, filingCode ?? null],
  );
  await test.database.query(
    'insert into organization_personal (organization_id, community_code, leader_name, leader_phone, leader_id_number) values ($1, $2, $3, $4, $5)',
    [id, community, '陈晓东', phone ?? '15819713726', idNumber ?? '11010519491231002X'],
  );
  return id;
}

const names = async (
  input: SentInput<'ledger.list'>,
  role: 'streetAcceptor' | 'countyStaff' = 'streetAcceptor',
  region = street,
) => {
  const person = await api().person({ role, region });
  const page = await api().as(person).call('ledger.list', input);
  return page.items.map(({ name }) => name);
};

beforeAll(async () => {
  api().setNow('2026-11-22');
  for (const words of [
    { name: '东旭社区夕阳红舞蹈队', validTo: '2026-12-12', filingCode: 'B370502001-2024-0001' },
    { name: '东旭社区志愿服务队', category: 'charity', validTo: '2029-01-01' },
    { name: '东旭 100% 互助（会）', category: 'mutualAid' },
    { name: '旧邻居合唱团', status: 'cancelled' },
    { name: '邻街志愿巡逻队', community: '370502003001' },
  ])
    await anOrganization(api(), words);
});

describe('the ledger shows', () => {
  it('a street its own rows only, whatever region is asked for', async () => {
    expect(await names({})).toHaveLength(4);
    expect(await names({ text: '志愿' })).toEqual(['东旭社区志愿服务队']);
    expect(await names({ text: '志愿' }, 'countyStaff', '370502000000')).toEqual([
      '东旭社区志愿服务队',
      '邻街志愿巡逻队',
    ]);
    expect(await names({ regionCode: '370502000000' })).toHaveLength(4);
    const clerk = await api().person({ role: 'streetAcceptor', region: street });
    expect((await api().as(clerk).refusal('ledger.list', { regionCode: otherStreet })).code).toBe('NOT_FOUND');
  });

  it.each([
    ['阳红舞', ['东旭社区夕阳红舞蹈队']],
    ['舞', ['东旭社区夕阳红舞蹈队']],
    ['１００％互助会', ['东旭 100% 互助（会）']],
    ['100%', ['东旭 100% 互助（会）']],
    ['_', ['any row: a mark alone asks for nothing']],
    ['东%队', []],
    ['没有的名字', []],
    ['B370502001-2024-0001', ['东旭社区夕阳红舞蹈队']],
    ['B370502001-2024-0002', []],
  ])('what contains %s, with signs as they are', async (text, expected) => {
    const found = await names({ text });
    if (text === '_') expect(found).toHaveLength(4);
    else expect(found).toEqual(expected);
  });

  it('what the filters ask for, together', async () => {
    expect(await names({ status: 'cancelled' })).toEqual(['旧邻居合唱团']);
    expect(await names({ category: 'charity', text: '服务' })).toEqual(['东旭社区志愿服务队']);
    expect(await names({ kind: 'registered' })).toEqual([]);
    expect(await names({ expiringBy: '2026-12-31' })).toEqual(['东旭社区夕阳红舞蹈队']);
  });

  it('the days left before the end', async () => {
    const clerk = await api().person({ role: 'streetAcceptor', region: street });
    const { items } = await api().as(clerk).call('ledger.list', {});
    expect(items.map(({ expiryText }) => expiryText).sort()).toEqual([null, null, null, '还剩 20 天'].sort());
  });
});

describe('paging', () => {
  beforeAll(async () => {
    const names = Array.from({ length: 4300 }, (_, index) => `翻页组${index + 1}`);
    await api().database.query(
      `insert into organization (id, kind, name, name_folded, name_grams, community_code, status, origin, created_at, updated_at)
       select gen_random_uuid(), 'filed', name, name, array(select jsonb_array_elements_text(pieces::jsonb)), '370502100201', 'active', 'import', now(), now()
       from unnest($1::text[], $2::text[]) t (name, pieces)`,
      [names, names.map((name) => JSON.stringify(grams(name)))],
    );
  });

  it.each(['', '翻页组'])('gives every row once and in order, with the text “%s”', async (text) => {
    const clerk = await api().person({ role: 'streetAcceptor', region: '370502100000' });
    const ids: string[] = [];
    // Around the cap of the count, around the first entries that are looked at, and the end.
    for (const page of [1, 2, 10, 11, 40, 41, 43]) {
      const { items, total, totalIsExact } = await api().as(clerk).call('ledger.list', { text, page, pageSize: 100 });
      expect({ total, totalIsExact, rows: items.length }).toEqual({ total: 1000, totalIsExact: false, rows: 100 });
      ids.push(...items.map(({ id }) => id));
    }
    const [all] = await api().database.query<{ ids: string[] }>(
      `select array_agg(id order by id) as ids from organization where name like '翻页组%'`,
    );
    expect(ids).toEqual([1, 2, 10, 11, 40, 41, 43].flatMap((page) => all?.ids.slice((page - 1) * 100, page * 100)));
    expect((await api().as(clerk).call('ledger.list', { text, page: 44, pageSize: 100 })).items).toEqual([]);
  });

  it('finds a rare word behind thousands of others, and counts it exactly', async () => {
    await anOrganization(api(), { name: '麒麟书社', community: '370502100202' });
    const clerk = await api().person({ role: 'streetAcceptor', region: '370502100000' });
    expect(await api().as(clerk).call('ledger.list', { text: '麒麟' })).toMatchObject({
      total: 1,
      totalIsExact: true,
      items: [{ name: '麒麟书社' }],
    });
    expect(await api().as(clerk).call('ledger.list', { text: '页组 4299' })).toMatchObject({
      total: 1,
      items: [{ name: '翻页组4299' }],
    });
  });
});

describe('an export', () => {
  const canary = '11010519491231002X';

  it('masks phone and ID numbers, and formulas cannot work', async () => {
    await anOrganization(api(), { name: '=HYPERLINK("x")队', community: otherStreet.replace(/000$/, '001') });
    const approver = await api().person({ role: 'streetApprover', region: otherStreet });
    const { url, rows } = await api().as(approver).call('ledger.export', {});
    const { rows: written, text } = exported(api(), url);
    expect(rows).toBe(2);
    expect(written).toHaveLength(2);
    expect(text).not.toContain(canary);
    expect(text).not.toContain('15819713726');
    expect(text).toContain('158****3726');
    expect(written.map((row) => row['组织名称']).some((name) => name?.startsWith('='))).toBe(false);
  });

  it('has them whole for the county that says why, and the audit keeps why and how many', async () => {
    const county = await api().person({ name: '县民政', role: 'countyStaff', region: '370502000000' });
    const refusal = await api().as(county).refusal('ledger.export', { personal: true });
    expect(refusal).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'reason' }] });
    const { url, rows } = await api()
      .as(county)
      .call('ledger.export', { personal: true, reason: '年度核查', text: '舞蹈' });
    const { text } = exported(api(), url);
    expect(rows).toBe(1);
    expect(text).toContain(canary);
    const entries = await api().database.query<{ body: string }>(
      `select body from audit_entry where aggregate = 'ledger' and action = 'ledger.export' order by at desc, seq desc`,
    );
    expect(entries.some(({ body }) => body.includes('导出 1 条，含完整证件号和电话，用途：年度核查'))).toBe(true);
  });

  it('is never whole for a street', async () => {
    const clerk = await api().person({ role: 'streetAcceptor', region: street });
    expect((await api().as(clerk).refusal('ledger.export', { personal: true, reason: '年度核查' })).code).toBe(
      'FORBIDDEN',
    );
  });
});
