import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { pressable } from './a11y';
import { classes } from './classes';

export interface CardProps {
  onPress?: () => void;
  /** Read aloud when the card is pressable */
  label?: string;
  /** Waits for *you*: a mark at its edge, sparingly */
  accent?: boolean;
  /** Without padding, for cells inside */
  flush?: boolean;
}

/** A card; with `onPress` the whole card is the target. */
export function Card({ onPress, label, accent, flush, children }: PropsWithChildren<CardProps>) {
  const className = classes('sl-card', accent && 'sl-card--accent', flush && 'sl-card--flush', onPress && 'sl-press');
  if (!onPress) return <View className={className}>{children}</View>;
  return (
    <View className={className} hoverClass="sl-card--pressed" {...pressable(onPress, { label })}>
      {children}
    </View>
  );
}
