import type { RuleSetData } from '@shared/modules/filing/ruleSet';
import type { CountersignState, FilingKind } from '@shared/modules/filing/status';
import type { OrganizationFacts } from '@functions/modules/organization/service';
import { valueAt, type Answers } from './answers';

/** 负责人人选应当经党建机构事先审核（R6）：设立，以及换负责人的变更和延续。 */
export function countersignAtSubmission(
  kind: FilingKind,
  rules: RuleSetData,
  answers: Answers,
  organization: OrganizationFacts | undefined,
): CountersignState {
  if (rules.countersign !== 'required') return 'notRequired';
  if (kind === 'setup') return 'pending';
  if (valueAt(answers, 'leader') === undefined) return 'notRequired';
  const before = organization?.leader;
  // An imported record may know the leader's name only.
  const same = before?.idNumber
    ? before.idNumber === valueAt(answers, 'leader.idNumber')
    : before?.name === valueAt(answers, 'leader.name');
  return same ? 'notRequired' : 'pending';
}
