import fc from 'fast-check';
import { addDays } from '@shared/kernel/civilDate';
import { idCheckCharacter } from '@shared/kernel/idNumber';
import { isWorkday } from '@shared/kernel/workdays';
import { clockOwner, dueOnEntering, renewBy, renewedValidity, validityFrom } from '@shared/modules/filing/clocks';
import { coach, unmetLines } from '@shared/modules/filing/coach';
import { codeSeries, filingCodeOf } from '@shared/modules/filing/filingCode';
import { qualify } from '@shared/modules/filing/qualification';
import { ruleSetData, type RuleSetData } from '@shared/modules/filing/ruleSet';
import { builtInRuleSets } from '@shared/modules/filing/ruleSets';
import { ruleSetProblems } from '@functions/modules/filing/ruleSetEditing';
import { setupAnswers } from '../../support/builders';

const rulesOf = (id: string): RuleSetData => {
  const found = builtInRuleSets.find((set) => set.id === id);
  if (!found) throw new Error(id);
  return found.data;
};
const xiangtan = rulesOf('xiangtan');
const guangdong = rulesOf('guangdong');

describe('coach', () => {
  const missing = (rules: RuleSetData, answers: Record<string, unknown>, kind: 'setup' | 'renewal' = 'setup') =>
    unmetLines(coach(kind, rules, answers)).map(({ sentence }) => sentence);
  const file = ['0b9e8b5e-0000-4000-8000-000000000000'];

  it('counts what is missing', () => {
    expect(missing(xiangtan, { members: Array(8).fill({ name: '甲乙' }), founders: [{}] })).toEqual(
      expect.arrayContaining(['还差 2 名成员', '还差 1 名发起人', '缺少场所使用权证明', '还没有填章程']),
    );
  });

  it('is content with answers that meet every rule', () => {
    expect(missing(xiangtan, setupAnswers({ venueProofFiles: file }))).toEqual([]);
  });

  it.each([
    ['association', ['还差 1 名发起人']],
    ['service', []],
  ] as const)('asks of a Guangdong %s group what holds for it', (groupType, expected) => {
    expect(missing(guangdong, setupAnswers({ groupType, name: '荔湾阅读社' }))).toEqual(expected);
  });

  it('wants a form word at the end of a Guangdong name, and the form itself', () => {
    expect(missing(guangdong, setupAnswers({ name: '荔湾读书会' }))).toEqual(
      expect.arrayContaining(['请选择组织形式', expect.stringContaining('名称要以')]),
    );
  });

  it('judges a renewal by its roster alone', () => {
    expect(missing(xiangtan, { members: [{ name: '甲乙' }] }, 'renewal')).toEqual(['还差 9 名成员']);
  });

  it('gives every line its source', () => {
    for (const { data } of builtInRuleSets)
      for (const line of coach('setup', data, {})) expect(line.source).not.toBe('');
  });
});

describe('clocks', () => {
  it('gives the office five workdays to accept, across the Labour Day holiday', () => {
    expect(dueOnEntering(xiangtan, 'submitted', '2026-04-29', null)).toBe('2026-05-09');
  });

  it('starts the decision clock at acceptance and keeps it through the review', () => {
    const dueOn = dueOnEntering(xiangtan, 'accepted', '2026-03-02', null);
    expect(dueOn).toBe('2026-03-09');
    expect(dueOnEntering(xiangtan, 'underReview', '2026-03-05', dueOn)).toBe(dueOn);
  });

  it('has no clock for drafts and decided cases', () => {
    for (const status of ['draft', 'approved', 'refused', 'discarded'] as const) {
      expect(dueOnEntering(xiangtan, status, '2026-03-02', '2026-03-09')).toBeNull();
      expect(clockOwner(status)).toBeUndefined();
    }
    expect(clockOwner('returned')).toBe('applicant');
  });

  const days = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2025-01-01', offset));

  it('ends every period on a working day after it began', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('submitted', 'accepted', 'returned'), (day, status) => {
        const dueOn = dueOnEntering(xiangtan, status, day, null) ?? '';
        expect(dueOn > day && isWorkday(dueOn)).toBe(true);
      }),
    );
  });

  it('counts validity in whole years and renews without a gap or an overlap', () => {
    expect(validityFrom(xiangtan, '2026-03-02')).toEqual({ validFrom: '2026-03-02', validTo: '2029-03-01' });
    expect(renewedValidity(xiangtan, '2029-02-01', '2029-03-01')).toEqual({
      validFrom: '2029-03-02',
      validTo: '2032-03-01',
    });
    expect(renewedValidity(xiangtan, '2029-06-01', '2029-03-01')).toEqual({
      validFrom: '2029-06-01',
      validTo: '2032-05-31',
    });
    expect(renewedValidity(xiangtan, '2029-06-01', null).validFrom).toBe('2029-06-01');
    expect(renewBy(xiangtan, '2029-03-01')).toBe('2029-02-14');
  });
});

