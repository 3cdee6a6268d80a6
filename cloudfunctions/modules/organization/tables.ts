import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { codeText, instant } from '@functions/platform/columns';

/** Public facts of an organization: the directory and the ledger read this, and nothing personal stands in it. */
export const organization = pgTable(
  'organization',
  {
    id: uuid('id').primaryKey(),
    /** registered | filed */
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    /** One- and two-character pieces of the folded name: the substring index, no extension needed */
    nameGrams: text('name_grams').array().notNull(),
    communityCode: codeText('community_code').notNull(),
    category: text('category'),
    categoryLabel: text('category_label'),
    serviceField: text('service_field'),
    /** active | lapsed | cancelled */
    status: text('status').notNull(),
    filingCode: codeText('filing_code'),
    uscc: codeText('uscc'),
    foundedOn: codeText('founded_on'),
    validFrom: codeText('valid_from'),
    validTo: codeText('valid_to'),
    memberCount: integer('member_count'),
    purpose: text('purpose'),
    scope: text('scope'),
    activityArea: text('activity_area'),
    partyMemberCount: integer('party_member_count'),
    partyOrgForm: text('party_org_form'),
    supervisingUnit: text('supervising_unit'),
    industryAuthority: text('industry_authority'),
    registrar: text('registrar'),
    ruleSetId: text('rule_set_id'),
    ruleSetVersion: integer('rule_set_version'),
    /** Where the row came from: `filing`, `import`, `staff` */
    origin: text('origin').notNull(),
    remindedOn: codeText('reminded_on'),
    /** 有效期满前多少日申请延续，按备案时的办法；null：没有写明，按 15 日 */
    renewBeforeDays: integer('renew_before_days'),
    selfCheck: jsonb('self_check').$type<{ checkedOn: string; answers: Record<string, string> }>(),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('organization_name_in_community')
      .on(t.communityCode, t.nameFolded)
      .where(sql`status <> 'cancelled'`),
    uniqueIndex('organization_filing_code').on(t.filingCode),
    uniqueIndex('organization_uscc').on(t.uscc),
    // The list's order: `organization_ledger` on (community_code, id), with covering columns, stands in the migrations;
    // Drizzle has no word for INCLUDE. Beside it `organization_unusual`: what most filters for rare rows ask for.
    index('organization_valid_to')
      .on(t.validTo)
      .where(sql`status = 'active'`),
    // A short pending list (KiB): imports gather their entries, and a search that reads the list reads little. The default of
    // 4 MB stays unmerged where nothing vacuums, and each search would read it.
    index('organization_grams').using('gin', t.nameGrams).with({ fastupdate: true, gin_pending_list_limit: 256 }),
  ],
);

/** Personal facts, apart from the public ones: reached by key and scope only. */
export const organizationPersonal = pgTable(
  'organization_personal',
  {
    organizationId: uuid('organization_id')
      .primaryKey()
      .references(() => organization.id),
    communityCode: codeText('community_code').notNull(),
    leaderName: text('leader_name'),
    leaderIdNumber: text('leader_id_number'),
    leaderPhone: text('leader_phone'),
    venueAddress: text('venue_address'),
    founders: jsonb('founders').$type<{ name: string; idNumber?: string; phone?: string; tags?: string[] }[]>(),
    members: jsonb('members').$type<{ name: string; phone?: string; resident?: boolean }[]>(),
    charter: text('charter'),
    /** 台账备注 */
    ledgerNote: text('ledger_note'),
    /** What else an imported ledger said: further phones, columns of its own, how exactly the founding date is known */
    ledgerExtra: jsonb('ledger_extra').$type<{
      otherPhones?: string[];
      others?: Record<string, string>;
      foundedOnPrecision?: 'month' | 'year';
    }>(),
  },
  (t) => [
    index('organization_personal_leader_id').on(t.leaderIdNumber),
    index('organization_personal_leader_phone').on(t.leaderPhone),
    index('organization_personal_region').on(t.communityCode),
  ],
);
