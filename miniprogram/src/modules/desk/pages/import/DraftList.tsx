import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import type { RegionCode } from '@shared/kernel/regionScope';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import type { QueryState } from '@/hooks/useQuery';
import type { Output } from '@shared/contract';
import { importReasonLabels, type ImportReason } from '@shared/modules/ledger/reasons';
import { Pager } from '../../components/Pager';
import { DraftForm, type Draft } from './DraftForm';

const labelOf = (reason: string): string => importReasonLabels[reason as ImportReason] ?? '要核实';

/** 待核实的行：一行一行补好、改好，再进台账。 */
export function DraftList({
  drafts,
  within,
  onPage,
}: {
  drafts: QueryState<Output<'ledger.drafts'>>;
  within: RegionCode | null;
  onPage: (page: number) => void;
}) {
  const [open, setOpen] = useState<Draft>();
  /** The next row comes up at once: fifty rows are not fifty times found again. */
  const finish = async () => {
    const items = drafts.data?.items ?? [];
    setOpen(items[items.findIndex(({ id }) => id === open?.id) + 1]);
    await drafts.reload();
  };
  return (
    <>
      <QueryView query={drafts} empty={{ text: '没有要核实的行', icon: 'checkCircle' }}>
        {(data) => (
          <View className="stack">
            <Card flush>
              {data.items.map((draft) => (
                <Cell
                  key={draft.id}
                  label={`核实${draft.values.name ?? '没有名称的一行'}`}
                  title={<View className="t-strong">{draft.values.name || '（没有名称）'}</View>}
                  note={
                    <View className="stack-tight">
                      <View className="row row-wrap">
                        {draft.reasons.map((reason) => (
                          <Tag key={reason} tone="warn" text={labelOf(reason)} />
                        ))}
                      </View>
                      <View>
                        {draft.fileName} 第 {draft.row} 行 · {formatInstant(new Date(draft.createdAt), new Date())} 导入
                      </View>
                    </View>
                  }
                  onPress={() => setOpen(draft)}
                />
              ))}
            </Card>
            <Pager
              page={data.page}
              pageSize={data.pageSize}
              total={data.total}
              totalIsExact={data.totalIsExact}
              onPage={onPage}
            />
          </View>
        )}
      </QueryView>
      {open ? (
        <DraftForm
          key={open.id}
          draft={open}
          waiting={drafts.data ? `${drafts.data.total}${drafts.data.totalIsExact ? '' : '+'}` : ''}
          within={within}
          onClose={() => setOpen(undefined)}
          onDone={finish}
        />
      ) : null}
    </>
  );
}
