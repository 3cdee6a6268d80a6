import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { a11y, pressable } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';
import { closeToast, toastStore } from './toastStore';

const icons = { ok: 'checkCircle', warn: 'warn', danger: 'crossCircle' } as const;
const shownMs = { ok: 3_000, warn: 5_000, danger: 9_000 };

/** The line at the foot of a page; `Page` brings it. Say something with `toast(text, kind)`. */
export function Toast() {
  const { text, kind, serial } = toastStore();
  useEffect(() => {
    if (!text) return undefined;
    const timer = setTimeout(closeToast, shownMs[kind]);
    return () => clearTimeout(timer);
  }, [text, kind, serial]);
  if (!text) return null;
  return (
    <View
      className={classes('sl-toast', `sl-toast--${kind}`)}
      {...a11y({ role: kind === 'danger' ? 'alert' : 'status', live: 'polite' })}
    >
      <Icon name={icons[kind]} />
      <View className="grow">{text}</View>
      <View className="sl-press" {...pressable(closeToast, { label: '关闭提示' })}>
        <Icon name="cross" size="small" />
      </View>
    </View>
  );
}
