import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import { dropQueued, flushOutbox, outboxStore } from '@/client/outbox';
import { a11y, pressable } from './a11y';
import { Button } from './Button';
import { Card } from './Card';
import { Icon } from './Icon';
import { Sheet } from './Sheet';

/** What waits for the network: a line on every page, a sheet with each command behind it. */
export function OutboxBanner() {
  const { items, sending } = outboxStore();
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  const refused = items.filter((item) => item.refusal).length;
  const words = refused ? `${refused} 件没有送成，请看看原因` : `${items.length} 件等有网时自动送出`;
  return (
    <>
      <View className="sl-banner sl-press" {...pressable(() => setOpen(true), { label: `待发送，${words}` })}>
        <Icon name="send" size="small" />
        <View className="grow" {...a11y({ live: 'polite' })}>
          {words}
        </View>
        <Icon name="right" size="small" />
      </View>
      {isOpen ? (
        <Sheet
          title="待发送"
          onClose={() => setOpen(false)}
          foot={<Button label="现在就送" icon="send" onPress={() => void flushOutbox()} loading={sending} />}
        >
          {items.map((item) => (
            <Card key={item.requestId} accent={Boolean(item.refusal)}>
              <View className="t-strong">{item.title}</View>
              <View className="t-small c-2">{formatInstant(new Date(item.queuedAt), new Date())} 存下</View>
              {item.refusal ? <View className="c-danger">{item.refusal}</View> : null}
              <Button small kind="danger" label="不送了，删掉" onPress={() => dropQueued(item.requestId)} />
            </Card>
          ))}
        </Sheet>
      ) : null}
    </>
  );
}
