import type { Person } from '../../support/context';
import { aFiledGroup, anOffice, places, type Office } from '../../support/builders';
import { useLedgerApi } from '../ledger/ledgerApi';

const api = useLedgerApi();
let office: Office;
let administrator: Person;
beforeAll(async () => {
  office = await anOffice(api());
  administrator = await api().person({ name: '系统管理员', role: 'systemAdmin' });
});

const { street, county, otherStreet } = places.plain;

it('takes effect at the next request, and is gone at the next one after it was withdrawn', async () => {
  const clerk = await api().person();
  const grant = await api()
    .as(administrator)
    .call('grant.give', { phone: clerk.phone, role: 'streetAcceptor', regionCode: street });
  const hat = { ...clerk, grantId: grant.id };
  expect((await api().as(hat).call('filing.queueCounts', {})).counts.toAccept).toBe(0);
  await api().as(administrator).call('grant.withdraw', { grantId: grant.id });
  expect((await api().as(hat).refusal('filing.queueCounts', {})).code).toBe('FORBIDDEN');
  expect((await api().inboxOf(clerk)).map(({ event }) => event)).toEqual(['grant.given', 'grant.withdrawn']);
});

it('ends by itself after its last day', async () => {
  api().setNow('2026-03-02');
  const clerk = await api().person();
  const { id } = await api()
    .as(administrator)
    .call('grant.give', { phone: clerk.phone, role: 'streetAcceptor', regionCode: street, validTo: '2026-03-05' });
  const hat = { ...clerk, grantId: id };
  api().setNow('2026-03-05');
  await api().as(hat).call('filing.queueCounts', {});
  api().setNow('2026-03-06');
  expect((await api().as(hat).refusal('filing.queueCounts', {})).code).toBe('FORBIDDEN');
  api().setNow('2026-03-02');
});

it('gives the system administrator no business right, and no hat by his own hand', async () => {
  expect((await api().as(administrator).refusal('filing.queueCounts', {})).code).toBe('FORBIDDEN');
  expect((await api().as(administrator).refusal('ledger.list', {})).code).toBe('FORBIDDEN');
  expect(
    (
      await api()
        .as(administrator)
        .refusal('grant.give', { phone: administrator.phone, role: 'countyStaff', regionCode: county })
    ).code,
  ).toBe('FORBIDDEN');
});

it('lets a county give inside its own region only', async () => {
  const clerk = await api().person();
  await api()
    .as(office.county)
    .call('grant.give', { phone: clerk.phone, role: 'streetApprover', regionCode: otherStreet });
  const foreign = places.countersigned.street;
  expect(
    (
      await api()
        .as(office.county)
        .refusal('grant.give', { phone: clerk.phone, role: 'streetApprover', regionCode: foreign })
    ).code,
  ).toBe('FORBIDDEN');
  expect(
    (
      await api()
        .as(office.county)
        .refusal('grant.give', { phone: clerk.phone, role: 'cityStaff', regionCode: '420100000000' })
    ).code,
  ).toBe('FORBIDDEN');
});

it('marks the field when the region does not fit the role, or nobody has the phone', async () => {
  const clerk = await api().person();
  const wrongLevel = await api()
    .as(administrator)
    .refusal('grant.give', { phone: clerk.phone, role: 'streetAcceptor', regionCode: county });
  expect(wrongLevel.fields).toEqual([{ field: 'regionCode', message: '请选择与这个角色级别相符的辖区' }]);
  const nobody = await api()
    .as(administrator)
    .refusal('grant.give', { phone: '13999999999', role: 'streetAcceptor', regionCode: street });
  expect(nobody.fields[0]?.field).toBe('phone');
});

it('lets the county hand a group of its region to its leader, who may then renew it; no other county', async () => {
  const group = await aFiledGroup(api(), office);
  const leader = await api().person();
  const given = { phone: leader.phone, role: 'orgLeader' as const, organizationId: group.organizationId };
  const otherCounty = await api().person({ role: 'countyStaff', region: places.countersigned.county });
  expect((await api().as(otherCounty).refusal('grant.give', given)).code).toBe('FORBIDDEN');
  expect((await api().as(office.acceptor).refusal('grant.give', given)).code).toBe('FORBIDDEN');
  const detail = await api().as(office.county).call('organization.get', { organizationId: group.organizationId });
  expect(detail.availableActions).toContain('appointLeader');
  const { id } = await api().as(office.county).call('grant.give', given);
  const mine = await api()
    .as({ ...leader, grantId: id })
    .call('organization.mine', {});
  expect(mine.items.map((item) => item.id)).toEqual([group.organizationId]);
});

it('lets a leader give member hats of his own group and nothing else', async () => {
  const group = await aFiledGroup(api(), office);
  const member = await api().person();
  const grants = await api().database.query<{ id: string }>(
    "select id from role_grant where user_id = $1 and role = 'orgLeader'",
    [group.leader.id],
  );
  const leader = { ...group.leader, grantId: grants[0]?.id ?? null };
  await api()
    .as(leader)
    .call('grant.give', { phone: member.phone, role: 'orgMember', organizationId: group.organizationId });
  expect(
    (
      await api()
        .as(leader)
        .refusal('grant.give', { phone: member.phone, role: 'orgLeader', organizationId: group.organizationId })
    ).code,
  ).toBe('FORBIDDEN');
});
