import { randomUUID } from 'node:crypto';
import { foldText, grams } from '@shared/kernel/text';
import {
  aFiledGroup,
  aFiling,
  aLaterFiling,
  aPerson,
  anOffice,
  goodReview,
  members,
  places,
  unique,
  type Office,
} from '../../support/builders';
import { useTestApi } from '../../support/context';

const api = useTestApi();
let office: Office;
beforeAll(async () => {
  office = await anOffice(api());
});
const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });
const { community } = places.plain;

/** A row as an import leaves it. */
async function imported(name: string, words: { kind?: string; filingCode?: string } = {}): Promise<string> {
  const id = randomUUID();
  const { kind = 'filed', filingCode = null } = words;
  await api().database.query(
    `insert into organization (id, kind, name, name_folded, name_grams, community_code, status, origin, filing_code, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'active', 'import', $7, now(), now())`,
    [id, kind, name, foldText(name), grams(foldText(name)), community, filingCode],
  );
  return id;
}

/** Takes an accepted case to the approver with one verdict for every suspicion. */
async function judged(filing: { id: string; version: number }, verdict: 'same' | 'different') {
  const acceptor = api().as(office.acceptor);
  let at = await acceptor.call('filing.saveReview', { ...ref(filing), ...goodReview });
  for (const { key } of at.duplicates)
    at = await acceptor.call('filing.decideDuplicate', { ...ref(at), key, verdict, reason: '已到现场核对' });
  return acceptor.call('filing.forward', ref(at));
}

