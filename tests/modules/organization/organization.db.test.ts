import { randomUUID } from 'node:crypto';
import { usccCheckCharacter } from '@shared/kernel/uscc';
import { selfCheckItems } from '@shared/modules/organization/selfCheck';
import { aFiledGroup, aLaterFiling, anOffice, aPerson, members, places, type Office } from '../../support/builders';
import type { Person } from '../../support/context';
import { useLedgerApi } from '../ledger/ledgerApi';

const api = useLedgerApi();
const { community, street, county } = places.plain;
let office: Office;
let group: Awaited<ReturnType<typeof aFiledGroup>>;
let stranger: Person;
let countyStaff: Person;

/** Each of them stands in the personal half of the record and nowhere else. */
const canary = { name: '秘姓负责人', phone: '13987654321', idNumber: '110105194912310062', address: '秘密活动室' };
const uscc = (first17: string) => first17 + usccCheckCharacter(first17);
const registered = { name: '武汉市向日葵社会工作服务中心', uscc: uscc('52420102MJ1234567'), communityCode: community };

beforeAll(async () => {
  office = await anOffice(api());
  stranger = await api().person({ name: '路人' });
  countyStaff = office.county;
  const leader = aPerson({ name: canary.name, phone: canary.phone });
  group = await aFiledGroup(api(), office, {
    answers: { name: '春风里金丝猴合唱团', leader, founders: [leader, aPerson()], venueAddress: canary.address },
  });
  canary.idNumber = leader.idNumber;
});

