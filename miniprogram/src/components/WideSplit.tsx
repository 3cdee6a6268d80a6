import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWide } from '@/hooks/useWide';
import { scrollable } from './a11y';

export interface WideSplitProps {
  /** Narrow first column: queues with counts */
  side?: ReactNode;
  list: ReactNode;
  /** What is chosen in the list; on a phone shown instead of the list, or on a page of its own */
  record?: ReactNode;
  /** Shown beside the list while nothing is chosen */
  placeholder?: ReactNode;
}

/** Queues, list and record side by side from 1024 px on; below, the record takes the place of the list. */
export function WideSplit({ side, list, record, placeholder }: WideSplitProps) {
  const wide = useWide();
  if (!wide)
    return (
      <View className="sl-split">
        {record ?? (
          <>
            {side}
            {list}
          </>
        )}
      </View>
    );
  return (
    <View className="sl-split">
      {side ? <View className="sl-split__side">{side}</View> : null}
      <View className="sl-split__list">{list}</View>
      <View className="sl-split__record" {...scrollable('详细内容')}>
        {record ?? placeholder}
      </View>
    </View>
  );
}
