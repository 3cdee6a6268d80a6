import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { pressable } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export interface TileProps {
  label: string;
  note?: string;
  icon: IconName;
  onPress: () => void;
  /** A whole row: picture left, words right */
  wide?: boolean;
  /** How many wait behind it */
  count?: number;
}

/** The tiles of a home page. */
export const Tiles = ({ children }: PropsWithChildren) => <View className="sl-tiles">{children}</View>;

/** A big target with a picture and a word. */
export function Tile({ label, note, icon, onPress, wide, count }: TileProps) {
  const words = [label, note, count ? `${count} 件` : ''].filter(Boolean).join('，');
  return (
    <View
      className={classes('sl-tile sl-press', wide && 'sl-tile--wide')}
      hoverClass="sl-tile--pressed"
      {...pressable(onPress, { label: words })}
    >
      <View className="sl-tile__icon">
        <Icon name={icon} size="large" />
      </View>
      <View className={wide ? 'grow stack-tight' : 'stack-tight'}>
        <View className="t-strong">{label}</View>
        {note ? <View className="t-small c-2">{note}</View> : null}
      </View>
      {count ? <View className="sl-badge">{count > 99 ? '99+' : String(count)}</View> : null}
      {wide ? <Icon name="right" size="small" /> : null}
    </View>
  );
}
