import { randomUUID } from 'node:crypto';
import { aFile, aFiling, anOffice, aPerson, members, places, setupAnswers, type Office } from '../../support/builders';
import { useTestApi, type Person } from '../../support/context';

const api = useTestApi();
let office: Office;
let applicant: Person;
beforeAll(async () => {
  office = await anOffice(api());
});
beforeEach(async () => {
  applicant = await api().person({ name: '申请人' });
});
const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });
const begin = (communityCode: string = places.plain.community) =>
  api().as(applicant).call('filing.create', { kind: 'setup', communityCode });
const save = (at: { id: string; version: number }, answers: object) => ({
  ...ref(at),
  formVersion: 1,
  answers: answers as never,
});

it('keeps half of an ID number as it was typed', async () => {
  const draft = await begin();
  const saved = await api()
    .as(applicant)
    .call('filing.saveDraft', save(draft, { leader: { name: '王', idNumber: '4201' }, name: '' }));
  expect(saved.answers).toMatchObject({
    leader: { name: '王', idNumber: '4201' },
    communityCode: places.plain.community,
  });
  expect(saved).toMatchObject({ version: 2, name: '还没起名的设立备案', availableActions: ['submit', 'discard'] });
  const cleared = await api()
    .as(applicant)
    .call('filing.saveDraft', save(saved, { leader: null }));
  expect(cleared.answers).not.toHaveProperty('leader');
});

it('refuses a field the form does not have', async () => {
  const draft = await begin();
  expect(
    await api()
      .as(applicant)
      .refusal('filing.saveDraft', save(draft, { colour: '红' })),
  ).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'colour' }] });
});

it('carries a draft of an older form over: what is known stays, submission waits for a look', async () => {
  const { filing, applicant: owner } = await aFiling(api(), office);
  await api().database.query(`update filing set form_version = 0 where id = $1`, [filing.id]);
  await api().database.query(
    `update filing_personal set answers = answers || '{"motto": "旧栏目"}' where filing_id = $1`,
    [filing.id],
  );
  const seen = await api().as(owner).call('filing.get', { filingId: filing.id });
  expect(seen.draftOutdated).toBe(true);
  expect(seen.answers).not.toHaveProperty('motto');
  expect(await api().as(owner).refusal('filing.submit', ref(seen))).toMatchObject({ code: 'DRAFT_OUTDATED' });
  const saved = await api().as(owner).call('filing.saveDraft', save(seen, {}));
  expect(saved.draftOutdated).toBe(false);
  expect((await api().as(owner).call('filing.submit', ref(saved))).status).toBe('submitted');
});