describe('an approved organization', () => {
  it('opens for its leader and the officers of its place, and is not there for anybody else', async () => {
    const { organizationId, leader } = group;
    for (const person of [leader, office.acceptor, office.party, countyStaff])
      expect((await api().as(person).call('organization.get', { organizationId })).name).toBe('春风里金丝猴合唱团');
    for (const person of [stranger, office.foreignAcceptor])
      expect((await api().as(person).refusal('organization.get', { organizationId })).code).toBe('NOT_FOUND');
  });

  it('shows the phone masked, who did what to it, and what its leader may start', async () => {
    const detail = await api().as(group.leader).call('organization.get', { organizationId: group.organizationId });
    expect(detail).toMatchObject({
      kind: 'filed',
      uscc: null,
      status: 'active',
      leaderPhoneMasked: '139****4321',
      certificateAvailable: true,
      memberCount: 10,
    });
    expect(detail.history.map(({ title }) => title)).toEqual(['备案']);
    expect(detail.availableActions).toEqual(['change', 'cancellation', 'selfCheck']);
    expect(JSON.stringify(detail)).not.toContain(canary.phone);
    expect(JSON.stringify(detail)).not.toContain(canary.idNumber);
    api().setNow('2028-11-02');
    expect(
      (await api().as(group.leader).call('organization.get', { organizationId: group.organizationId }))
        .availableActions,
    ).toContain('renewal');
    api().setNow('2026-03-02');
  });

  it('is among the organizations of its leader under every hat', async () => {
    const asResident = { ...group.leader, grantId: null };
    expect((await api().as(asResident).call('organization.mine', {})).items.map(({ id }) => id)).toEqual([
      group.organizationId,
    ]);
    expect((await api().as(stranger).call('organization.mine', {})).items).toEqual([]);
  });

  it('gives its certificate to leader and officers, drawn once for a version', async () => {
    const input = { organizationId: group.organizationId };
    const { url } = await api().as(group.leader).call('certificate.link', input);
    const key = url.replace(/^memory:|\?.*$/g, '');
    expect(key).toMatch(new RegExp(`^certificates/${group.organizationId}/\\d+\\.pdf$`));
    expect(url).toMatch(/\?600$/);
    expect(
      Buffer.from(api().stored.get(key) ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    api().stored.set(key, new TextEncoder().encode('kept'));
    expect((await api().as(office.approver).call('certificate.link', input)).url).toBe(url);
    expect(new TextDecoder().decode(api().stored.get(key))).toBe('kept');
    for (const person of [stranger, office.foreignAcceptor])
      expect((await api().as(person).refusal('certificate.link', input)).code).toBe('NOT_FOUND');
  });

  it('answers the self-check with what to mend, to its own leader only', async () => {
    const answers = Object.fromEntries(
      selfCheckItems.map(({ id }) => [id, id === 'accountsOpen' ? 'no' : 'yes']),
    ) as Record<string, 'yes' | 'no'>;
    const input = { organizationId: group.organizationId, answers };
    const { selfCheck } = await api().as(group.leader).call('organization.selfCheck', input);
    expect(selfCheck).toEqual({ checkedOn: '2026-03-02', met: 7, total: 8, gaps: ['记一本流水账，年底张贴公布'] });
    const other = await aFiledGroup(api(), office);
    expect((await api().as(other.leader).refusal('organization.selfCheck', input)).code).toBe('NOT_FOUND');
    const { accountsOpen: _left, ...short } = answers;
    expect(
      (
        await api()
          .as(group.leader)
          .refusal('organization.selfCheck', { ...input, answers: short })
      ).fields[0]?.field,
    ).toBe('answers.accountsOpen');
  });

  it('has its supervising unit changed by officers of its place, on the version they saw', async () => {
    const { version } = await api()
      .as(office.acceptor)
      .call('organization.get', { organizationId: group.organizationId });
    const input = { organizationId: group.organizationId, version, supervisingUnit: '永清社区居委会' };
    const changed = await api().as(office.acceptor).call('organization.updateSupervision', input);
    expect(changed).toMatchObject({ supervisingUnit: '永清社区居委会', version: version + 1 });
    const { history } = await api()
      .as(office.acceptor)
      .call('organization.get', { organizationId: group.organizationId });
    expect(history[0]).toMatchObject({ title: '修改主管和行业部门', changed: ['业务主管（指导）单位'] });
    expect((await api().as(office.approver).refusal('organization.updateSupervision', input)).code).toBe('STALE');
    expect((await api().as(office.foreignAcceptor).refusal('organization.updateSupervision', input)).code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('the public check', () => {
  const anonymous: Person = { id: '', name: '', phone: '', openid: '', grantId: null };

  it.each(['金丝猴', '春风里 金丝猴合唱团', ' 金丝 '])('finds it by %s, and shows nothing personal', async (text) => {
    const { items } = await api().as(anonymous).call('organization.publicCheck', { text });
    expect(items).toEqual([
      expect.objectContaining({ name: '春风里金丝猴合唱团', statusLabel: '有效', filingCode: group.filing.filingCode }),
    ]);
    for (const secret of Object.values(canary)) expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('finds it by its number, and nothing by one character or by a person', async () => {
    const found = async (text: string) =>
      (await api().as(anonymous).call('organization.publicCheck', { text })).items.length;
    expect(await found(group.filing.filingCode ?? '')).toBe(1);
    for (const text of ['', '金', '（', canary.phone, canary.idNumber, canary.name, '%%'])
      expect(await found(text)).toBe(0);
  });

  it('says that the term is over from the day after it, before the timer has run', async () => {
    const status = async () =>
      (await api().as(anonymous).call('organization.publicCheck', { text: '金丝猴' })).items[0]?.statusLabel;
    const [row] = await api().database.query<{ valid_to: string }>(
      `select valid_to from organization where id = '${group.organizationId}'`,
    );
    api().setNow(row?.valid_to ?? '');
    expect(await status()).toBe('有效');
    api().setNow(new Date(api().now().getTime() + 24 * 3600_000));
    expect(await status()).toBe('已到期');
    api().setNow('2026-03-02');
  });
});

describe('registered organizations', () => {
  it.each([
    ['one digit wrong', { uscc: '52420102MJ1234560' + 'X' }, 'uscc'],
    ['an enterprise', { uscc: uscc('91420102MJ1234567') }, 'uscc'],
    ['another county', { communityCode: places.countersigned.community }, 'communityCode'],
    ['a whole county', { communityCode: county }, 'communityCode'],
    ['a name with invisible characters', { name: '武汉市​向日葵中心😀' }, 'name'],
  ])('are refused with %s', async (_, change, field) => {
    const refusal = await api()
      .as(countyStaff)
      .refusal('organization.addRegistered', { ...registered, ...change });
    expect(refusal).toMatchObject({ code: 'BAD_INPUT', fields: [{ field }] });
  });

  it('are entered once for a code, and counted in their own register', async () => {
    const before = await api().as(countyStaff).call('organization.counts', {});
    const added = await api().as(countyStaff).call('organization.addRegistered', registered);
    expect(added).toMatchObject({
      kind: 'registered',
      uscc: registered.uscc,
      filingCode: null,
      categoryLabel: '社会服务机构',
      certificateAvailable: false,
    });
    const again = await api()
      .as(countyStaff)
      .refusal('organization.addRegistered', { ...registered, name: '另一个名字的中心' });
    expect(again).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'uscc' }] });
    const after = await api().as(countyStaff).call('organization.counts', {});
    expect([after.registered - before.registered, after.filed - before.filed]).toEqual([1, 0]);
    expect(after.byChild.find(({ code }) => code === street)).toMatchObject({
      registered: after.registered,
      filed: after.filed,
    });
    expect(after.byCategory.reduce((sum, { count }) => sum + count, 0)).toBe(after.registered + after.filed);
  });

  it('are counted inside the hat’s region only', async () => {
    const { registered: few, filed } = await api().as(office.foreignAcceptor).call('organization.counts', {});
    expect([few, filed]).toEqual([0, 0]);
    expect((await api().as(office.foreignAcceptor).refusal('organization.counts', { regionCode: street })).code).toBe(
      'NOT_FOUND',
    );
  });

  it('have a code, filed ones have none: in every row', async () => {
    const rows = await api().database.query(`select 1 from organization where (kind = 'filed') <> (uscc is null)`);
    expect(rows).toEqual([]);
  });
});

describe('an imported record', () => {
  it('is renewed with the facts it has: what no ledger said stays unsaid, and its renewal date follows the rules', async () => {
    const id = randomUUID();
    await api().database.query(
      `insert into organization (id, kind, name, name_folded, name_grams, community_code, status, valid_to, origin, created_at, updated_at)
       values ($1, 'filed', '老台账腰鼓队', '老台账腰鼓队', '{}', $2, 'active', '2026-04-01', 'import', now(), now())`,
      [id, community],
    );
    const leader = await api().person({ name: '王鼓', role: 'orgLeader', organization: id });
    const input = { organizationId: id };
    expect(await api().as(leader).call('organization.get', input)).toMatchObject({
      renewBy: '2026-03-17',
      availableActions: ['change', 'renewal', 'cancellation', 'selfCheck'],
    });
    const person = aPerson({ name: '王鼓' });
    await aLaterFiling(api(), office, { organizationId: id, leader }, 'renewal', {
      status: 'approved',
      answers: { leader: person, members: members(10), venueAddress: '社区活动室二楼' },
    });
    const after = await api().as(leader).call('organization.get', input);
    expect(after).toMatchObject({
      status: 'active',
      memberCount: 10,
      leaderName: '王鼓',
      certificateAvailable: true,
      purpose: null,
      categoryLabel: null,
    });
    expect(after.filingCode).not.toBeNull();
    expect(after.history.map(({ title }) => title)).toEqual(['由台账记录转为备案']);
  });
});
