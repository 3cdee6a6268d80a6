import { View } from '@tarojs/components';
import { useState } from 'react';
import { filingKindLabels, filingStatusLabels } from '@shared/modules/filing/labels';
import { emptyQueueWords } from '@shared/modules/filing/queues';
import type { FilingLine } from '@shared/modules/filing/schema';
import { pressable } from '@/components/a11y';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { ClockChip } from '@/components/ClockChip';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { TextInput } from '@/components/TextInput';
import type { Desk } from '../useDesk';
import { BulkAccept } from './BulkAccept';
import { Pager } from './Pager';

function Line({ line, desk }: { line: FilingLine; desk: Desk }) {
  const selected = line.id === desk.selectedId;
  const words = [line.name, filingKindLabels[line.kind], line.clock?.text].filter(Boolean).join('，');
  return (
    <View
      className={classes('desk-line', 'sl-press', selected && 'desk-line--on')}
      {...pressable(() => desk.select(line.id), { label: words, selected: selected || undefined })}
    >
      <View className="row row-between row-top">
        <View className="t-strong grow">{line.name || '（还没有名称）'}</View>
        <ClockChip clock={line.clock} />
      </View>
      <View className="t-small c-2">
        {filingKindLabels[line.kind]} · {line.communityName}
        {line.categoryLabel ? ` · ${line.categoryLabel}` : ''}
      </View>
      <View className="row row-wrap desk-tags">
        <Tag text={filingStatusLabels[line.status]} />
        {line.claimedBy ? <Tag text={`${line.claimedBy.name}在办`} icon="user" /> : null}
        {line.countersign === 'pending' ? <Tag tone="info" text="待会签" icon="stamp" /> : null}
        {line.simple && line.status === 'submitted' ? <Tag tone="ok" text="材料齐、无重复" /> : null}
      </View>
    </View>
  );
}

/** The cases of a queue, the most pressing first. */
export function QueueList({ desk }: { desk: Desk }) {
  const [typed, setTyped] = useState(desk.text);
  const empty = desk.text
    ? { text: `没有名称里带“${desk.text}”的件`, action: { label: '看全部', onPress: () => desk.search('') } }
    : { text: emptyQueueWords[desk.queue], icon: 'checkCircle' as const };
  return (
    <View className="stack">
      <View className="row">
        <View className="grow">
          <TextInput
            value={typed}
            onChange={setTyped}
            label="按名称找"
            placeholder="按名称找"
            icon="search"
            onDone={() => desk.search(typed.trim())}
          />
        </View>
        <Button small kind="quiet" label="找" onPress={() => desk.search(typed.trim())} />
      </View>
      <BulkAccept desk={desk} />
      <QueryView query={desk.list} empty={empty}>
        {(data) => (
          <>
            <View className="desk-lines">
              {data.items.map((line) => (
                <Line key={line.id} line={line} desk={desk} />
              ))}
            </View>
            <Pager
              page={data.page}
              pageSize={data.pageSize}
              total={data.total}
              totalIsExact={data.totalIsExact}
              onPage={desk.setPage}
            />
          </>
        )}
      </QueryView>
    </View>
  );
}
