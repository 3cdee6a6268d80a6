import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatFullDate, todayIn } from '@shared/kernel/civilDate';
import { wholeCountry } from '@shared/kernel/regionScope';
import type { Output } from '@shared/contract';
import type { RuleSet } from '@shared/modules/filing/ruleSet';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { WideSplit } from '@/components/WideSplit';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { useWide } from '@/hooks/useWide';
import { useActor } from '../../useActor';
import { RuleSetEditor } from './RuleSetEditor';
import { RuleSetRecord } from './RuleSetRecord';
import '../../staff.css';

type Listed = Output<'ruleSet.list'>['items'][number];

function RuleSetCell({
  item,
  followed,
  selected,
  onPress,
}: {
  item: Listed;
  followed: boolean;
  selected: boolean;
  onPress: () => void;
}) {
  return (
    <Cell
      selected={selected}
      label={item.data.title}
      title={<View className="t-strong">{item.data.title}</View>}
      note={
        <View className="stack-tight">
          <View>
            {item.regionName} · {formatFullDate(item.data.effectiveOn)} 起施行
          </View>
          {followed ? (
            <View className="row row-wrap">
              <Tag tone="ok" text="本地正在用" />
            </View>
          ) : null}
        </View>
      }
      onPress={onPress}
    />
  );
}

/** 备案办法：条件、材料、时限、编号、清单。县、市民政可以改，改动是新的一版。 */
export default function RuleSetsPage() {
  const wide = useWide();
  const { hat } = useSession();
  const { may } = useActor();
  const region = hat?.regionCode ?? null;
  const list = useQuery('ruleSet.list', {});
  const followed = useQuery('ruleSet.forRegion', { regionCode: region ?? wholeCountry }, { enabled: region !== null });
  const [chosenId, choose] = useState<string>();
  const [editing, setEditing] = useState<RuleSet>();
  const items = list.data?.items ?? [];
  const shownId = chosenId ?? (wide ? followed.data?.id : undefined);
  const shown = items.find(({ id }) => id === shownId);
  const own = items.some(({ data }) => data.regionCode === region);
  const base = followed.data;

  const select = (id: string | undefined) => {
    choose(id);
    setEditing(undefined);
  };
  const beginOwn = () => {
    if (!base || !region) return;
    setEditing({
      id: `region-${region}`,
      version: 0,
      data: {
        ...base.data,
        regionCode: region,
        title: `${hat?.regionName ?? ''}社区社会组织备案办法`,
        effectiveOn: todayIn(new Date()),
      },
    });
  };
  const finish = async (saved: RuleSet) => {
    await Promise.all([list.reload(), followed.reload()]);
    select(saved.id);
  };

  const record = editing ? (
    <RuleSetEditor
      key={`${editing.id}-${editing.version}`}
      ruleSet={editing}
      newest={items.find(({ id }) => id === editing.id)}
      onSaved={(saved) => void finish(saved)}
      onCancel={() => setEditing(undefined)}
      onStale={list.reload}
      onRestart={() => setEditing(items.find(({ id }) => id === editing.id))}
    />
  ) : shown ? (
    <View className="stack">
      <View className="row row-wrap row-between">
        {wide ? <View /> : <Button small kind="text" icon="left" label="返回" onPress={() => select(undefined)} />}
        {shown.editable ? (
          <Button small icon="edit" label="修改" onPress={() => setEditing(shown)} />
        ) : (
          <View className="t-small c-2">这一份由上级管，您可以看，不能改</View>
        )}
      </View>
      <RuleSetRecord ruleSet={shown} />
    </View>
  ) : undefined;

  return (
    <Page title="备案办法" note="每个地方按自己的办法办；没有自己的，沿用上一级的" wide>
      <WideSplit
        key={`${editing?.id ?? ''}/${shownId ?? ''}`}
        list={
          <View className="stack">
            <QueryView query={list} empty={{ text: '辖区里还没有办法', icon: 'scale' }}>
              {(data) => (
                <Card flush>
                  {data.items.map((item) => (
                    <RuleSetCell
                      key={item.id}
                      item={item}
                      followed={item.id === base?.id}
                      selected={item.id === shownId && !editing}
                      onPress={() => select(item.id)}
                    />
                  ))}
                </Card>
              )}
            </QueryView>
            {may('ruleSet.save') && list.data && base && !own ? (
              <Card>
                <View className="t-strong">{hat?.regionName}还没有自己的办法</View>
                <View className="c-2">现在沿用“{base.data.title}”。要和它不同，可以照着它另立一份。</View>
                <Button kind="quiet" icon="plus" label="照着它另立一份" onPress={beginOwn} />
              </Card>
            ) : null}
          </View>
        }
        record={record}
        placeholder={<View />}
      />
    </Page>
  );
}
