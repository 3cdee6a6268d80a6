import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export interface NoteProps {
  tone?: 'info' | 'ok' | 'warn' | 'danger' | 'accent';
  icon?: IconName;
  title?: string;
}

const icons = { info: 'info', ok: 'checkCircle', warn: 'warn', danger: 'crossCircle', accent: 'bell' } as const;

/** A sentence set apart: what happened, what it means, what to do. */
export function Note({ tone = 'info', icon = icons[tone], title, children }: PropsWithChildren<NoteProps>) {
  return (
    <View className={classes('sl-note', `sl-note--${tone}`)} {...a11y(tone === 'danger' ? { role: 'alert' } : {})}>
      <Icon name={icon} />
      <View className="grow stack-tight">
        {title ? <View className="t-strong">{title}</View> : null}
        {children ? <View className="c-1">{children}</View> : null}
      </View>
    </View>
  );
}
