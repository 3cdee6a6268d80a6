import { View } from '@tarojs/components';
import { a11y, pressable } from '@/components/a11y';
import { classes } from '@/components/classes';

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  /** Shown after the label */
  count?: number;
}

export interface SegmentsProps<Value extends string> {
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  label: string;
}

/** A few ways of looking at the same page, one of them open. */
export function Segments<Value extends string>({ segments, value, onChange, label }: SegmentsProps<Value>) {
  return (
    <View className="staff-segments" {...a11y({ role: 'tablist', label })}>
      {segments.map((segment) => {
        const words = segment.count === undefined ? segment.label : `${segment.label} ${segment.count}`;
        return (
          <View
            key={segment.value}
            className={classes('staff-segment sl-press', segment.value === value && 'staff-segment--on')}
            {...pressable(() => onChange(segment.value), {
              role: 'tab',
              label: words,
              selected: segment.value === value,
            })}
          >
            {words}
          </View>
        );
      })}
    </View>
  );
}
