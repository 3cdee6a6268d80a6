import type { ITouchEvent } from '@tarojs/components';

export type AriaRole =
  | 'button'
  | 'link'
  | 'checkbox'
  | 'radio'
  | 'radiogroup'
  | 'group'
  | 'dialog'
  | 'alert'
  | 'status'
  | 'heading'
  | 'list'
  | 'listitem'
  | 'img'
  | 'navigation'
  | 'progressbar'
  | 'tab'
  | 'tablist'
  | 'switch'
  | 'option'
  | 'listbox'
  | 'region';

export interface A11y {
  /** What a screen reader says instead of the content */
  label?: string;
  role?: AriaRole;
  live?: 'polite' | 'assertive';
  /** Heading level, browser only */
  level?: number;
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  /** Decoration: not read at all */
  hidden?: boolean;
}

const isWeapp = process.env.TARO_ENV === 'weapp';

/** Attributes for a screen reader: WeChat says `aria-role`, browsers say `role`. Spread them on a component. */
export function a11y({
  label,
  role,
  live,
  level,
  checked,
  selected,
  expanded,
  disabled,
  hidden,
}: A11y): Record<string, string> {
  const attributes: Record<string, string | undefined> = isWeapp
    ? { 'aria-label': label, 'aria-role': role, 'aria-live': live }
    : {
        'aria-label': label,
        role,
        'aria-live': live,
        'aria-level': level?.toString(),
        'aria-checked': checked?.toString(),
        ...(role === 'tab' || role === 'option'
          ? { 'aria-selected': selected?.toString() }
          : { 'aria-current': selected ? 'true' : undefined }),
        'aria-expanded': expanded?.toString(),
        'aria-disabled': disabled ? 'true' : undefined,
        'aria-hidden': hidden ? 'true' : undefined,
      };
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A part that scrolls by itself and may hold nothing to press: the keyboard must reach it (browser only). */
export const scrollable = (label: string): Record<string, string> =>
  isWeapp ? {} : { ...a11y({ role: 'region', label }), tabindex: '0' };

type Handler = (event?: ITouchEvent) => void;

/** Makes a View pressable by finger, mouse and keyboard (Tab, Enter, Space in the browser). */
export function pressable(onPress: Handler | undefined, words: A11y = {}): Record<string, unknown> {
  const active = words.disabled ? undefined : onPress;
  const base = { ...a11y({ role: 'button', ...words }), onClick: active };
  if (isWeapp || !onPress) return base;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    active?.();
  };
  return { ...base, tabindex: words.disabled ? '-1' : '0', onKeyDown };
}