it('lets one of two parallel set-ups of one name in one community through', async () => {
  const name = `同名${unique()}舞蹈队`;
  const first = await aFiling(api(), office, { answers: { name } });
  // The same name as a person reads it: full width, brackets, blanks.
  const second = await aFiling(api(), office, { answers: { name: `  ${name.replace('同名', '同 名')}（）` } });
  const answers = await Promise.allSettled(
    [first, second].map(({ filing, applicant }) => api().as(applicant).call('filing.submit', ref(filing))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = answers.find((answer) => answer.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    code: 'DUPLICATE_NAME',
    fields: [{ field: 'name', message: '同一社区已有人用这个名字在办备案，请换一个名字' }],
  });
});

it('names the other only when its filing is public', async () => {
  const group = await aFiledGroup(api(), office);
  const { filing, applicant } = await aFiling(api(), office, { answers: { name: group.answers.name } });
  expect(await api().as(applicant).refusal('filing.submit', ref(filing))).toMatchObject({
    code: 'DUPLICATE_NAME',
    fields: [{ field: 'name', message: expect.stringContaining(group.answers.name) }],
  });
});

it('lets the name be used in another community', async () => {
  const group = await aFiledGroup(api(), office);
  const { filing } = await aFiling(api(), office, {
    status: 'submitted',
    answers: { name: group.answers.name, communityCode: places.plain.neighbour },
  });
  expect(filing.status).toBe('submitted');
});

it('shows look-alikes side by side and holds the case back until each is decided', async () => {
  const leader = aPerson();
  const group = await aFiledGroup(api(), office, { answers: { leader, founders: [leader, aPerson()] } });
  const { filing } = await aFiling(api(), office, {
    status: 'accepted',
    answers: { leader, founders: [leader, aPerson()] },
  });
  const acceptor = api().as(office.acceptor);
  const seen = await acceptor.call('filing.get', { filingId: filing.id });
  expect(seen.duplicates).toEqual([
    expect.objectContaining({
      source: 'organization',
      name: group.answers.name,
      leaderPhoneMasked: expect.stringContaining('****'),
      reasons: ['负责人相同'],
      verdict: null,
    }),
  ]);
  const reviewed = await acceptor.call('filing.saveReview', { ...ref(filing), ...goodReview });
  expect(reviewed.hint).toContain('疑似重复');
  expect(await acceptor.refusal('filing.forward', ref(reviewed))).toMatchObject({ code: 'DUPLICATE_UNDECIDED' });
  expect(
    await acceptor.refusal('filing.decideDuplicate', {
      ...ref(reviewed),
      key: `organization:${randomUUID()}`,
      verdict: 'same',
      reason: '一样',
    }),
  ).toMatchObject({ code: 'NOT_FOUND' });
  const key = seen.duplicates[0]?.key ?? '';
  const decided = await acceptor.call('filing.decideDuplicate', {
    ...ref(reviewed),
    key,
    verdict: 'different',
    reason: '两支队伍',
  });
  expect(decided.duplicates[0]?.verdict).toEqual({ verdict: 'different', reason: '两支队伍', byName: '受理人甲' });
  expect((await acceptor.call('filing.forward', ref(decided))).status).toBe('underReview');
});

it('never shows look-alikes to the applicant', async () => {
  const name = `旧账${unique()}舞蹈队`;
  await imported(name);
  const { filing, applicant } = await aFiling(api(), office, { status: 'submitted', answers: { name } });
  expect(await api().as(applicant).call('filing.get', { filingId: filing.id })).toMatchObject({
    duplicates: [],
    qualification: [],
    review: null,
    hint: null,
    simple: false,
  });
});

it('takes an imported record over when the clerk says it is the same, with the number it has', async () => {
  const name = `旧账${unique()}舞蹈队`;
  const filingCode = `旧编号${unique()}`;
  const existing = await imported(name, { filingCode });
  const { filing, applicant } = await aFiling(api(), office, { status: 'accepted', answers: { name } });
  const approved = await api()
    .as(office.approver)
    .call('filing.approve', ref(await judged(filing, 'same')));
  expect(approved).toMatchObject({ organizationId: existing, filingCode });
  const rows = await api().database.query('select origin, valid_to from organization where name = $1', [name]);
  expect(rows).toEqual([{ origin: 'filing', valid_to: expect.any(String) }]);
  expect((await api().as(applicant).call('session.me', {})).hats.map(({ organizationId }) => organizationId)).toContain(
    existing,
  );
});

it('does not count the record it takes over among the leader’s other posts', async () => {
  const name = `自家${unique()}舞蹈队`;
  const leader = aPerson();
  const existing = await imported(name);
  await api().database.query(
    'insert into organization_personal (organization_id, community_code, leader_name, leader_id_number) values ($1, $2, $3, $4)',
    [existing, community, leader.name, leader.idNumber],
  );
  const answers = { name, leader, founders: [leader, aPerson()] };
  const { filing } = await aFiling(api(), office, { status: 'accepted', answers });
  const before = await api().as(office.acceptor).call('filing.get', { filingId: filing.id });
  expect(before.qualification.find(({ role }) => role === 'leader')).toMatchObject({ level: 'warn' });
  const after = await judged(filing, 'same');
  expect(after.qualification.find(({ role }) => role === 'leader')).toMatchObject({ level: 'ok' });
});

it('never takes over a record that a filing has made or taken over already', async () => {
  const leader = aPerson();
  await aFiledGroup(api(), office, { answers: { leader, founders: [leader, aPerson()] } });
  const { filing } = await aFiling(api(), office, {
    status: 'accepted',
    answers: { leader, founders: [leader, aPerson()] },
  });
  const forwarded = await judged(filing, 'same');
  expect(await api().as(office.approver).refusal('filing.approve', ref(forwarded))).toMatchObject({
    code: 'DUPLICATE_NAME',
    message: expect.stringContaining('变更或延续'),
  });
});

it('renews an imported record and gives it its first number', async () => {
  const organizationId = await imported(`旧账${unique()}舞蹈队`);
  const leader = await api().grant(await api().person(), { role: 'orgLeader', organization: organizationId });
  const answers = { leader: aPerson(), members: members(10), venueAddress: '社区活动室' };
  const filing = await aLaterFiling(api(), office, { organizationId, leader }, 'renewal', {
    status: 'approved',
    answers,
  });
  expect(filing.filingCode).toMatch(/^B420102002-2026-\d{4}$/);
  const [row] = await api().database.query('select filing_code, status, valid_to from organization where id = $1', [
    organizationId,
  ]);
  expect(row).toEqual({ filing_code: filing.filingCode, status: 'active', valid_to: '2029-03-01' });
});

it('refuses to give one name to two records in one community', async () => {
  const name = `旧账${unique()}舞蹈队`;
  await imported(name);
  const { filing } = await aFiling(api(), office, { status: 'accepted', answers: { name } });
  const forwarded = await judged(filing, 'different');
  expect(await api().as(office.approver).refusal('filing.approve', ref(forwarded))).toMatchObject({
    code: 'DUPLICATE_NAME',
    message: expect.stringContaining('台账'),
  });
});

it('never takes over a registered organization', async () => {
  const name = `登记${unique()}服务中心`;
  const key = `organization:${await imported(name, { kind: 'registered' })}`;
  const { filing } = await aFiling(api(), office, { status: 'accepted', answers: { name } });
  expect(
    await api()
      .as(office.acceptor)
      .refusal('filing.decideDuplicate', { ...ref(filing), key, verdict: 'same', reason: '同一个' }),
  ).toMatchObject({ code: 'BAD_INPUT' });
});

it('holds an approval back while another case of the same group is open', async () => {
  const name = `两份${unique()}舞蹈队`;
  const earlier = await aFiling(api(), office, { status: 'returned', answers: { name } });
  const { filing } = await aFiling(api(), office, { status: 'accepted', answers: { name } });
  const forwarded = await judged(filing, 'same');
  expect(forwarded.duplicates).toEqual([
    expect.objectContaining({ key: `filing:${earlier.filing.id}`, reasons: ['同一社区同名'] }),
  ]);
  expect(await api().as(office.approver).refusal('filing.approve', ref(forwarded))).toMatchObject({
    code: 'DUPLICATE_NAME',
    message: expect.stringContaining('只能留一件'),
  });
  await api().as(earlier.applicant).call('filing.discard', ref(earlier.filing));
  expect((await api().as(office.approver).call('filing.approve', ref(forwarded))).status).toBe('approved');
});
