import { filingJobs } from '@functions/jobs/filingJobs';
import { aFiledGroup, aFiling, aLaterFiling, anOffice, type Office } from '../../support/builders';
import { useTestApi, type Person } from '../../support/context';

const api = useTestApi();
let office: Office;
beforeAll(async () => {
  api().setNow('2026-03-02');
  office = await anOffice(api());
});
const nothing = { remindDueSoon: 0, remindOverdue: 0, remindCorrection: 0, lapseOrganizations: 0, remindRenewal: 0 };
const run = () => api().runJobs(filingJobs);
const noticesOf = async (person: Person, event: string) =>
  (await api().inboxOf(person)).filter((notice) => notice.event === event);
const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });

it('reminds before and after the deadline once a day, and finds nothing the second time', async () => {
  const { filing } = await aFiling(api(), office, { status: 'submitted' });
  expect(await run()).toEqual(nothing);
  api().setNow('2026-03-06');
  expect(await run()).toEqual({ ...nothing, remindDueSoon: 1 });
  expect(await run()).toEqual(nothing);
  // Nobody holds it: everybody of the street who could take it hears of it.
  expect(await noticesOf(office.acceptor, 'filing.dueSoon')).toHaveLength(1);
  expect(await noticesOf(office.secondAcceptor, 'filing.dueSoon')).toHaveLength(1);
  expect(await noticesOf(office.approver, 'filing.dueSoon')).toHaveLength(0);
  await api().as(office.acceptor).call('filing.claim', ref(filing));
  for (const day of ['2026-03-10', '2026-03-11']) {
    api().setNow(day);
    expect(await run()).toEqual({ ...nothing, remindOverdue: 1 });
    expect(await run()).toEqual(nothing);
  }
  expect(await noticesOf(office.acceptor, 'filing.overdue')).toHaveLength(2);
  expect(await noticesOf(office.secondAcceptor, 'filing.overdue')).toHaveLength(0);
  expect(await noticesOf(office.county, 'filing.overdue')).toHaveLength(2);
  const [claimed] = await api().database.query<{ version: number }>('select version from filing where id = $1', [
    filing.id,
  ]);
  await api()
    .as(office.acceptor)
    .call('filing.return', {
      filingId: filing.id,
      version: claimed?.version ?? 0,
      fields: [{ field: 'scope', reason: '请写具体' }],
    });
});

it('tells an applicant once that his correction is overdue', async () => {
  api().setNow('2026-04-01');
  await api().database.query(`update filing set status = 'discarded' where status = 'returned'`);
  const { applicant } = await aFiling(api(), office, { status: 'returned' });
  api().setNow('2026-04-22');
  expect(await run()).toEqual(nothing);
  api().setNow('2026-04-25');
  expect(await run()).toEqual({ ...nothing, remindCorrection: 1 });
  api().setNow('2026-04-27');
  expect(await run()).toEqual(nothing);
  expect(await noticesOf(applicant, 'filing.correctionOverdue')).toHaveLength(1);
});

it('reminds of the renewal, lapses what was not renewed, and a renewal brings it back', async () => {
  api().setNow('2026-05-06');
  const group = await aFiledGroup(api(), office);
  // Valid to 2029-05-05: renewal by 04-20, first word 30 days before that.
  api().setNow('2029-03-20');
  expect(await run()).toEqual(nothing);
  api().setNow('2029-03-21');
  expect(await run()).toEqual({ ...nothing, remindRenewal: 1 });
  expect(await run()).toEqual(nothing);
  expect(await noticesOf(group.leader, 'organization.renewalDue')).toHaveLength(1);
  api().setNow('2029-05-05');
  expect(await run()).toEqual({ ...nothing, remindRenewal: 1 });
  api().setNow('2029-05-06');
  expect(await run()).toEqual({ ...nothing, lapseOrganizations: 1 });
  expect(await run()).toEqual(nothing);
  expect(await noticesOf(group.leader, 'organization.lapsed')).toHaveLength(1);
  const status = async () =>
    (await api().database.query('select status, valid_to from organization where id = $1', [group.organizationId]))[0];
  expect(await status()).toEqual({ status: 'lapsed', valid_to: '2029-05-05' });
  expect(
    await api().as(group.leader).refusal('filing.create', { kind: 'change', organizationId: group.organizationId }),
  ).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  api().setNow('2029-06-01');
  await aLaterFiling(api(), office, group, 'renewal', { status: 'approved' });
  expect(await status()).toEqual({ status: 'active', valid_to: '2032-05-31' });
});
