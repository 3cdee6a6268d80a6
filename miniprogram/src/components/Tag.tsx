import { Text, View } from '@tarojs/components';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export type Tone = 'plain' | 'ok' | 'warn' | 'danger' | 'info' | 'accent';

export interface TagProps {
  text: string;
  tone?: Tone;
  icon?: IconName;
}

const toneIcons: Record<Tone, IconName | undefined> = {
  plain: undefined,
  ok: 'checkCircle',
  warn: 'warn',
  danger: 'crossCircle',
  info: 'info',
  accent: 'bell',
};

/** A short word with its icon: never colour alone. */
export function Tag({ text, tone = 'plain', icon = toneIcons[tone] }: TagProps) {
  return (
    <View className={classes('sl-tag', `sl-tag--${tone}`)}>
      {icon ? <Icon name={icon} size="small" /> : null}
      <Text>{text}</Text>
    </View>
  );
}
