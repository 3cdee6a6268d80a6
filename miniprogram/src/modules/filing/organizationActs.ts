import type { OrganizationDetail } from '@shared/modules/organization/schema';
import type { OrganizationStatus } from '@shared/modules/organization/schema';
import type { Tone } from '@/components/Tag';

export type OrganizationAct = OrganizationDetail['availableActions'][number];
export type StartAct = Extract<OrganizationAct, 'change' | 'renewal' | 'cancellation'>;

/** Acts that begin a case of the same name. */
const startActs: readonly StartAct[] = ['change', 'renewal', 'cancellation'];
export const isStartAct = (act: OrganizationAct): act is StartAct =>
  (startActs as readonly OrganizationAct[]).includes(act);

export const startActWords: Record<StartAct, { label: string; note: string }> = {
  change: { label: '办变更', note: '名称、负责人、场所、业务范围或章程变了' },
  renewal: { label: '办延续', note: '有效期快到了，还要继续活动' },
  cancellation: { label: '办注销', note: '不再活动了' },
};

export const organizationTones: Record<OrganizationStatus, Tone> = {
  active: 'ok',
  lapsed: 'warn',
  cancelled: 'danger',
};
