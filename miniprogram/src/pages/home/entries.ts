import { access } from '@shared/access';
import { publicActor, type Actor } from '@shared/kernel/actor';
import type { Action } from '@shared/contract';
import type { SessionView } from '@shared/modules/user/schema';
import type { IconName } from '@/components/Icon';
import { pages } from '@/routes';

/** A way from the home page, open to whoever may ask `needs`. */
export interface HomeEntry {
  label: string;
  note?: string;
  icon: IconName;
  url: string;
  needs: Action;
  wide?: boolean;
}

const staffEntries: readonly HomeEntry[] = [
  {
    label: '办件台',
    note: '待受理、审核中、将逾期的件都在这里',
    icon: 'stamp',
    url: pages.desk,
    needs: 'filing.queue',
    wide: true,
  },
  { label: '台账', icon: 'book', url: pages.ledger, needs: 'ledger.list' },
  { label: '导入台账', icon: 'upload', url: pages.ledgerImport, needs: 'ledger.importCommit' },
  { label: '两本账', icon: 'chart', url: pages.counts, needs: 'organization.counts' },
  { label: '备案办法', icon: 'scale', url: pages.ruleSets, needs: 'ruleSet.list' },
  { label: '禁入名单', icon: 'lock', url: pages.barred, needs: 'barredPerson.list' },
];

const grantEntry: HomeEntry = { label: '身份授权', icon: 'users', url: pages.grants, needs: 'grant.list' };

const checkEntry: HomeEntry = {
  label: '查一查这个组织是不是真的',
  note: '输入名称或备案编号，也可以扫证书上的码',
  icon: 'shield',
  url: pages.check,
  needs: 'organization.publicCheck',
  wide: true,
};

const applicantEntries: readonly HomeEntry[] = [
  {
    label: '我要备案',
    note: '成立一个社区社会组织，一步一步带您填',
    icon: 'edit',
    url: pages.newFiling,
    needs: 'filing.create',
    wide: true,
  },
  { label: '我的备案', note: '看办到哪一步了', icon: 'files', url: pages.myFilings, needs: 'filing.mine', wide: true },
];

/** Who the server said we are, as the policy table reads it. Only to choose what is offered: the server decides. */
export function actorOf({ user, hat }: Pick<SessionView, 'user' | 'hat'>): Actor {
  if (!user || !hat) return publicActor;
  return { userId: user.id, name: user.name, hat, grants: [hat] };
}

/** True for those who work at the desk under this hat. */
export const hasDesk = (actor: Actor): boolean => access['filing.queue'](actor);

/** What this person finds at home, the most likely first. */
export function homeEntries(actor: Actor): readonly HomeEntry[] {
  const mayUse = ({ needs }: HomeEntry): boolean => access[needs](actor);
  const duties = staffEntries.filter(mayUse);
  if (duties.length > 0) return [...duties, ...[grantEntry].filter(mayUse), checkEntry];
  const grants = [grantEntry].filter(mayUse).map((entry) => ({ ...entry, wide: true }));
  return [checkEntry, ...(actor.userId === null ? applicantEntries.slice(0, 1) : applicantEntries), ...grants];
}