describe('qualification', () => {
  const first17 = (birth: string) => `420102${birth}012`;
  const born = (birth: string) => ({
    name: '王建国',
    idNumber: first17(birth) + idCheckCharacter(first17(birth)),
    phone: '13900000001',
    tags: [],
  });
  const free = { leads: [], barredReason: null };
  const levels = (...args: Parameters<typeof qualify>) => qualify(...args).map(({ level }) => level);

  it.each([
    ['a grown-up', born('19700101'), 'leader', free, ['ok']],
    ['somebody who turns 18 tomorrow', born('20080303'), 'leader', free, ['block']],
    ['somebody who turned 18 today', born('20080302'), 'leader', free, ['ok']],
    ['an old leader', born('19400101'), 'leader', free, ['warn']],
    ['an old founder', born('19400101'), 'founder', free, ['ok']],
    ['a barred person', born('19700101'), 'founder', { leads: [], barredReason: '被责令整改' }, ['block']],
    ['a leader of one other group', born('19700101'), 'leader', { leads: ['甲'], barredReason: null }, ['warn']],
    [
      'a leader of as many groups as one may lead',
      born('19700101'),
      'leader',
      { leads: ['甲', '乙'], barredReason: null },
      ['block'],
    ],
    [
      'a founder who leads two others',
      born('19700101'),
      'founder',
      { leads: ['甲', '乙'], barredReason: null },
      ['warn'],
    ],
  ] as const)('judges %s', (_, person, role, facts, expected) => {
    expect(levels({ ...person, tags: [] }, role, xiangtan, '2026-03-02', facts)).toEqual(expected);
  });
});

describe('filing code', () => {
  it('draws from one counter per street and year', () => {
    const series = codeSeries('B{region9}-{year}-{seq4}', '420102002003', '2026-03-02');
    expect(filingCodeOf(series, 7)).toBe('B420102002-2026-0007');
    expect(filingCodeOf(series, 12345)).toBe('B420102002-2026-12345');
  });

  it('gives different serials different codes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (a, b) => {
        const series = codeSeries('{region6}-{seq3}', '420102002003', '2026-03-02');
        expect(filingCodeOf(series, a) === filingCodeOf(series, b)).toBe(a === b);
      }),
    );
  });
});

describe('rule sets', () => {
  it.each(builtInRuleSets.map(({ id, data }) => [id, data] as const))('%s as delivered is valid', (_, data) => {
    expect(ruleSetData.parse(data)).toEqual(data);
    expect(ruleSetProblems(data)).toEqual([]);
  });

  it.each([
    [
      'a material nobody is asked for',
      { materials: [{ id: 'x', label: '甲', field: 'nothing', source: '乙' }] },
      'data.materials',
    ],
    ['a pass score nobody can reach', { passScore: 101 }, 'data.passScore'],
    ['two serials in a code', { codeFormat: 'B{seq4}{seq3}' }, 'data.codeFormat'],
    ['an unknown piece in a code', { codeFormat: 'B{street}{seq3}' }, 'data.codeFormat'],
    ['ages the wrong way round', { leaderAge: { min: 60, max: 20 } }, 'data.leaderAge'],
    [
      'two categories of one code',
      {
        categories: [
          { code: 'a', label: '甲' },
          { code: 'a', label: '乙' },
        ],
      },
      'data.categories',
    ],
  ])('refuses %s', (_, words, field) => {
    expect(ruleSetProblems({ ...xiangtan, ...words }).map((problem) => problem.field)).toContain(field);
  });
});
