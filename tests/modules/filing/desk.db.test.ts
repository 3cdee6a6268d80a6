import { aFiling, aPerson, anIdNumber, anOffice, goodReview, places, type Office } from '../../support/builders';
import { useTestApi } from '../../support/context';

const api = useTestApi();
let office: Office;
beforeAll(async () => {
  api().setNow('2026-03-02');
  office = await anOffice(api(), places.countersigned);
});
const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });
const { otherCommunity, neighbour } = places.countersigned;

it('sorts cases into queues, most urgent first, each region its own', async () => {
  const statuses = [
    'draft',
    'submitted',
    'accepted',
    'underReview',
    'returned',
    'approved',
    'refused',
    'discarded',
  ] as const;
  for (const status of statuses) await aFiling(api(), office, { status });
  const pending = (await aFiling(api(), office, { status: 'accepted', countersign: false })).filing;
  // 2026-02-28 is a Saturday on which people work.
  api().setNow('2026-02-27');
  const urgent = (await aFiling(api(), office, { status: 'submitted' })).filing;
  api().setNow('2026-03-02');
  const { counts } = await api().as(office.acceptor).call('filing.queueCounts', {});
  expect(counts).toEqual({
    toAccept: 2,
    inReview: 2,
    awaitingCorrection: 1,
    toCountersign: 1,
    toDecide: 1,
    dueSoon: 0,
    overdue: 0,
    done: 2,
  });
  const { items, total } = await api().as(office.acceptor).call('filing.queue', { queue: 'toAccept' });
  expect(total).toBe(2);
  expect(items[0]).toMatchObject({
    id: urgent.id,
    clock: { owner: 'acceptor', dueOn: '2026-03-05', days: 3, text: '还剩 3 个工作日' },
    availableActions: expect.arrayContaining(['claim', 'accept']),
  });
  const { items: asked } = await api().as(office.party).call('filing.queue', { queue: 'toCountersign' });
  expect(asked).toEqual([expect.objectContaining({ id: pending.id, availableActions: ['countersign'] })]);

  api().setNow('2026-03-05');
  expect((await api().as(office.county).call('filing.queueCounts', {})).counts).toMatchObject({
    dueSoon: 1,
    overdue: 0,
  });
  api().setNow('2026-03-06');
  expect((await api().as(office.county).call('filing.queueCounts', {})).counts).toMatchObject({
    dueSoon: 4,
    overdue: 1,
  });
  expect((await api().as(office.county).call('filing.queue', { queue: 'overdue' })).items.map(({ id }) => id)).toEqual([
    urgent.id,
  ]);
  api().setNow('2026-03-02');
  expect((await api().as(office.foreignAcceptor).call('filing.queueCounts', {})).counts).toMatchObject({
    toAccept: 0,
    done: 0,
  });
});

it('finds a case by any part of its name, and one’s own', async () => {
  const { filing } = await aFiling(api(), office, { status: 'submitted', answers: { name: '向阳花（府前）合唱队' } });
  const find = async (text: string) =>
    (await api().as(office.acceptor).call('filing.queue', { queue: 'toAccept', text })).items.map(({ id }) => id);
  expect(await find('花 府前')).toEqual([filing.id]);
  expect(await find('%')).not.toEqual([]);
  expect(await find('没有这个')).toEqual([]);
  const claimed = await api().as(office.acceptor).call('filing.claim', ref(filing));
  const mine = await api().as(office.acceptor).call('filing.queue', { queue: 'toAccept', mineOnly: true });
  expect(mine.items.map(({ id, claimedBy }) => ({ id, claimedBy }))).toEqual([
    { id: claimed.id, claimedBy: { id: office.acceptor.id, name: '受理人甲' } },
  ]);
});

