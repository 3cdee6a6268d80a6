import type { SheetCell } from '@shared/modules/ledger/cells';
import { importReport } from '@shared/modules/ledger/importReport';
import {
  importReasonAdvice,
  importReasonLabels,
  importReasons,
  type ImportReason,
} from '@shared/modules/ledger/reasons';
import { aRow, cells, ledgerOf, rowOf, rowsOf } from './support';

const formula = (text: string): SheetCell => ({
  kind: 'formula',
  formula: 'A1',
  result: text === '' ? { kind: 'empty' } : { kind: 'text', text },
});

describe('one row', () => {
  it('is imported when everything in it can be read', () =>
    expect(rowOf({})).toMatchObject({ row: 2, outcome: 'imported', reasons: [], problems: [] }));

  it.each<[ImportReason, Parameters<typeof rowOf>[0]]>([
    ['invalidPhone', { 联系电话: '158621624' }],
    ['invalidIdNumber', { 身份证号: '110105194912310021' }],
    ['lossyNumber', { 身份证号: 370502197506236100 }],
    ['lossyNumber', { 身份证号: '3.70502E+17' }],
    ['lossyNumber', { 身份证号: '370502197506236000' }],
    ['lossyNumber', { 成立时间: 2019.1 }],
    ['invalidDate', { 成立时间: '2021年13月' }],
    ['invalidDate', { 成立时间: '2027-01-01' }],
    ['unknownCommunity', { 所属社区: '星河湾第九社区' }],
    ['missingCommunity', { 所属社区: '' }],
    ['unknownCategory', { 组织类别: '水上运动' }],
    ['invalidCount', { 成员人数: '若干' }],
    ['suspectName', { 组织名称: '阳光о社' }],
    ['suspectName', { 组织名称: '社'.repeat(41) }],
    ['formulaCell', { 组织名称: formula('') }],
    ['formulaCell', { 联系电话: { kind: 'error', text: '#REF!' } as const }],
    ['textTooLong', { 负责人: '长'.repeat(51) }],
  ])('is kept for review as %s', (reason, changes) => {
    const row = rowOf(changes);
    expect(row).toMatchObject({ outcome: 'review', reasons: [reason] });
    expect(row.problems).toHaveLength(1);
  });

  it('is rejected without a name, and says so only', () =>
    expect(rowOf({ 组织名称: ' \u200b ', 联系电话: '1' })).toMatchObject({
      outcome: 'rejected',
      reasons: ['missingName'],
    }));

  it('names several reasons in their order, each with the text of its cell', () => {
    const row = rowOf({ 联系电话: '158621624', 所属社区: '星河湾第九社区', 身份证号: 370502197506236100 });
    expect(row.reasons).toEqual(['unknownCommunity', 'lossyNumber', 'invalidPhone']);
    expect(Object.fromEntries(row.problems.map(({ field, text }) => [field, text]))).toEqual({
      community: '星河湾第九社区',
      leaderIdNumber: '370502197506236100',
      leaderPhone: '158621624',
    });
  });

  it('reads full-width digits, blanks, dashes, placeholders and several numbers', () => {
    expect(
      rowOf({ 成员人数: '２９人', 负责人: ' 陈　晓东 ', 联系电话: '153 8615-6731/0546-8381234', 身份证号: '无' })
        .record,
    ).toMatchObject({
      memberCount: 29,
      leaderName: '陈晓东',
      leaderPhone: '15386156731',
      otherPhones: ['05468381234'],
      leaderIdNumber: undefined,
    });
    expect(rowOf({ 联系电话: 15386156731, 身份证号: "'11010519491231002x" }).record).toMatchObject({
      leaderPhone: '15386156731',
      leaderIdNumber: '11010519491231002X',
    });
    expect(rowOf({ 联系电话: '13812345678 0546-8381234' }).record).toMatchObject({
      leaderPhone: '13812345678',
      otherPhones: ['05468381234'],
    });
  });

  it('keeps a formula typed as text, and takes the stored value of a real one', () => {
    const row = rowOf({ 组织名称: formula('东旭社区书画社'), 负责人: '=HYPERLINK("http://x.example","点我")' });
    expect(row.outcome).toBe('imported');
    expect(row.record).toMatchObject({ name: '东旭社区书画社', leaderName: '=HYPERLINK("http://x.example","点我")' });
  });

  it('understands categories of other offices by their meaning', () => {
    expect(rowOf({ 组织类别: '文体类' }).record.category).toBe('cultureSports');
    expect(rowOf({ 组织类别: '文体娱乐' }).record.category).toBe('cultureSports');
  });

  it('uses the street to tell two communities of one name apart, also when it stands in the same cell', () => {
    expect(rowOf({ 所属街道: '牛庄镇', 所属社区: '王庄村' }).record.regionCode).toBe('370502100201');
    expect(rowOf({ 所属街道: '', 所属社区: '牛庄镇王庄村' }).record.regionCode).toBe('370502100201');
    expect(rowOf({ 所属街道: '', 所属社区: '王庄村' }).reasons).toEqual(['unknownCommunity']);
  });

  it('stands in the community of the import where rows name none', () =>
    expect(rowOf({ 所属社区: '' }, { defaultRegion: '370502001028' })).toMatchObject({
      outcome: 'imported',
      record: { regionCode: '370502001028' },
    }));
});

