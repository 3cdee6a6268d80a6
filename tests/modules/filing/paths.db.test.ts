import {
  aFile,
  aFiledGroup,
  aFiling,
  aLaterFiling,
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
let party: Office;
beforeAll(async () => {
  api().setNow('2026-03-02');
  office = await anOffice(api());
  party = await anOffice(api(), places.countersigned);
});

const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });
const events = async (person: Parameters<ReturnType<typeof api>['inboxOf']>[0]) =>
  (await api().inboxOf(person)).map(({ event }) => event);

it('takes a set-up from draft to approval, with its code, organization, hat and notices', async () => {
  const county = await api().person({ role: 'countyStaff', region: places.plain.county });
  const { filing, applicant, answers } = await aFiling(api(), office, { status: 'approved' });
  expect(filing).toMatchObject({
    status: 'approved',
    filingCode: expect.stringMatching(/^B420102002-2026-\d{4}$/),
    clock: null,
  });
  const [organization] = await api().database.query(
    'select name, status, filing_code, valid_from, valid_to, member_count from organization where id = $1',
    [filing.organizationId],
  );
  expect(organization).toEqual({
    name: answers.name,
    status: 'active',
    filing_code: filing.filingCode,
    valid_from: '2026-03-02',
    valid_to: '2029-03-01',
    member_count: 10,
  });
  const me = await api().as(applicant).call('session.me', {});
  expect(me.hats.map(({ role }) => role)).toContain('orgLeader');
  expect(await events(applicant)).toEqual(['filing.accepted', 'filing.approved']);
  expect(await events(county)).toEqual(['organization.approved']);
  const own = await api().as(applicant).call('filing.get', { filingId: filing.id });
  expect(own.history.map(({ action }) => action)).toEqual([
    'filing.approve',
    'filing.forward',
    'filing.accept',
    'filing.submit',
    'filing.create',
  ]);
  expect(own.availableActions).toEqual([]);
});

it('opens only the returned places, and goes on after they are mended', async () => {
  const returnedFields = [
    { field: 'purpose', reason: '请写具体些' },
    { field: 'leader.phone', reason: '号码打不通' },
  ];
  const { filing, applicant, answers } = await aFiling(api(), office, { status: 'returned', returnedFields });
  const caller = api().as(applicant);
  const mine = await caller.call('filing.get', { filingId: filing.id });
  expect(mine).toMatchObject({
    openFields: ['purpose', 'leader.phone'],
    returnedCount: 2,
    clock: { owner: 'applicant', dueOn: '2026-03-23', unit: 'workday', days: 15 },
  });
  expect(mine.returnedFields[1]).toEqual({ field: 'leader.phone', label: '负责人·手机号', reason: '号码打不通' });

  const save = (changes: object) => ({
    ...ref(mine),
    formVersion: 1,
    answers: JSON.parse(JSON.stringify(changes)) as never,
  });
  expect(await caller.refusal('filing.saveDraft', save({ scope: '又多了一项' }))).toMatchObject({
    code: 'BAD_INPUT',
    fields: [{ field: 'scope' }],
  });
  expect(
    await caller.refusal('filing.saveDraft', save({ leader: { ...answers.leader, name: '另一人' } })),
  ).toMatchObject({ fields: [{ field: 'leader.name' }] });

  const mended = await caller.call(
    'filing.saveDraft',
    save({ purpose: '丰富老年人的文化生活，一起锻炼', leader: { ...answers.leader, phone: '13911112222' } }),
  );
  expect(mended.returnedCount).toBe(0);
  const again = await caller.call('filing.submit', ref(mended));
  expect(again).toMatchObject({ status: 'submitted', returnedFields: [], openFields: [] });
  await api().as(office.acceptor).call('filing.accept', ref(again));
  const { history } = await api().as(office.acceptor).call('filing.get', { filingId: filing.id });
  expect(history.map(({ action }) => action)).toEqual([
    'filing.accept',
    'filing.submit',
    'filing.saveDraft',
    'filing.return',
    'filing.submit',
    'filing.create',
  ]);
  expect(history[3]).toMatchObject({
    note: '宗旨：请写具体些；负责人·手机号：号码打不通',
    changed: ['宗旨', '负责人·手机号'],
    actorName: '受理人甲',
  });
  expect(await events(applicant)).toEqual(['filing.returned', 'filing.accepted']);
});

