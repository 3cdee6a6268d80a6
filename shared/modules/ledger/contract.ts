import * as z from 'zod';
import { command, query } from '@shared/kernel/contract';
import { idField, instantField, regionCodeField } from '@shared/kernel/fields';
import { pageInput, pageOf } from '@shared/kernel/paging';
import { plainText } from '@shared/kernel/text';
import { ledgerLine, organizationKinds, organizationStatuses } from '@shared/modules/organization/schema';

/** 台账的筛选条件。All are optional; the hat's region always narrows. */
const ledgerFilter = {
  text: z.string().max(60).default(''),
  regionCode: regionCodeField.optional(),
  kind: z.enum(organizationKinds).optional(),
  category: z.string().max(40).optional(),
  status: z.enum(organizationStatuses).optional(),
  /** Valid until this day or earlier */
  expiringBy: z.iso.date().optional(),
};

const importSource = {
  fileId: idField,
  regionCode: regionCodeField,
  sheet: z.string().max(100).optional(),
  /** Column index (from 0) → field name; without it the proposed mapping is used */
  mapping: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40)).optional(),
};

const importRow = z.strictObject({
  /** Row number as the spreadsheet shows it, from 1 */
  row: z.int(),
  outcome: z.enum(['imported', 'review', 'rejected', 'ignored']),
  reasons: z.array(z.string()),
  /** The reasons as sentences */
  sentences: z.array(z.string()),
  name: z.string(),
  communityName: z.string(),
});

const importReport = {
  imported: z.int(),
  /** Rows already in the ledger from an earlier run: nothing was added for them */
  alreadyThere: z.int(),
  review: z.record(z.string(), z.int()),
  rejected: z.record(z.string(), z.int()),
  ignored: z.int(),
  rows: z.array(importRow),
};

export const ledgerDraft = z.strictObject({
  id: z.string(),
  row: z.int(),
  fileName: z.string(),
  reasons: z.array(z.string()),
  sentences: z.array(z.string()),
  /** What could be read, by field */
  values: z.record(z.string(), z.string()),
  createdAt: instantField,
});

/** 花名册最多读多少行。 */
export const rosterLinesMax = 600;

export const ledgerContract = {
  'ledger.readRoster': query({
    title: '读花名册表格',
    input: z.strictObject({ fileId: idField }),
    /** One line a row, its cells with blanks between: the phone reads it as it reads pasted lines */
    output: z.strictObject({ lines: z.array(z.string()).max(rosterLinesMax) }),
  }),
  'ledger.list': query({
    title: '管理台账',
    input: z.strictObject({ ...ledgerFilter, ...pageInput }),
    output: pageOf(ledgerLine),
  }),
  'ledger.export': command({
    title: '导出台账',
    input: z.strictObject({
      ...ledgerFilter,
      /** With full phone and ID numbers: needs the right and a reason */
      personal: z.boolean().default(false),
      reason: plainText(200).default(''),
    }),
    output: z.strictObject({ url: z.string(), rows: z.int(), expiresAt: instantField }),
  }),
  'ledger.importPreview': query({
    title: '预览导入',
    input: z.strictObject(importSource),
    output: z.strictObject({
      sheets: z.array(z.string()),
      sheet: z.string(),
      headerRow: z.int(),
      columns: z.array(
        z.strictObject({
          index: z.int(),
          header: z.string(),
          field: z.string().nullable(),
          samples: z.array(z.string()),
        }),
      ),
      fields: z.array(z.strictObject({ field: z.string(), label: z.string(), required: z.boolean() })),
      ...importReport,
    }),
  }),
  'ledger.importCommit': command({
    title: '导入台账',
    input: z.strictObject(importSource),
    output: z.strictObject(importReport),
  }),
  'ledger.drafts': query({
    title: '待核实的导入行',
    input: z.strictObject({ ...pageInput }),
    output: pageOf(ledgerDraft),
  }),
  'ledger.resolveDraft': command({
    title: '核实导入行',
    /** `drop`: leave it out for good, with a reason; otherwise the corrected values are checked again */
    input: z.strictObject({
      draftId: idField,
      drop: z.boolean().default(false),
      reason: plainText(200).default(''),
      values: z.record(z.string().max(40), z.string().max(300)).default({}),
    }),
    output: z.strictObject({ outcome: z.enum(['imported', 'dropped']) }),
  }),
};
