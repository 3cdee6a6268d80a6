import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, type PropsWithChildren, type ReactNode } from 'react';
import { useElderMode } from '@/hooks/useElderMode';
import { useNetwork } from '@/hooks/useNetwork';
import { a11y, pressable } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';
import { OutboxBanner } from './OutboxBanner';
import { Toast } from './Toast';

export interface PageProps {
  title: string;
  /** One line under the title */
  note?: ReactNode;
  /** Fixed at the foot: `ActionBar` or `ButtonBar` */
  bar?: ReactNode;
  /** Uses the whole width of a desk's screen */
  wide?: boolean;
  /** Without the 长辈版 switch, where room is short */
  noSwitch?: boolean;
}

function ElderSwitch() {
  const { elder, setElder } = useElderMode();
  return (
    <View
      className="sl-page__switch sl-press"
      {...pressable(() => setElder(!elder), {
        role: 'switch',
        checked: elder,
        label: elder ? '换回标准版' : '换成长辈版，字更大',
      })}
    >
      <Icon name="text" size="small" />
      <Text>{elder ? '标准版' : '长辈版'}</Text>
    </View>
  );
}

function BackButton() {
  const isDeep = process.env.TARO_ENV === 'h5' && Taro.getCurrentPages().length > 1;
  if (!isDeep) return null;
  return (
    <View className="sl-page__back sl-press" {...pressable(() => void Taro.navigateBack(), { label: '返回上一页' })}>
      <Icon name="left" />
    </View>
  );
}

/** Every page's root: tokens, title, 长辈版 switch, network and outbox lines, toast, room for the bar. */
export function Page({ title, note, bar, wide, noSwitch, children }: PropsWithChildren<PageProps>) {
  const { elder } = useElderMode();
  const connected = useNetwork();
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') document.title = `${title}｜社邻`;
  }, [title]);
  return (
    <View className={classes('sl-page', elder && 'sl-elder', wide && 'sl-page--wide', Boolean(bar) && 'sl-page--bar')}>
      {connected ? null : (
        <View className="sl-banner" {...a11y({ role: 'status', live: 'polite' })}>
          <Icon name="wifiOff" size="small" />
          <Text>现在没有网络，可以先看、先填，有网后再提交</Text>
        </View>
      )}
      <OutboxBanner />
      <View className="sl-page__body">
        <View className="sl-page__head">
          <BackButton />
          <View className="grow">
            <View className="t-page" {...a11y({ role: 'heading', level: 1 })}>
              {title}
            </View>
            {note ? <View className="c-2">{note}</View> : null}
          </View>
          {noSwitch ? null : <ElderSwitch />}
        </View>
        {children}
      </View>
      {bar}
      <Toast />
    </View>
  );
}