it('can be returned after acceptance and again by the approver, and ends approved', async () => {
  const { filing, applicant } = await aFiling(api(), office, { status: 'accepted' });
  const fields = [{ field: 'venueProofFiles', reason: '照片不清楚' }];
  const first = await api()
    .as(office.acceptor)
    .call('filing.return', { ...ref(filing), fields, note: '请补正' });
  const mend = async (at: { id: string; version: number }) => {
    const saved = await api()
      .as(applicant)
      .call('filing.saveDraft', {
        ...ref(at),
        formVersion: 1,
        answers: { venueProofFiles: [await aFile(api(), applicant)] },
      });
    const submitted = await api().as(applicant).call('filing.submit', ref(saved));
    const accepted = await api().as(office.acceptor).call('filing.accept', ref(submitted));
    const reviewed = await api()
      .as(office.acceptor)
      .call('filing.saveReview', { ...ref(accepted), ...goodReview });
    return api().as(office.acceptor).call('filing.forward', ref(reviewed));
  };
  const forwarded = await mend(first);
  const second = await api()
    .as(office.approver)
    .call('filing.return', { ...ref(forwarded), fields });
  const approved = await api()
    .as(office.approver)
    .call('filing.approve', ref(await mend(second)));
  expect(approved.status).toBe('approved');
});

