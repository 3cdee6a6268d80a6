import { freshId } from '@/modules/desk/pages/ruleSets/rows';
import { codeExample, conditionSentence } from '@/modules/desk/pages/ruleSets/ruleSetWords';
import { draftProblems } from '@/modules/desk/pages/ruleSets/useRuleSetDraft';
import { builtInRuleSets } from '@shared/modules/filing/ruleSets';

describe('rule sets as clerks read and edit them', () => {
  it.each(builtInRuleSets.map(({ id, data }) => [id, data] as const))(
    'finds nothing wrong with %s as it comes',
    (_, data) => {
      expect(draftProblems(data)).toEqual([]);
      expect(data.conditions.map(conditionSentence).join()).not.toMatch(/[A-Za-z]|表单里的一项/);
      expect(codeExample(data, '2026-03-05')).toMatch(/^B\d{9}-2026-0001$/);
    },
  );

  it('answers every mistake in Chinese, by its field', () => {
    const [{ data } = builtInRuleSets[0]!] = builtInRuleSets;
    const wrong = {
      ...data,
      title: '',
      validYears: Number.NaN,
      codeFormat: 'B{year}',
      clocks: { ...data.clocks, accept: { amount: 0, unit: 'day' as const } },
      checklist: [],
    };
    const problems = draftProblems(wrong);
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'validYears', 'codeFormat', 'clocks.accept.amount', 'checklist']),
    );
    problems.forEach(({ message }) => expect(message).not.toMatch(/[A-Za-z]/));
  });

  it('gives a new row an id that none has, whatever was removed before', () => {
    expect(freshId('category', ['category1', 'category3'])).toBe('category2');
    expect(['category1', 'category2']).not.toContain(freshId('category', ['category1', 'category2']));
  });
});
