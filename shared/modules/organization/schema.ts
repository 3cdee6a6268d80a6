import * as z from 'zod';
import { timelineEntry } from '@shared/kernel/timeline';

/** 登记（法人，有统一社会信用代码）与备案（非法人，无代码）是两本账。 */
export const organizationKinds = ['registered', 'filed'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** 备案状态：有效、已到期、已注销。 */
export const organizationStatuses = ['active', 'lapsed', 'cancelled'] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

/** Public facts of an organization: what anybody may read. */
export const organizationPublic = z.strictObject({
  id: z.string(),
  kind: z.enum(organizationKinds),
  name: z.string(),
  categoryLabel: z.string().nullable(),
  status: z.enum(organizationStatuses),
  statusLabel: z.string(),
  communityCode: z.string(),
  communityName: z.string(),
  streetName: z.string(),
  filingCode: z.string().nullable(),
  /** 统一社会信用代码：只有登记的组织有 */
  uscc: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type OrganizationPublic = z.infer<typeof organizationPublic>;

/** A line of the ledger. */
export const ledgerLine = z.strictObject({
  ...organizationPublic.shape,
  category: z.string().nullable(),
  foundedOn: z.string().nullable(),
  memberCount: z.int().nullable(),
  /** 「还剩 20 天」 before expiry; null when far off */
  expiryText: z.string().nullable(),
});
export type LedgerLine = z.infer<typeof ledgerLine>;

/** 五类运行规范自查（R13）。 */
export const selfCheckAnswer = z.enum(['yes', 'no', 'unsure']);

export const organizationDetail = z.strictObject({
  ...ledgerLine.shape,
  version: z.int(),
  purpose: z.string().nullable(),
  scope: z.string().nullable(),
  activityArea: z.string().nullable(),
  venueAddress: z.string().nullable(),
  leaderName: z.string().nullable(),
  leaderPhoneMasked: z.string().nullable(),
  partyMemberCount: z.int().nullable(),
  partyOrgFormLabel: z.string().nullable(),
  /** 业务主管（指导）单位（R21） */
  supervisingUnit: z.string().nullable(),
  /** 行业管理部门（R22） */
  industryAuthority: z.string().nullable(),
  /** 登记管理机关（R21） */
  registrar: z.string().nullable(),
  certificateAvailable: z.boolean(),
  renewBy: z.string().nullable(),
  /** What this actor may start or do: change, renewal, cancellation, updateSupervision, appointLeader, selfCheck */
  availableActions: z.array(
    z.enum(['change', 'renewal', 'cancellation', 'updateSupervision', 'appointLeader', 'selfCheck']),
  ),
  selfCheck: z
    .strictObject({ checkedOn: z.string(), met: z.int(), total: z.int(), gaps: z.array(z.string()) })
    .nullable(),
  history: z.array(timelineEntry),
});
export type OrganizationDetail = z.infer<typeof organizationDetail>;