it('accepts simple cases in bulk; one that is not simple does not hold up the others', async () => {
  const leader = aPerson();
  const simple = (await aFiling(api(), office, { status: 'submitted' })).filing;
  const suspicious = (
    await aFiling(api(), office, { status: 'submitted', answers: { leader, founders: [leader, aPerson()] } })
  ).filing;
  await aFiling(api(), office, {
    status: 'submitted',
    answers: { communityCode: neighbour, leader, founders: [leader, aPerson()] },
  });
  const foreign = await anOffice(api(), {
    ...places.countersigned,
    street: places.countersigned.otherStreet,
    community: otherCommunity,
  });
  const elsewhere = (await aFiling(api(), foreign, { status: 'submitted' })).filing;
  const decided = (await aFiling(api(), office, { status: 'returned' })).filing;
  const { items } = await api().as(office.acceptor).call('filing.queue', { queue: 'toAccept', pageSize: 100 });
  expect(items.find(({ id }) => id === simple.id)?.simple).toBe(true);
  expect(items.find(({ id }) => id === suspicious.id)?.simple).toBe(false);

  const filingIds = [elsewhere.id, suspicious.id, simple.id, decided.id];
  const { results } = await api().as(office.acceptor).call('filing.acceptMany', { filingIds });
  expect(results.map(({ filingId, accepted }) => ({ filingId, accepted }))).toEqual(
    filingIds.map((filingId) => ({ filingId, accepted: filingId === simple.id })),
  );
  expect(results[0]?.message).toContain('没有找到');
  expect(results[1]?.message).toContain('疑似重复');
  const rows = await api().database.query<{ id: string; status: string }>(
    'select id, status from filing where id = any($1)',
    [filingIds],
  );
  expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({
    [simple.id]: 'accepted',
    [suspicious.id]: 'submitted',
    [elsewhere.id]: 'submitted',
    [decided.id]: 'returned',
  });
  const audited = await api().database.query(`select aggregate_id from audit_entry where action = 'filing.acceptMany'`);
  expect(audited).toEqual([{ aggregate_id: simple.id }]);
});

it('masks ID numbers and phones for everybody but the applicant; a full one leaves a trace with its reason', async () => {
  const { filing, applicant, answers } = await aFiling(api(), office, { status: 'submitted' });
  const seen = await api().as(office.acceptor).call('filing.get', { filingId: filing.id });
  const text = JSON.stringify(seen);
  for (const { idNumber, phone } of answers.founders)
    expect(text.includes(idNumber) || text.includes(phone)).toBe(false);
  const own = await api().as(applicant).call('filing.get', { filingId: filing.id });
  expect(own.answers).toMatchObject({ leader: { idNumber: answers.leader.idNumber } });

  const ask = { filingId: filing.id, path: 'leader.idNumber', reason: '与身份证照片核对' };
  expect(await api().as(office.acceptor).call('filing.reveal', ask)).toEqual({ value: answers.leader.idNumber });
  const { history } = await api().as(office.acceptor).call('filing.get', { filingId: filing.id });
  expect(history[0]).toMatchObject({
    action: 'filing.reveal',
    note: '与身份证照片核对',
    changed: ['负责人·身份证号'],
    actorName: '受理人甲',
  });
  expect(
    (await api().as(applicant).call('filing.get', { filingId: filing.id })).history.map(({ action }) => action),
  ).not.toContain('filing.reveal');
  const kept = await api().database.query(`select request_id from stored_answer where answer like $1`, [
    `%"value":"${answers.leader.idNumber}"%`,
  ]);
  expect(kept).toEqual([]);

  expect(
    await api()
      .as(office.acceptor)
      .refusal('filing.reveal', { ...ask, reason: '' }),
  ).toMatchObject({ code: 'BAD_INPUT' });
  expect(
    await api()
      .as(office.acceptor)
      .refusal('filing.reveal', { ...ask, path: 'charter' }),
  ).toMatchObject({ code: 'BAD_INPUT' });
  expect(await api().as(office.foreignAcceptor).refusal('filing.reveal', ask)).toMatchObject({ code: 'NOT_FOUND' });
  expect(
    await api()
      .as(await api().person({ role: 'systemAdmin' }))
      .refusal('filing.reveal', ask),
  ).toMatchObject({ code: 'FORBIDDEN' });
});

