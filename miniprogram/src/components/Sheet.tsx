import { View } from '@tarojs/components';
import { useEffect, type PropsWithChildren, type ReactNode } from 'react';
import { useElderMode } from '@/hooks/useElderMode';
import { a11y, pressable } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';

export interface SheetProps {
  title: string;
  onClose: () => void;
  /** Fixed under the content: the button that finishes */
  foot?: ReactNode;
  /** Whole screen always; in elder mode it is anyway */
  full?: boolean;
}

/** A page over the page: dialog on a wide screen, sheet on a phone, full screen in elder mode. Mount it to open it. */
export function Sheet({ title, onClose, foot, full, children }: PropsWithChildren<SheetProps>) {
  const { elder } = useElderMode();
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const before = document.activeElement;
    const panel = Array.from(document.querySelectorAll<HTMLElement>('.sl-sheet__close')).pop();
    panel?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
    // Focus moves once, when the sheet opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <View className={classes('sl-sheet', (full || elder) && 'sl-sheet--full')}>
      <View className="sl-sheet__panel" {...a11y({ role: 'dialog', label: title })}>
        <View className="sl-sheet__head">
          <View className="t-title grow" {...a11y({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <View className="sl-sheet__close sl-press" {...pressable(onClose, { label: '关闭' })}>
            <Icon name="cross" />
          </View>
        </View>
        <View className="sl-sheet__body">
          <View className="stack">{children}</View>
        </View>
        {foot ? <View className="sl-sheet__foot">{foot}</View> : null}
      </View>
    </View>
  );
}
