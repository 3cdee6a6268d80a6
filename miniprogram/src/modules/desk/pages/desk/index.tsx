import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { Empty } from '@/components/QueryView';
import { WideSplit } from '@/components/WideSplit';
import { useSession } from '@/hooks/useSession';
import { useShortcuts } from '@/hooks/useShortcuts';
import { QueueList } from '../../components/QueueList';
import { QueueNav } from '../../components/QueueNav';
import { RecordPane } from '../../components/RecordPane';
import { useDesk } from '../../useDesk';
import '../../desk.css';

/** 办件台：队列、清单、案卷并排；手机上一样一样看。 */
export default function DeskPage() {
  const { queue, filingId } = useRouter().params;
  const desk = useDesk({ queue, filingId });
  const { hat } = useSession();
  useShortcuts({ j: () => desk.step(1), k: () => desk.step(-1) });

  const record = desk.selectedId ? (
    <View className="desk-record">
      {desk.wide ? null : (
        <Button small kind="text" icon="left" label="返回清单" onPress={() => desk.select(undefined)} />
      )}
      <RecordPane key={desk.selectedId} filingId={desk.selectedId} desk={desk} />
    </View>
  ) : undefined;

  return (
    <Page title="办件台" note={hat ? [hat.roleLabel, hat.regionName].filter(Boolean).join(' · ') : undefined} wide>
      {desk.wide ? (
        <View className="t-small c-3 desk-keys">按键：j 下一件 · k 上一件 · 回车认领 · 1 2 3 办理</View>
      ) : null}
      <WideSplit
        side={<QueueNav desk={desk} />}
        list={<QueueList desk={desk} />}
        record={record}
        placeholder={<Empty icon="files" text="从左边选一件来办" />}
      />
    </Page>
  );
}