it('is nobody else’s: not to be read, saved, submitted or discarded', async () => {
  const draft = await begin();
  const stranger = api().as(await api().person());
  for (const caller of [stranger, api().as(office.acceptor), api().as(office.county)]) {
    expect(await caller.refusal('filing.get', { filingId: draft.id })).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await stranger.refusal('filing.saveDraft', save(draft, { name: '抢来的名字' }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await stranger.refusal('filing.submit', ref(draft))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal('filing.discard', ref(draft))).toMatchObject({ code: 'NOT_FOUND' });
});

it('leaves the list of its owner when it is discarded', async () => {
  const draft = await begin();
  expect((await api().as(applicant).call('filing.mine', {})).items.map(({ id }) => id)).toEqual([draft.id]);
  await api().as(applicant).call('filing.discard', ref(draft));
  expect(await api().as(applicant).call('filing.mine', {})).toMatchObject({ items: [], total: 0 });
});

it('cannot be edited after submission', async () => {
  const { filing, applicant: owner } = await aFiling(api(), office, { status: 'submitted' });
  expect(
    await api()
      .as(owner)
      .refusal('filing.saveDraft', save(filing, { scope: '改一改再说' })),
  ).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
});

it.each([
  ['a county', places.plain.county],
  ['a street that has communities', places.plain.street],
  ['a code nobody has', '420102002999'],
])('cannot begin in %s', async (_, communityCode) => {
  expect(await api().as(applicant).refusal('filing.create', { kind: 'setup', communityCode })).toMatchObject({
    code: 'BAD_INPUT',
    fields: [{ field: 'communityCode' }],
  });
});

it('may begin in a street where the map ends at streets', async () => {
  expect(await begin('430302001000')).toMatchObject({ ruleSet: { id: 'xiangtan' }, communityCode: '430302001000' });
});

it('goes to another office, under its rules, when its community moves to another place', async () => {
  const draft = await begin();
  const moved = await api()
    .as(applicant)
    .call('filing.saveDraft', save(draft, { communityCode: places.countersigned.community }));
  expect(moved).toMatchObject({
    communityCode: places.countersigned.community,
    ruleSet: { id: 'dongying' },
    streetName: '东城街道',
  });
});

it('writes a charter from the answers', async () => {
  const draft = await begin();
  const saved = await api()
    .as(applicant)
    .call('filing.saveDraft', save(draft, { name: '晚霞合唱队', leader: { name: '王建国' } }));
  const { charter } = await api().as(applicant).call('filing.draftCharter', { filingId: saved.id });
  expect(charter).toContain('晚霞合唱队章程');
  expect(charter).toContain('现任负责人为王建国');
});

it('cannot be begun without end', async () => {
  for (let count = 0; count < 20; count += 1) await begin();
  expect(
    await api().as(applicant).refusal('filing.create', { kind: 'setup', communityCode: places.plain.community }),
  ).toMatchObject({ code: 'TOO_MANY' });
});

describe('submission', () => {
  const submitting = async (words: Parameters<typeof setupAnswers>[0], drop: string[] = []) => {
    const draft = await begin();
    const answers = {
      ...setupAnswers({ venueProofFiles: [await aFile(api(), applicant)], ...words }),
      ...Object.fromEntries(drop.map((key) => [key, null])),
    };
    const saved = await api()
      .as(applicant)
      .call('filing.saveDraft', save(draft, JSON.parse(JSON.stringify(answers))));
    return api().as(applicant).refusal('filing.submit', ref(saved));
  };

  it.each([
    [
      'an ID number with one digit wrong',
      { leader: aPerson({ idNumber: '110105194912310021' }) },
      'BAD_INPUT',
      'leader.idNumber',
    ],
    ['two members short', { members: members(8) }, 'REQUIREMENTS_UNMET', 'members'],
    ['no proof of the venue', { venueProofFiles: [] }, 'REQUIREMENTS_UNMET', 'venueProofFiles'],
    ['a category of another place', { category: 'farmTech' }, 'BAD_INPUT', 'category'],
    ['a name of mixed scripts', { name: '夕阳红Соmmunity舞蹈队' }, 'BAD_INPUT', 'name'],
    ['a picture in the name', { name: '夕阳红舞蹈队🎉' }, 'BAD_INPUT', 'name'],
  ])('is refused with %s', async (_, words, code, field) => {
    expect(await submitting(words)).toMatchObject({
      code,
      fields: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('says which fields are missing', async () => {
    const { code, fields } = await submitting({}, ['purpose', 'leader']);
    expect(code).toBe('BAD_INPUT');
    expect(fields.map(({ field }) => field)).toEqual(['purpose', 'leader']);
  });

  it('stores a name with invisible characters without them', async () => {
    const { filing } = await aFiling(api(), office, {
      status: 'submitted',
      answers: { name: '清\u200b风\u202e合唱队' },
    });
    expect(filing.name).toBe('清风合唱队');
  });

  it('is refused with somebody else’s file, and with one that was not inspected', async () => {
    const foreign = await aFile(api(), await api().person());
    expect(await submitting({ venueProofFiles: [foreign] })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await submitting({ venueProofFiles: [await aFile(api(), applicant, 'prepared')] })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await submitting({ venueProofFiles: [randomUUID()] })).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('of a change wants something changed', async () => {
    const { filing, applicant: owner } = await aFiling(api(), office, { status: 'approved' });
    const draft = await api()
      .as(owner)
      .call('filing.create', { kind: 'change', organizationId: filing.organizationId ?? '' });
    const saved = await api()
      .as(owner)
      .call('filing.saveDraft', save(draft, { reason: '就是想变更', changedOn: '2026-02-01' }));
    expect(await api().as(owner).refusal('filing.submit', ref(saved))).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('至少填一项'),
    });
  });
});
