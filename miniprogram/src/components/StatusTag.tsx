import { Tag, type Tone } from './Tag';

export interface StatusTagProps<Status extends string> {
  status: Status;
  /** Words of every status: a `Record<Status, string>` of labels, … */
  labels: Record<Status, string>;
  /** … and how the ones that stand out look */
  tones?: Partial<Record<Status, Tone>>;
}

/** The status of a record, in its words. */
export function StatusTag<Status extends string>({ status, labels, tones }: StatusTagProps<Status>) {
  return <Tag text={labels[status]} tone={tones?.[status] ?? 'plain'} />;
}
