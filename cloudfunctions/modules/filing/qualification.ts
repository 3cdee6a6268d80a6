import { and, gte, inArray, isNull, or } from 'drizzle-orm';
import { normalizeIdNumber } from '@shared/kernel/idNumber';
import { responsiblePerson, type ResponsiblePerson } from '@shared/modules/filing/formFields';
import { qualify, type QualificationFinding } from '@shared/modules/filing/qualification';
import { leadsOf } from '@functions/modules/organization/service';
import type { Ctx } from '@functions/platform/context';
import type { FilingCase } from './filingCase';
import { barredPerson } from './tables';

type Examined = { person: ResponsiblePerson; role: 'leader' | 'founder' };

function examined({ answers }: FilingCase): Examined[] {
  const founders = Array.isArray(answers.founders) ? (answers.founders as unknown[]) : [];
  const all = [
    { value: answers.leader, role: 'leader' as const },
    ...founders.map((value) => ({ value, role: 'founder' as const })),
  ];
  const people = all.flatMap(({ value, role }): Examined[] => {
    const parsed = responsiblePerson.safeParse(value);
    return parsed.success ? [{ person: parsed.data, role }] : [];
  });
  // The leader usually stands among the founders too: one person is examined once.
  return people.filter(
    ({ person }, index) => people.findIndex((other) => other.person.idNumber === person.idNumber) === index,
  );
}

async function barredReasons(ctx: Ctx, idNumbers: readonly string[]): Promise<Map<string, string>> {
  if (idNumbers.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ idNumber: barredPerson.idNumber, reason: barredPerson.reason })
    .from(barredPerson)
    .where(
      and(
        inArray(barredPerson.idNumber, idNumbers.map(normalizeIdNumber)),
        isNull(barredPerson.removedAt),
        or(isNull(barredPerson.until), gte(barredPerson.until, ctx.today)),
      ),
    );
  return new Map(rows.map(({ idNumber, reason }) => [idNumber, reason]));
}

/** 发起人、拟任负责人的资格审查（R5），按今天的名册和名单。 */
export async function qualificationOf(
  ctx: Ctx,
  filing: FilingCase,
  ownOrganizationId: string | null,
): Promise<QualificationFinding[]> {
  const people = examined(filing);
  const barred = await barredReasons(
    ctx,
    people.map(({ person }) => person.idNumber),
  );
  const findings: QualificationFinding[] = [];
  for (const { person, role } of people) {
    const leads = await leadsOf(ctx.tx, person.idNumber, ownOrganizationId);
    findings.push(
      ...qualify(person, role, filing.rules.data, ctx.today, {
        leads,
        barredReason: barred.get(person.idNumber) ?? null,
      }),
    );
  }
  return findings;
}
