import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { CoachLine } from '@shared/modules/filing/coach';
import { a11y, pressable } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';

/** 备案助手：按当地办法逐条核对；点一条看依据。 */
export function CoachStrip({ lines }: { lines: readonly CoachLine[] }) {
  const [openId, setOpenId] = useState<string>();
  if (lines.length === 0) return null;
  const missing = lines.filter(({ met }) => !met).length;
  const open = lines.find(({ id }) => id === openId);
  return (
    <View className="filing-coach" {...a11y({ role: 'region', label: '备案助手' })}>
      <View className="t-small t-strong" {...a11y({ role: 'status', live: 'polite' })}>
        {missing === 0 ? '备案条件都满足了' : `备案条件还差 ${missing} 条`}
      </View>
      <View className="filing-coach__lines">
        {lines.map((line) => (
          <View
            key={line.id}
            className={classes(
              'filing-coach__line sl-press',
              line.met && 'filing-coach__line--met',
              line.id === openId && 'filing-coach__line--open',
            )}
            {...pressable(() => setOpenId(line.id === openId ? undefined : line.id), {
              label: `${line.met ? '已满足' : '还没满足'}，${line.sentence}，点开看依据`,
              expanded: line.id === openId,
            })}
          >
            <Icon name={line.met ? 'check' : 'cross'} size="small" />
            <Text>{line.sentence}</Text>
          </View>
        ))}
      </View>
      {open ? (
        <View className="t-small c-2" {...a11y({ live: 'polite' })}>
          依据：{open.source}
        </View>
      ) : null}
    </View>
  );
}
