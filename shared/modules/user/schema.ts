import * as z from 'zod';
import { grantableRoles } from '@shared/kernel/actor';
import { idField, instantField, regionCodeField } from '@shared/kernel/fields';

export const hatView = z.strictObject({
  /** null: the resident hat, which everybody has */
  grantId: z.string().nullable(),
  role: z.enum(['resident', ...grantableRoles]),
  roleLabel: z.string(),
  regionCode: z.string().nullable(),
  regionName: z.string().nullable(),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
});
export type HatView = z.infer<typeof hatView>;

export const sessionView = z.strictObject({
  user: z
    .strictObject({ id: z.string(), name: z.string(), phoneMasked: z.string().nullable(), elderMode: z.boolean() })
    .nullable(),
  hats: z.array(hatView),
  hat: hatView.nullable(),
  /** Unread messages in the inbox */
  unread: z.int(),
  demo: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

/** 授权：角色 × 区划或组织 × 有效期。 */
export const grantView = z.strictObject({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  role: z.enum(grantableRoles),
  roleLabel: z.string(),
  regionCode: z.string().nullable(),
  regionName: z.string().nullable(),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  withdrawnAt: instantField.nullable(),
});
export type GrantView = z.infer<typeof grantView>;

export const grantInput = z.strictObject({
  phone: z.string().max(40),
  role: z.enum(grantableRoles),
  regionCode: regionCodeField.optional(),
  organizationId: idField.optional(),
  validTo: z.iso.date().optional(),
});
