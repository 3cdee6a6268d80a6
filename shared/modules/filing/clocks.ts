import { addYears, addDays, type CivilDate } from '@shared/kernel/civilDate';
import { deadline } from '@shared/kernel/workdays';
import type { RuleSetData } from './ruleSet';
import type { FilingStatus } from './status';

/** Who must act before the clock runs out. */
export type ClockOwner = 'acceptor' | 'approver' | 'applicant';

const clockOf = {
  submitted: { owner: 'acceptor', clock: 'accept' },
  accepted: { owner: 'acceptor', clock: 'decide' },
  underReview: { owner: 'approver', clock: 'decide' },
  returned: { owner: 'applicant', clock: 'correct' },
} as const satisfies Partial<Record<FilingStatus, { owner: ClockOwner; clock: keyof RuleSetData['clocks'] }>>;

export type TimedStatus = keyof typeof clockOf;

export const isTimed = (status: FilingStatus): status is TimedStatus => status in clockOf;

export const clockOwner = (status: FilingStatus): ClockOwner | undefined =>
  isTimed(status) ? clockOf[status].owner : undefined;

/** The unit in which days left are counted, so that both sides read the same clock. */
export const clockUnit = (rules: RuleSetData, status: TimedStatus): 'day' | 'workday' =>
  rules.clocks[clockOf[status].clock].unit;

/**
 * The day on which a status must be left. The decision clock runs from acceptance (材料齐全之日) through the review:
 * entering `underReview` keeps it, a return stops it and acceptance starts it anew.
 */
export function dueOnEntering(
  rules: RuleSetData,
  status: FilingStatus,
  today: CivilDate,
  currentDueOn: CivilDate | null,
): CivilDate | null {
  if (!isTimed(status)) return null;
  if (status === 'underReview' && currentDueOn) return currentDueOn;
  return deadline(today, rules.clocks[clockOf[status].clock]);
}

/** 备案有效期：自决定之日起 N 年，到期日的前一日为最后一天。 */
export const validityFrom = (
  rules: RuleSetData,
  decidedOn: CivilDate,
): { validFrom: CivilDate; validTo: CivilDate } => ({
  validFrom: decidedOn,
  validTo: addDays(addYears(decidedOn, rules.validYears), -1),
});

/** 延续自原有效期届满次日起算；已过期的自决定之日起算。 */
export function renewedValidity(rules: RuleSetData, decidedOn: CivilDate, validTo: CivilDate | null) {
  return validTo !== null && validTo >= decidedOn
    ? validityFrom(rules, addDays(validTo, 1))
    : validityFrom(rules, decidedOn);
}

/** 最迟哪天申请延续（满期前 N 日）。 */
export const renewBy = (rules: RuleSetData, validTo: CivilDate): CivilDate => addDays(validTo, -rules.renewBeforeDays);
