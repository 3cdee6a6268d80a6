import { labelOfPath } from '@shared/modules/filing/formPaths';
import { builtInRuleSets } from '@shared/modules/filing/ruleSets';
import { filingKinds, filingStatuses } from '@shared/modules/filing/status';
import type { ClockView } from '@shared/modules/filing/schema';
import { nextStep } from '@/modules/filing/nextSteps';
import { builtInFor } from '@/modules/public/pages/guide/builtInFor';
import { needsOf } from '@/modules/public/pages/guide/needsOf';

const now = new Date('2026-03-02T02:00:00Z');
const clock: ClockView = {
  owner: 'acceptor',
  dueOn: '2026-03-05',
  unit: 'workday',
  days: 3,
  overdue: false,
  text: '还剩 3 个工作日',
};

describe('the sentence about the next step', () => {
  it.each(filingStatuses.flatMap((status) => filingKinds.map((kind) => [status, kind] as const)))(
    'is plain Chinese for %s of a %s',
    (status, kind) => {
      const sentence = nextStep({ status, kind, clock, returnedFields: [] }, now);
      expect(sentence).toMatch(/。$/);
      expect(sentence).not.toMatch(/[A-Za-z_]|undefined/);
    },
  );

  it.each(['submitted', 'accepted', 'underReview', 'returned'] as const)(
    'names the day by which somebody must act on a %s case',
    (status) => {
      expect(nextStep({ status, kind: 'setup', clock, returnedFields: [] }, now)).toContain('3月5日（周四）');
    },
  );

  it('counts the places to mend', () => {
    const returnedFields = [{ field: 'name', label: '组织名称', reason: '重名' }];
    expect(nextStep({ status: 'returned', kind: 'setup', clock, returnedFields }, now)).toContain('1 处');
  });
});

describe('the guide', () => {
  it('follows the nearest built-in rules, else the default ones', () => {
    expect(builtInFor('440103002001').regionCode).toBe('440000000000');
    expect(builtInFor('370502003001').regionCode).toBe('370500000000');
    expect(builtInFor('650102003001')).toBe(builtInFor(undefined));
  });

  it.each(builtInRuleSets)('says each need of $id in words, with its source', ({ data }) => {
    const needs = needsOf(data);
    expect(needs).toHaveLength(data.conditions.length + data.materials.length);
    for (const { text, source } of needs) {
      expect(text).not.toMatch(/[A-Za-z]/);
      expect(source).not.toBe('');
    }
  });

  it.each(builtInRuleSets)('only asks for things the form of $id knows', ({ data }) => {
    for (const condition of data.conditions) {
      if (condition.kind !== 'nameEnding') expect(labelOfPath('setup', condition.field)).toBeDefined();
    }
  });
});
