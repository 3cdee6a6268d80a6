import { builtInRuleSets } from '@shared/modules/filing/ruleSets';
import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import { aFile, aFiling, anOffice, members, places, setupAnswers, type Office } from '../../support/builders';
import { useTestApi, type Person } from '../../support/context';

const api = useTestApi();
const ref = ({ id, version }: { id: string; version: number }) => ({ filingId: id, version });
const { county } = places.plain;
let office: Office;
let colleague: Person;
const base = builtInRuleSets.find(({ id }) => id === 'xiangtan')?.data as RuleSetData;
const local = (words: Partial<RuleSetData> = {}): RuleSetData => ({
  ...base,
  title: '江岸区办法',
  regionCode: county,
  effectiveOn: '2026-01-01',
  ...words,
});

beforeAll(async () => {
  api().setNow('2026-03-02');
  office = await anOffice(api());
  colleague = await api().person({ role: 'countyStaff', region: county });
});

const at = async (regionCode: string) => {
  const { id, version } = await api().as(office.county).call('ruleSet.forRegion', { regionCode });
  return `${id}@${version}`;
};

it.each([
  ['the default where nobody has rules of his own', '420102002003', 'xiangtan@1'],
  ['the city’s', '370502003001', 'dongying@1'],
  ['the province’s', '440103001000', 'guangdong@1'],
  ['another city’s', '370102001002', 'jinan@1'],
])('follows %s', async (_, regionCode, expected) => {
  // Before anybody has edited anything.
  expect(await at(regionCode)).toBe(expected);
});

it('lets a county make its own, and a case that has begun keeps what it began with', async () => {
  const { filing, applicant } = await aFiling(api(), office, { status: 'submitted' });
  const saved = await api()
    .as(office.county)
    .call('ruleSet.save', {
      id: 'r420102',
      basedOnVersion: 0,
      data: local({
        conditions: base.conditions.map((each) =>
          each.kind === 'count' && each.field === 'members' ? { ...each, min: 20 } : each,
        ),
      }),
    });
  expect(saved).toMatchObject({ id: 'r420102', version: 1 });
  expect(await at('420102002003')).toBe('r420102@1');
  expect(await at('420102000000')).toBe('r420102@1');
  expect(await at('420103000000')).toBe('xiangtan@1');
  const running = await api().as(applicant).call('filing.get', { filingId: filing.id });
  expect(running.ruleSet).toMatchObject({ id: 'xiangtan', version: 1 });
  const mended = await api()
    .as(office.acceptor)
    .call('filing.return', { ...ref(filing), fields: [{ field: 'scope', reason: '请写具体' }] });
  // Ten members are enough under the old rules.
  expect((await api().as(applicant).call('filing.submit', ref(mended))).status).toBe('submitted');

  const later = await api().person();
  const begun = await api().as(later).call('filing.create', { kind: 'setup', communityCode: places.plain.community });
  const answers = setupAnswers({ members: members(10), venueProofFiles: [await aFile(api(), later)] });
  const draft = await api()
    .as(later)
    .call('filing.saveDraft', { ...ref(begun), formVersion: 1, answers: JSON.parse(JSON.stringify(answers)) });
  expect(draft.coach).toContainEqual(expect.objectContaining({ sentence: '还差 10 名成员', met: false }));
  expect(await api().as(later).refusal('filing.submit', ref(draft))).toMatchObject({
    code: 'REQUIREMENTS_UNMET',
    fields: [{ field: 'members', message: '还差 10 名成员' }],
  });
});

it('lets one of two editors win, and refuses the other', async () => {
  const edit = (person: Person, title: string) =>
    api()
      .as(person)
      .call('ruleSet.save', { id: 'r420102', basedOnVersion: 1, data: local({ title }) });
  const results = await Promise.allSettled([edit(office.county, '甲改的'), edit(colleague, '乙改的')]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE' } });
  expect(await at('420102002003')).toBe('r420102@2');
});

it('does not apply a version before its day', async () => {
  await api()
    .as(office.county)
    .call('ruleSet.save', { id: 'r420102', basedOnVersion: 2, data: local({ effectiveOn: '2026-07-01' }) });
  expect(await at('420102002003')).toBe('r420102@2');
  api().setNow('2026-07-01');
  expect(await at('420102002003')).toBe('r420102@3');
  api().setNow('2026-03-02');
});

it('shows staff the sets that concern them, editable where they may', async () => {
  const { items } = await api().as(office.county).call('ruleSet.list', {});
  expect(items.map(({ id, version, editable }) => ({ id, version, editable }))).toEqual([
    { id: 'r420102', version: 3, editable: true },
  ]);
  const { items: seen } = await api().as(office.acceptor).call('ruleSet.list', {});
  expect(seen.map(({ id, editable }) => ({ id, editable }))).toEqual([{ id: 'r420102', editable: false }]);
});

it.each([
  ['rules of another county', 'r370502', local({ regionCode: '370502000000' }), 'FORBIDDEN'],
  ['the default for everybody', 'xiangtan', base, 'FORBIDDEN'],
  ['a second set for one region', 'another', local(), 'BAD_INPUT'],
  ['a set that contradicts itself', 'r420102', local({ passScore: 500 }), 'BAD_INPUT'],
])('refuses %s', async (_, id, data, code) => {
  const basedOnVersion = id === 'xiangtan' ? 1 : id === 'r420102' ? 3 : 0;
  expect(await api().as(office.county).refusal('ruleSet.save', { id, basedOnVersion, data })).toMatchObject({ code });
});

it('is edited by county and city staff only', async () => {
  expect(
    await api().as(office.approver).refusal('ruleSet.save', { id: 'r420102', basedOnVersion: 3, data: local() }),
  ).toMatchObject({ code: 'FORBIDDEN' });
});