it('wants the whole checklist and an opinion before a case goes on, and enough points before it is approved', async () => {
  const { filing } = await aFiling(api(), office, { status: 'accepted' });
  const acceptor = api().as(office.acceptor);
  const review = (at: { id: string; version: number }, words: object) =>
    acceptor.call('filing.saveReview', { ...ref(at), ...goodReview, ...words });
  const low = { necessity: 10, founders: 10, name: 10, capacity: 10 };
  let at = await review(filing, { scores: { necessity: 10 } });
  expect(at.review).toMatchObject({ complete: false, total: 10, passScore: 60 });
  expect(await acceptor.refusal('filing.forward', ref(at))).toMatchObject({ code: 'CHECKLIST_INCOMPLETE' });
  at = await review(at, { scores: low, opinion: '' });
  expect(await acceptor.refusal('filing.forward', ref(at))).toMatchObject({ code: 'CHECKLIST_INCOMPLETE' });
  expect(
    await acceptor.refusal('filing.saveReview', {
      ...ref(at),
      scores: { necessity: 26 },
      opinion: '',
      committeeOpinion: '',
    }),
  ).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'scores.necessity' }] });
  at = await review(at, { scores: low });
  at = await acceptor.call('filing.forward', ref(at));
  expect(await api().as(office.approver).refusal('filing.approve', ref(at))).toMatchObject({
    code: 'REQUIREMENTS_UNMET',
    message: expect.stringContaining('40 分'),
  });
  expect((await api().as(office.approver).call('filing.get', { filingId: filing.id })).hint).toContain(
    '没有达到 60 分',
  );
});

it('returns only places the form has', async () => {
  const { filing } = await aFiling(api(), office, { status: 'submitted' });
  const fields = [{ field: 'leader.shoeSize', reason: '请填写' }];
  expect(
    await api()
      .as(office.acceptor)
      .refusal('filing.return', { ...ref(filing), fields }),
  ).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'leader.shoeSize' }] });
  expect(
    await api()
      .as(office.acceptor)
      .refusal('filing.return', { ...ref(filing), fields: [{ field: 'leader', reason: '' }] }),
  ).toMatchObject({ code: 'BAD_INPUT' });
});

it('keeps barred persons out, names them masked, and lets them go when they are removed', async () => {
  const leader = aPerson({ idNumber: anIdNumber('1960-01-01') });
  const { id } = await api()
    .as(office.county)
    .call('barredPerson.add', { name: leader.name, idNumber: leader.idNumber, reason: '原组织被取缔' });
  const { items } = await api().as(office.party).call('barredPerson.list', {});
  expect(items).toEqual([
    expect.objectContaining({ id, idNumberMasked: expect.stringMatching(/^4201\*+/), reason: '原组织被取缔' }),
  ]);
  const { filing } = await aFiling(api(), office, {
    status: 'underReview',
    answers: { leader, founders: [leader, aPerson()] },
  });
  const seen = await api().as(office.approver).call('filing.get', { filingId: filing.id });
  expect(seen.qualification).toContainEqual({
    person: leader.name,
    role: 'leader',
    level: 'block',
    sentence: '在禁入名单上：原组织被取缔',
  });
  expect(await api().as(office.approver).refusal('filing.approve', ref(filing))).toMatchObject({
    code: 'REQUIREMENTS_UNMET',
    message: expect.stringContaining('禁入名单'),
  });

  const elsewhere = await api().person({ role: 'countyStaff', region: places.plain.county });
  expect(await api().as(elsewhere).refusal('barredPerson.remove', { id, reason: '不归我管' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await api().as(office.acceptor).refusal('barredPerson.remove', { id, reason: '没有权限' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  await api().as(office.county).call('barredPerson.remove', { id, reason: '期限已满' });
  expect((await api().as(office.party).call('barredPerson.list', {})).total).toBe(0);
  expect((await api().as(office.approver).call('filing.approve', ref(filing))).status).toBe('approved');
});
