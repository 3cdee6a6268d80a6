import { formatCivilDate, todayIn, yearOf, type CivilDate } from '@shared/kernel/civilDate';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Note } from '@/components/Note';
import { Section } from '@/components/Section';
import { isStartAct, startActWords } from '../../organizationActs';
import { useStartFiling } from '../../useStartFiling';

/** When to renew; after the day one should have, at once. */
function renewWords(renewBy: CivilDate | null, today: CivilDate): string {
  if (renewBy === null || renewBy < today) return '备案快到期或已到期，还要继续活动的，请马上办延续。';
  return `备案快到期了，还要继续活动的，请在${formatCivilDate(renewBy, yearOf(today))}前办延续。`;
}

/** What its leader may begin: change, renewal, cancellation; when a renewal is due. */
export function OrganizationTasks({ organization }: { organization: OrganizationDetail }) {
  const { start, busy } = useStartFiling();
  const acts = organization.availableActions.filter(isStartAct);
  if (acts.length === 0) return null;
  const today = todayIn(new Date());
  const isDue = Boolean(organization.expiryText) && acts.includes('renewal');
  return (
    <Section title="要办的事">
      {isDue ? <Note tone="accent">{renewWords(organization.renewBy, today)}</Note> : null}
      <Card flush>
        {acts.map((act) => (
          <Cell
            key={act}
            title={startActWords[act].label}
            note={startActWords[act].note}
            disabledReason={busy ? '正在打开…' : undefined}
            onPress={() => start({ kind: act, organizationId: organization.id })}
          />
        ))}
      </Card>
    </Section>
  );
}
