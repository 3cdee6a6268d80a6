import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { codeText, instant } from '@functions/platform/columns';

/** 自然人用户。一个人一行，多个身份在 `role_grant`。 */
export const appUser = pgTable(
  'app_user',
  {
    id: uuid('id').primaryKey(),
    openid: text('openid').unique(),
    name: text('name').notNull(),
    phone: text('phone'),
    elderMode: boolean('elder_mode').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('app_user_phone').on(t.phone)],
);

/** Session tokens where the platform does not vouch; stored hashed. */
export const session = pgTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('session_user').on(t.userId)],
);

/** 授权：角色 × 区划或组织 × 有效期。Read at every request. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    role: text('role').notNull(),
    regionCode: codeText('region_code'),
    organizationId: uuid('organization_id'),
    validFrom: codeText('valid_from').notNull(),
    validTo: codeText('valid_to'),
    grantedBy: uuid('granted_by'),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    index('role_grant_user').on(t.userId),
    index('role_grant_region').on(t.role, t.regionCode),
    index('role_grant_organization').on(t.organizationId),
  ],
);