it.each(['submitted', 'accepted'] as const)(
  'can be withdrawn while %s, changed anywhere and submitted again',
  async (status) => {
    const { filing, applicant } = await aFiling(api(), party, {
      status,
      answers: { communityCode: places.countersigned.community },
    });
    const caller = api().as(applicant);
    const draft = await caller.call('filing.withdraw', ref(filing));
    expect(draft).toMatchObject({ status: 'draft', clock: null, acceptedBy: null, countersign: 'notRequired' });
    expect(await api().as(party.acceptor).refusal('filing.get', { filingId: filing.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const saved = await caller.call('filing.saveDraft', {
      ...ref(draft),
      formVersion: 1,
      answers: { scope: '排练广场舞和太极拳' },
    });
    expect(await caller.call('filing.submit', ref(saved))).toMatchObject({
      status: 'submitted',
      countersign: 'pending',
    });
  },
);

it('cannot be withdrawn once it lies with the approver', async () => {
  const { filing, applicant } = await aFiling(api(), office, { status: 'underReview' });
  expect(await api().as(applicant).refusal('filing.withdraw', ref(filing))).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
});

it('is refused with a written reason that the applicant reads', async () => {
  const { filing, applicant } = await aFiling(api(), office, { status: 'underReview' });
  expect(
    await api()
      .as(office.approver)
      .refusal('filing.refuse', { ...ref(filing), reason: ' ' }),
  ).toMatchObject({ code: 'BAD_INPUT' });
  const refused = await api()
    .as(office.approver)
    .call('filing.refuse', { ...ref(filing), reason: '与已有组织业务重复' });
  expect(refused).toMatchObject({ status: 'refused', organizationId: null, filingCode: null });
  const own = await api().as(applicant).call('filing.get', { filingId: filing.id });
  expect(own.refusalReason).toBe('与已有组织业务重复');
  expect((await api().inboxOf(applicant)).at(-1)).toMatchObject({
    event: 'filing.refused',
    body: expect.stringContaining('与已有组织业务重复'),
  });
});

describe('the countersign', () => {
  it('is asked for at acceptance and holds the approval back until it is given', async () => {
    const { filing } = await aFiling(api(), party, { status: 'underReview', countersign: false });
    expect(filing.countersign).toBe('pending');
    expect(await events(party.party)).toContain('filing.countersignRequested');
    expect(await api().as(party.approver).refusal('filing.approve', ref(filing))).toMatchObject({
      code: 'COUNTERSIGN_MISSING',
    });
    const seen = await api().as(party.approver).call('filing.get', { filingId: filing.id });
    expect(seen).toMatchObject({ hint: expect.stringContaining('还没有会签') });
    expect(seen.availableActions).not.toContain('approve');
    const agreed = await api()
      .as(party.party)
      .call('filing.countersign', { ...ref(filing), agree: true, opinion: '人选合适' });
    expect((await api().as(party.approver).call('filing.approve', ref(agreed))).status).toBe('approved');
  });

  it('with an objection leads to a return, and is asked for anew after it', async () => {
    const { filing, applicant } = await aFiling(api(), party, { status: 'underReview', countersign: false });
    const objected = await api()
      .as(party.party)
      .call('filing.countersign', { ...ref(filing), agree: false, opinion: '人选需再考虑' });
    expect(await api().as(party.approver).refusal('filing.approve', ref(objected))).toMatchObject({
      code: 'COUNTERSIGN_MISSING',
      message: expect.stringContaining('有意见'),
    });
    const returned = await api()
      .as(party.approver)
      .call('filing.return', { ...ref(objected), fields: [{ field: 'leader', reason: '请另推负责人' }] });
    const again = await api().as(applicant).call('filing.submit', ref(returned));
    expect(again.countersign).toBe('pending');
  });

  it('with an objection may end in a refusal', async () => {
    const { filing } = await aFiling(api(), party, { status: 'underReview', countersign: false });
    const objected = await api()
      .as(party.party)
      .call('filing.countersign', { ...ref(filing), agree: false, opinion: '人选不合适' });
    expect(
      (
        await api()
          .as(party.approver)
          .call('filing.refuse', { ...ref(objected), reason: '党建机构不同意负责人人选' })
      ).status,
    ).toBe('refused');
  });
});

describe('who decides', () => {
  it('is never the one who accepted', async () => {
    const { filing } = await aFiling(api(), office, { status: 'submitted' });
    let at = await api().as(office.both).call('filing.accept', ref(filing));
    at = await api()
      .as(office.both)
      .call('filing.saveReview', { ...ref(at), ...goodReview });
    at = await api().as(office.both).call('filing.forward', ref(at));
    expect(await api().as(office.bothAsApprover).refusal('filing.approve', ref(at))).toMatchObject({
      code: 'SAME_PERSON',
    });
    const seen = await api().as(office.bothAsApprover).call('filing.get', { filingId: filing.id });
    expect(seen.hint).toContain('不能是同一个人');
    expect((await api().as(office.approver).call('filing.approve', ref(at))).status).toBe('approved');
  });

  it('is nobody whose phone stands in the form', async () => {
    const involved = await api().person({ role: 'streetAcceptor', region: places.plain.street });
    const { filing } = await aFiling(api(), office, {
      status: 'submitted',
      answers: { members: [...members(10), { name: '本人在册', phone: involved.phone, resident: true }] },
    });
    expect(await api().as(involved).refusal('filing.accept', ref(filing))).toMatchObject({ code: 'RECUSAL' });
    expect(await api().as(involved).call('filing.get', { filingId: filing.id })).toMatchObject({
      availableActions: [],
      hint: expect.stringContaining('回避'),
    });
  });

  it('is nobody who belongs to the organization under another hat', async () => {
    const group = await aFiledGroup(api(), office);
    const colleague = await api().person({ role: 'streetAcceptor', region: places.plain.street });
    await api().grant(colleague, { role: 'orgMember', organization: group.organizationId });
    const filing = await aLaterFiling(api(), office, group, 'change', { status: 'submitted' });
    expect(await api().as(colleague).refusal('filing.accept', ref(filing))).toMatchObject({ code: 'RECUSAL' });
    const { items } = await api().as(colleague).call('filing.queue', { queue: 'toAccept', pageSize: 100 });
    expect(items.find(({ id }) => id === filing.id)?.availableActions).toEqual([]);
  });

  it('is nobody of another street: the case does not exist for him', async () => {
    const { filing } = await aFiling(api(), office, { status: 'submitted' });
    expect(await api().as(office.foreignAcceptor).refusal('filing.accept', ref(filing))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await api().as(office.foreignAcceptor).refusal('filing.get', { filingId: filing.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('later filings of a group', () => {
  it('change what was said to have changed, and nothing else', async () => {
    const group = await aFiledGroup(api(), office);
    const name = `改名${unique()}号合唱队`;
    const filing = await aLaterFiling(api(), office, group, 'change', { status: 'approved', answers: { name } });
    expect(filing).toMatchObject({ status: 'approved', filingCode: group.filing.filingCode });
    const [row] = await api().database.query(
      'select o.name, o.scope, p.venue_address from organization o join organization_personal p on p.organization_id = o.id where o.id = $1',
      [group.organizationId],
    );
    expect(row).toEqual({ name, scope: group.answers.scope, venue_address: '新活动室一楼' });
  });

  it('show the officer what the record says today', async () => {
    const group = await aFiledGroup(api(), office);
    const filing = await aLaterFiling(api(), office, group, 'change', { status: 'submitted' });
    const seen = await api().as(office.acceptor).call('filing.get', { filingId: filing.id });
    expect(seen.organizationBefore).toMatchObject({ name: group.answers.name, venueAddress: '社区活动室二楼' });
  });

  it('renew for the next three years, beginning where the old validity ends', async () => {
    const group = await aFiledGroup(api(), office);
    const filing = await aLaterFiling(api(), office, group, 'renewal', { status: 'approved' });
    expect(filing.filingCode).toBe(group.filing.filingCode);
    const [row] = await api().database.query('select status, valid_to from organization where id = $1', [
      group.organizationId,
    ]);
    expect(row).toEqual({ status: 'active', valid_to: '2032-03-01' });
  });

  it('give a new leader who is known his hat', async () => {
    const group = await aFiledGroup(api(), office);
    const successor = await api().person({ name: '接班人' });
    const leader = { name: '接班人', idNumber: group.answers.founders[1]?.idNumber, phone: successor.phone, tags: [] };
    await aLaterFiling(api(), office, group, 'change', { status: 'approved', answers: { leader } });
    const { hats } = await api().as(successor).call('session.me', {});
    expect(hats).toContainEqual(expect.objectContaining({ role: 'orgLeader', organizationId: group.organizationId }));
  });

  it('cancel: the name becomes free, the hats are gone', async () => {
    const group = await aFiledGroup(api(), office);
    await aLaterFiling(api(), office, group, 'cancellation', { status: 'approved' });
    const [row] = await api().database.query('select status from organization where id = $1', [group.organizationId]);
    expect(row).toEqual({ status: 'cancelled' });
    expect(
      await api().as(group.leader).refusal('filing.create', { kind: 'renewal', organizationId: group.organizationId }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const { filing } = await aFiling(api(), office, { status: 'submitted', answers: { name: group.answers.name } });
    expect(filing.status).toBe('submitted');
  });

  it('want the countersign only where the leader is another', async () => {
    const group = await aFiledGroup(api(), party, {});
    const same = await aLaterFiling(api(), party, group, 'renewal', { status: 'submitted' });
    expect(same.countersign).toBe('notRequired');
    await api()
      .as(group.leader)
      .call('filing.withdraw', ref(same))
      .then((draft) => api().as(group.leader).call('filing.discard', ref(draft)));
    const [, other] = group.answers.founders;
    const changed = await aLaterFiling(api(), party, group, 'renewal', {
      status: 'submitted',
      answers: { leader: other },
    });
    expect(changed.countersign).toBe('pending');
  });

  it('are one of a kind at a time, and only for who leads the group', async () => {
    const group = await aFiledGroup(api(), office);
    await aLaterFiling(api(), office, group, 'change');
    expect(
      await api().as(group.leader).refusal('filing.create', { kind: 'change', organizationId: group.organizationId }),
    ).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
    const stranger = await api().person();
    expect(
      await api().as(stranger).refusal('filing.create', { kind: 'change', organizationId: group.organizationId }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });
});
