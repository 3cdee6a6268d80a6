import { Text, View } from '@tarojs/components';
import { pressable } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export interface ButtonProps {
  /** Says the act: 「提交备案」, not 「确定」 */
  label: string;
  onPress: () => void;
  kind?: 'primary' | 'quiet' | 'danger' | 'text';
  icon?: IconName;
  small?: boolean;
  disabled?: boolean;
  /** Why it cannot be pressed now; shown under it and implies `disabled` */
  disabledReason?: string;
  loading?: boolean;
  /** Read aloud instead of the label, when the label alone is not enough */
  ariaLabel?: string;
  /** Where Taro's browser build puts `ariaLabel`: its compiler renames the attribute on every component */
  'aria-label'?: string;
  id?: string;
}

/** A button. While loading it keeps its size and takes no further tap. */
export function Button({
  label,
  onPress,
  kind = 'primary',
  icon,
  small,
  disabled,
  disabledReason,
  loading,
  ariaLabel,
  'aria-label': renamedLabel,
  id,
}: ButtonProps) {
  const off = Boolean(disabled || disabledReason);
  const press = pressable(onPress, {
    label: ariaLabel ?? renamedLabel ?? (disabledReason ? `${label}，${disabledReason}` : label),
    disabled: off || loading,
  });
  return (
    <View>
      <View
        id={id}
        className={classes(
          'sl-press sl-btn',
          `sl-btn--${kind}`,
          small && 'sl-btn--small',
          off && 'sl-btn--off sl-press--off',
        )}
        hoverClass={off || loading ? 'none' : 'sl-btn--pressed'}
        {...press}
      >
        {loading ? <View className="sl-spin" /> : icon ? <Icon name={icon} size="small" /> : null}
        <Text>{label}</Text>
      </View>
      {disabledReason ? <View className="sl-btn__why">{disabledReason}</View> : null}
    </View>
  );
}
