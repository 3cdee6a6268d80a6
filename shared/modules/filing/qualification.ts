import { ageOn, birthDateOf } from '@shared/kernel/idNumber';
import type { CivilDate } from '@shared/kernel/civilDate';
import type { ResponsiblePerson } from './forms';
import type { RuleSetData } from './ruleSet';

/** What the registers know about one person. */
export interface PersonFacts {
  /** Names of the organizations he already leads */
  leads: readonly string[];
  /** 禁入名单上的原因 */
  barredReason: string | null;
}

/** One finding of the qualification check (R5). `block` forbids approval, `warn` asks the officer to look. */
export interface QualificationFinding {
  person: string;
  role: 'leader' | 'founder';
  level: 'ok' | 'warn' | 'block';
  sentence: string;
}

/** 发起人、拟任负责人资格审查：年龄、兼任、禁入、资料是否齐全。 */
export function qualify(
  person: ResponsiblePerson,
  role: 'leader' | 'founder',
  rules: RuleSetData,
  today: CivilDate,
  facts: PersonFacts,
): QualificationFinding[] {
  const findings: QualificationFinding[] = [];
  const say = (level: QualificationFinding['level'], sentence: string) =>
    findings.push({ person: person.name, role, level, sentence });

  if (facts.barredReason) say('block', `在禁入名单上：${facts.barredReason}`);
  const birthDate = birthDateOf(person.idNumber);
  if (birthDate === undefined) say('block', '身份证号不完整，请退回补正');
  else {
    const age = ageOn(birthDate, today);
    if (age < 18) say('block', `未满 18 周岁（${age} 岁）`);
    else if (role === 'leader' && (age < rules.leaderAge.min || age > rules.leaderAge.max))
      say('warn', `${age} 岁，当地要求负责人 ${rules.leaderAge.min}–${rules.leaderAge.max} 岁，请核实`);
  }
  if (role === 'leader' && facts.leads.length >= rules.leaderPostsMax)
    say('block', `已担任 ${facts.leads.length} 个组织的负责人：${facts.leads.join('、')}`);
  else if (facts.leads.length > 0) say('warn', `还是这些组织的负责人：${facts.leads.join('、')}`);

  if (findings.length === 0) say('ok', '没有发现问题');
  return findings;
}
