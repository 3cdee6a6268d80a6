import { randomUUID } from 'node:crypto';
import { foldText, grams } from '@shared/kernel/text';
import { aFiling, anOffice, places, unique, type Office } from '../../support/builders';
import { useTestApi } from '../../support/context';

const api = useTestApi();
let office: Office;
beforeAll(async () => {
  office = await anOffice(api());
});
const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });
const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []));

it('gives a case to one of two who reach for it, and tells the other who is first', async () => {
  const { filing } = await aFiling(api(), office, { status: 'submitted' });
  const results = await Promise.allSettled(
    [office.acceptor, office.secondAcceptor].map((person) => api().as(person).call('filing.claim', ref(filing))),
  );
  expect(codesOf(results)).toEqual(['CASE_HELD']);
  const [holder] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const other = holder?.claimedBy?.id === office.acceptor.id ? office.secondAcceptor : office.acceptor;
  const first = other === office.acceptor ? office.secondAcceptor : office.acceptor;
  expect(
    await api()
      .as(other)
      .refusal('filing.accept', ref(holder ?? filing)),
  ).toMatchObject({ code: 'CASE_HELD' });
  const released = await api()
    .as(first)
    .call('filing.release', ref(holder ?? filing));
  expect((await api().as(other).call('filing.accept', ref(released))).acceptedBy?.id).toBe(other.id);
});

it('approves a case once, however many approve it at the same time', async () => {
  const { filing } = await aFiling(api(), office, { status: 'underReview' });
  const results = await Promise.allSettled(
    [office.approver, office.secondApprover].map((person) => api().as(person).call('filing.approve', ref(filing))),
  );
  expect(codesOf(results)).toEqual(['STALE']);
  expect(await api().database.query('select id from organization where name = $1', [filing.name])).toHaveLength(1);
});

it('numbers without gaps or doubles when approvals run side by side and one of them fails', async () => {
  const year = '2027';
  api().setNow(`${year}-03-01`);
  const name = `旧账${unique()}舞蹈队`;
  const cases = [];
  for (const answers of [{}, {}, { name }, {}, {}])
    cases.push((await aFiling(api(), office, { status: 'underReview', answers })).filing);
  // Comes between review and approval: the third approval draws its code, then meets the ledger's unique name.
  await api().database.query(
    `insert into organization (id, kind, name, name_folded, name_grams, community_code, status, origin, created_at, updated_at)
     values ($1, 'filed', $2, $3, $4, $5, 'active', 'import', now(), now())`,
    [randomUUID(), name, foldText(name), grams(foldText(name)), places.plain.community],
  );
  const key =
    (
      await api()
        .as(office.approver)
        .call('filing.get', { filingId: cases[2]?.id ?? '' })
    ).duplicates[0]?.key ?? '';
  cases[2] = await api()
    .as(office.approver)
    .call('filing.decideDuplicate', { ...ref(cases[2]!), key, verdict: 'different', reason: '不同' });
  const results = await Promise.allSettled(
    cases.map((filing) => api().as(office.approver).call('filing.approve', ref(filing))),
  );
  expect(codesOf(results)).toEqual(['DUPLICATE_NAME']);
  const codes = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.filingCode] : []));
  expect(codes.sort()).toEqual(['0001', '0002', '0003', '0004'].map((serial) => `B420102002-${year}-${serial}`));
  api().setNow('2026-03-02');
});

it('steps over a number that an imported ledger already brought', async () => {
  api().setNow('2028-03-01');
  await api().database.query(
    `insert into organization (id, kind, name, name_folded, name_grams, community_code, status, origin, filing_code, created_at, updated_at)
     values ($1, 'filed', '旧队', '旧队', '{}', $2, 'active', 'import', 'B420102002-2028-0001', now(), now())`,
    [randomUUID(), places.plain.neighbour],
  );
  const { filing } = await aFiling(api(), office, { status: 'approved' });
  expect(filing.filingCode).toBe('B420102002-2028-0002');
  api().setNow('2026-03-02');
});

it('refuses a save over a version the page did not show', async () => {
  const { filing, applicant } = await aFiling(api(), office);
  const save = (scope: string) =>
    api()
      .as(applicant)
      .call('filing.saveDraft', { ...ref(filing), formVersion: 1, answers: { scope } });
  const results = await Promise.allSettled([save('甲'), save('乙')]);
  expect(codesOf(results)).toEqual(['STALE']);
  const { filing: submitted } = await aFiling(api(), office, { status: 'submitted' });
  await api()
    .as(office.acceptor)
    .call('filing.saveReview', { ...ref(submitted), scores: {}, opinion: '看过了' });
  expect(await api().as(office.secondAcceptor).refusal('filing.accept', ref(submitted))).toMatchObject({
    code: 'STALE',
  });
});

it('does a tap once: the same request gives the same answer, with other input it is refused', async () => {
  const { filing, applicant } = await aFiling(api(), office);
  const requestId = randomUUID();
  const tap = () => api().as(applicant).call('filing.submit', ref(filing), requestId);
  const answers = await Promise.all([tap(), tap()]);
  expect(answers[1]).toEqual(answers[0]);
  expect(await tap()).toEqual(answers[0]);
  const rows = await api().database.query(
    `select seq from audit_entry where aggregate_id = $1 and action = 'filing.submit'`,
    [filing.id],
  );
  expect(rows).toHaveLength(1);
  expect(
    await api()
      .as(applicant)
      .refusal('filing.submit', { ...ref(filing), version: 9 }, requestId),
  ).toMatchObject({ code: 'REQUEST_REUSED' });
});
