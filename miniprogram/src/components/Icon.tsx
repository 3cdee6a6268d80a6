import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';
import type { IconName } from './iconNames';

export type { IconName };

export interface IconProps {
  name: IconName;
  size?: 'small' | 'large';
  /** Read aloud; without it the icon is decoration */
  label?: string;
}

/** One icon of the line set, in the colour of its text. */
export function Icon({ name, size, label }: IconProps) {
  const words = label ? a11y({ label, role: 'img' }) : a11y({ hidden: true });
  return <View className={classes('sl-icon', `i-${name}`, size && `sl-icon--${size}`)} {...words} />;
}