describe('rows together', () => {
  it('keeps the first of two groups of one folded name in one community', () => {
    const rows = rowsOf([
      aRow(),
      aRow({ 组织名称: '东旭社区（书画社）　', 负责人: '王丽' }),
      aRow({ 组织名称: '东旭社区书画社', 所属街道: '牛庄镇', 所属社区: '陈庄村' }),
    ]);
    expect(rows.map(({ reasons }) => reasons)).toEqual([[], ['duplicateInFile'], []]);
    expect(rows[1]?.problems[0]?.text).toContain('第 2 行');
  });

  it('passes over blank rows, sums, notes and a header printed again', () => {
    const again = cells(
      '组织名称',
      '组织类别',
      '负责人',
      '身份证号',
      '联系电话',
      '成员人数',
      '所属街道',
      '所属社区',
      '成立时间',
    );
    const rows = rowsOf([
      aRow(),
      [],
      cells('', '　'),
      again,
      aRow({ 组织名称: '合计志愿队' }),
      cells('合计', '', '', '', '', 72),
      cells('填表人：王工', '', '', '审核人：李工'),
    ]);
    expect(rows.map(({ row, outcome, reasons }) => [row, outcome, ...reasons])).toEqual([
      [2, 'imported'],
      [5, 'ignored', 'headerRow'],
      [6, 'imported'],
      [7, 'ignored', 'totalRow'],
      [8, 'ignored', 'noteRow'],
    ]);
  });

  it('sets a group aside that the ledger has, and passes over a row an earlier run took in', () => {
    const [first] = rowsOf([aRow()]);
    expect(
      rowOf({}, { isInLedger: (name, region) => name === '东旭社区书画社' && region === '370502001028' }).reasons,
    ).toEqual(['duplicateInLedger']);
    expect(
      rowOf({}, { isInLedger: () => true, isAlreadyImported: (fingerprint) => fingerprint === first?.fingerprint }),
    ).toMatchObject({ outcome: 'ignored', reasons: ['alreadyImported'] });
  });

  it('gives two wholly equal rows different fingerprints, and the serial number does not count', () => {
    const rows = rowsOf([aRow(), aRow()]);
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    const numbered = (serial: number) =>
      ledgerOf([cells('序号', '组织名称', '联系电话'), cells(serial, '甲社', '15819713726')]).rows[0]?.fingerprint;
    expect(numbered(1)).toBe(numbered(7));
  });
});

describe('other layouts', () => {
  it('keeps columns that belong to no field under their own header', () => {
    const { rows } = ledgerOf([
      cells('队伍名称', '村（社区）', '负责人及联系电话', '星级', null),
      cells('秧歌队', '东旭社区', '王丽：138-1234-5678', '三星', '另注'),
    ]);
    expect(rows[0]).toMatchObject({
      outcome: 'imported',
      record: {
        name: '秧歌队',
        leaderName: '王丽',
        leaderPhone: '13812345678',
        others: { 星级: '三星', 第5列: '另注' },
      },
    });
  });

  it('obeys a mapping a person corrected', () => {
    const sheet = [cells('组织名称', '负责人', '所属社区'), cells('陈晓东', '秧歌队', '东旭社区')];
    expect(ledgerOf(sheet, {}, { 0: 'leaderName', 1: 'name', 2: 'community' }).rows[0]?.record).toMatchObject({
      name: '秧歌队',
      leaderName: '陈晓东',
    });
  });

  it('counts a row with two reasons under both', () => {
    const report = importReport(
      rowsOf([aRow({ 联系电话: '1', 成立时间: '?' }), aRow({ 组织名称: '乙社', 联系电话: '2' })]),
    );
    expect(report).toMatchObject({
      imported: 0,
      review: { invalidPhone: 2, invalidDate: 1 },
      rejected: {},
      ignored: 0,
    });
  });
});

it('has a label and an advice for every reason', () => {
  for (const reason of importReasons)
    expect([importReasonLabels[reason], importReasonAdvice[reason]]).not.toContain('');
});
