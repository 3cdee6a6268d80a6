import { categoryFinder } from '@shared/modules/ledger/categories';
import { emptyCell, type SheetCell } from '@shared/modules/ledger/cells';
import type { ImportContext, ReadRow } from '@shared/modules/ledger/importRows';
import { readLedger, type ReadLedger } from '@shared/modules/ledger/readLedger';

export const dongyingCategories = [
  { code: 'peopleService', label: '为民服务' },
  { code: 'charity', label: '公益慈善' },
  { code: 'cultureSports', label: '文体活动' },
  { code: 'mediation', label: '专业调处' },
  { code: 'mutualAid', label: '邻里互助' },
];

/** Two streets and their communities, one name in both. */
const communities: Record<string, string> = {
  '文汇街道/东旭社区': '370502001028',
  '文汇街道/王庄村': '370502001201',
  '牛庄镇/王庄村': '370502100201',
  '牛庄镇/陈庄村': '370502100202',
};

export const aContext = (changes: Partial<ImportContext> = {}): ImportContext => ({
  today: '2026-11-22',
  communityOf: (community, street) => {
    const fits = Object.keys(communities).filter(
      (key) => key.endsWith(`/${community}`) && (street === '' || key.startsWith(`${street}/`)),
    );
    return fits.length === 1 ? communities[fits[0] ?? ''] : undefined;
  },
  categoryOf: categoryFinder(dongyingCategories),
  ...changes,
});

type Value = string | number | null | SheetCell;

/** Cells from plain values: text, number, nothing. */
export const cells = (...values: Value[]): SheetCell[] =>
  values.map((value) =>
    value === null || value === ''
      ? emptyCell
      : typeof value === 'string'
        ? { kind: 'text', text: value }
        : typeof value === 'number'
          ? { kind: 'number', value }
          : value,
  );

/** Reads a ledger with the given header, or fails the test. */
export function ledgerOf(
  rows: SheetCell[][],
  changes: Partial<ImportContext> = {},
  mapping?: ReadLedger['mapping'],
): ReadLedger {
  const ledger = readLedger(rows, aContext(changes), mapping);
  if (!ledger) throw new Error('No header found');
  return ledger;
}

const usual = [
  '组织名称',
  '组织类别',
  '负责人',
  '身份证号',
  '联系电话',
  '成员人数',
  '所属街道',
  '所属社区',
  '成立时间',
] as const;
const good: Record<(typeof usual)[number], Value> = {
  组织名称: '东旭社区书画社',
  组织类别: '文体活动',
  负责人: '陈晓东',
  身份证号: '11010519491231002X',
  联系电话: '15819713726',
  成员人数: 36,
  所属街道: '文汇街道',
  所属社区: '东旭社区',
  成立时间: '2019-05-14',
};

/** A good row with these cells changed. */
export const aRow = (changes: Partial<Record<(typeof usual)[number], Value>> = {}): SheetCell[] =>
  cells(...usual.map((header) => (header in changes ? (changes[header] ?? null) : good[header])));

/** Rows read under the usual header. */
export const rowsOf = (rows: SheetCell[][], changes: Partial<ImportContext> = {}): ReadRow[] =>
  ledgerOf([cells(...usual), ...rows], changes).rows;

/** The only row of a ledger. */
export function rowOf(changes: Parameters<typeof aRow>[0], context: Partial<ImportContext> = {}): ReadRow {
  const [row] = rowsOf([aRow(changes)], context);
  if (!row) throw new Error('The row is blank');
  return row;
}
