import { View } from '@tarojs/components';
import { filingQueueLabels } from '@shared/modules/filing/labels';
import { filingQueues, type FilingQueue } from '@shared/modules/filing/status';
import { pressable } from '@/components/a11y';
import { classes } from '@/components/classes';
import type { Desk } from '../useDesk';

const urgent: readonly FilingQueue[] = ['dueSoon', 'overdue'];

/** The queues with their counts: a column beside the list, a scrolling row on the phone. */
export function QueueNav({ desk }: { desk: Desk }) {
  const counts = desk.counts.data?.counts;
  return (
    <View className="desk-queues">
      {filingQueues.map((queue) => {
        const count = counts?.[queue] ?? 0;
        const label = filingQueueLabels[queue];
        return (
          <View
            key={queue}
            className={classes(
              'desk-queue',
              'sl-press',
              queue === desk.queue && 'desk-queue--on',
              urgent.includes(queue) && count > 0 && 'desk-queue--urgent',
            )}
            {...pressable(() => desk.openQueue(queue), {
              label: `${label}，${count} 件`,
              selected: queue === desk.queue || undefined,
            })}
          >
            <View className="grow">{label}</View>
            <View className="desk-queue__count">{counts ? count : '…'}</View>
          </View>
        );
      })}
    </View>
  );
}
