import { Text, View } from '@tarojs/components';
import { formatInstant } from '@shared/kernel/civilDate';
import type { TimelineEntry } from '@shared/kernel/timeline';
import { a11y } from './a11y';
import { Empty } from './QueryView';

export interface TimelineProps {
  /** Newest first, as the server gives them */
  entries: readonly TimelineEntry[];
}

/** A record's history: what, who, when, why. */
export function Timeline({ entries }: TimelineProps) {
  if (entries.length === 0) return <Empty icon="clock" text="还没有办理记录" />;
  const now = new Date();
  return (
    <View className="sl-timeline" {...a11y({ role: 'list' })}>
      {entries.map((entry, index) => (
        <View key={entry.id} className="sl-event" {...a11y({ role: 'listitem' })}>
          <View className="sl-event__rail">
            <View className="sl-event__dot" />
            {index < entries.length - 1 ? <View className="sl-event__line" /> : null}
          </View>
          <View className="grow">
            <View className="t-strong">{entry.title}</View>
            <View className="t-small c-2">
              <Text>
                {entry.actorName}
                {entry.hatLabel ? `（${entry.hatLabel}）` : ''} {formatInstant(new Date(entry.at), now)}
              </Text>
            </View>
            {entry.changed.length ? <View className="t-small c-2">改了：{entry.changed.join('、')}</View> : null}
            {entry.note ? <View>{entry.note}</View> : null}
          </View>
        </View>
      ))}
    </View>
  );
}
