import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pressable } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export interface CellProps {
  title: ReactNode;
  /** Second line */
  note?: ReactNode;
  /** Right of the title */
  value?: ReactNode;
  icon?: IconName;
  onPress?: () => void;
  /** Chosen in a list beside its record */
  selected?: boolean;
  disabledReason?: string;
  /** Read aloud; needed when the title is not plain text */
  label?: string;
  /** No arrow although pressable */
  plain?: boolean;
}

/** One row of a list. Put several into `<Card flush>`. */
export function Cell({ title, note, value, icon, onPress, selected, disabledReason, label, plain }: CellProps) {
  const off = Boolean(disabledReason);
  const words =
    label ??
    (typeof title === 'string'
      ? [title, typeof value === 'string' ? value : ''].filter(Boolean).join('，')
      : undefined);
  return (
    <View
      className={classes(
        'sl-cell',
        onPress && !off && 'sl-press',
        selected && 'sl-cell--selected',
        off && 'sl-cell--off',
      )}
      hoverClass={onPress && !off ? 'sl-cell--pressed' : 'none'}
      {...(onPress ? pressable(onPress, { label: words, disabled: off, selected: selected || undefined }) : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      <View className="grow stack-tight">
        <View>{title}</View>
        {note || disabledReason ? <View className="t-small c-2">{disabledReason ?? note}</View> : null}
      </View>
      {value !== undefined && value !== null ? <View className="c-2 no-shrink">{value}</View> : null}
      {onPress && !plain ? <Icon name="right" size="small" /> : null}
    </View>
  );
}
