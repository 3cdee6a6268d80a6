import { Tag } from './Tag';

export interface ClockChipProps {
  /** What the server counted; null shows nothing */
  clock: { text: string; days: number; overdue: boolean } | null;
}

/** 「还剩 2 个工作日」: calm, then warning in the last two days, then overdue. */
export function ClockChip({ clock }: ClockChipProps) {
  if (!clock) return null;
  const tone = clock.overdue ? 'danger' : clock.days <= 2 ? 'warn' : 'plain';
  return <Tag text={clock.text} tone={tone} icon="clock" />;
}
