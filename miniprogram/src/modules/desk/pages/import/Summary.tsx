import { View } from '@tarojs/components';
import { importReasonLabels, type ImportReason } from '@shared/modules/ledger/reasons';
import type { Report } from './useImport';

const isReason = (word: string): word is ImportReason => word in importReasonLabels;

/** 「日期不对 23 · 查不到这个社区（村） 2」 */
const reasonWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${isReason(reason) ? importReasonLabels[reason] : '其他'} ${count}`)
    .join(' · ');

function Stat({ label, count, note, tone }: { label: string; count: number; note: string; tone?: string }) {
  return (
    <View className="staff-stat">
      <View className="t-strong">{label}</View>
      <View className={tone && count > 0 ? `staff-stat__number ${tone}` : 'staff-stat__number'}>{count}</View>
      <View className="t-small c-2">{note}</View>
    </View>
  );
}

/** What becomes, or became, of the rows of a file. */
export function Summary({ report, done }: { report: Report; done?: boolean }) {
  const count = (outcome: string) => report.rows.filter((row) => row.outcome === outcome).length;
  return (
    <View className="staff-stats">
      <Stat
        label={done ? '已导入' : '可以导入'}
        count={report.imported}
        note={done ? '已经进了台账' : '没有问题，直接进台账'}
        tone="c-ok"
      />
      <Stat label="需要核实" count={count('review')} note={reasonWords(report.review) || '没有'} tone="c-warn" />
      <Stat label="不能导入" count={count('rejected')} note={reasonWords(report.rejected) || '没有'} tone="c-danger" />
      <Stat label="已在台账" count={report.alreadyThere} note="以前导入过，不会重复" />
      <Stat label="略过" count={report.ignored} note="合计、说明这样的行" />
    </View>
  );
}
