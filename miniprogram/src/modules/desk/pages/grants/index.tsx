import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatFullDate, todayIn } from '@shared/kernel/civilDate';
import type { GrantView } from '@shared/modules/user/schema';
import { ButtonBar } from '@/components/ActionBar';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Confirm } from '@/components/Confirm';
import { NameChip } from '@/components/NameChip';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';
import { useQuery } from '@/hooks/useQuery';
import { Pager } from '../../components/Pager';
import { mayGrant } from '@shared/modules/user/rules';
import { useActor } from '../../useActor';
import { GiveSheet } from './GiveSheet';
import '../../staff.css';

const pageSize = 50;

function GrantState({ grant }: { grant: GrantView }) {
  if (grant.withdrawnAt) return <Tag text="已收回" icon="cross" />;
  if (grant.validTo && grant.validTo < todayIn(new Date())) return <Tag tone="warn" text="已过期" />;
  return <Tag tone="ok" text={grant.validTo ? `有效到 ${formatFullDate(grant.validTo)}` : '有效'} />;
}

const placeOf = (grant: GrantView): string => grant.organizationName ?? grant.regionName ?? '不分地区';

function GrantCard({ grant, onWithdraw }: { grant: GrantView; onWithdraw: (() => void) | undefined }) {
  return (
    <Card>
      <View className="row row-between row-top">
        <View className="grow stack-tight">
          <NameChip name={grant.userName} role={grant.roleLabel} />
          <View className="row row-wrap">
            <View className="c-2">{placeOf(grant)}</View>
            <GrantState grant={grant} />
          </View>
          <View className="t-small c-2">{formatFullDate(grant.validFrom)} 起</View>
        </View>
        {onWithdraw ? (
          <Button
            small
            kind="quiet"
            label="收回"
            ariaLabel={`收回${grant.userName}的${grant.roleLabel}身份`}
            onPress={onWithdraw}
          />
        ) : null}
      </View>
    </Card>
  );
}

/** 身份授权：谁在哪里、以什么身份办事；随时可以收回。 */
export default function GrantsPage() {
  const { actor } = useActor();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [isGiving, setGiving] = useState(false);
  const [withdrawing, setWithdrawing] = useState<GrantView>();
  const list = useQuery('grant.list', { text, page, pageSize });
  const perform = useAction({ after: list.reload });
  const search = (next: string) => {
    setTyped(next);
    setText(next.trim());
    setPage(1);
  };
  const withdraw = async ({ id, userName }: GrantView) => {
    if (await perform('grant.withdraw', { grantId: id }, { done: `已收回${userName}的身份` }))
      setWithdrawing(undefined);
  };
  const give = { label: '授予身份', icon: 'plus' as const, onPress: () => setGiving(true) };
  return (
    <Page
      title="身份授权"
      note="谁在哪里、以什么身份办事。收回后下一次操作就不再有效"
      bar={<ButtonBar buttons={[give]} />}
    >
      <View className="row">
        <View className="grow">
          <TextInput
            value={typed}
            onChange={setTyped}
            label="按姓名或手机号找"
            placeholder="姓名或完整的手机号"
            icon="search"
            onDone={() => search(typed)}
          />
        </View>
        <Button kind="quiet" label="找" onPress={() => search(typed)} />
      </View>
      <QueryView
        query={list}
        empty={
          text
            ? { text: `没有找到“${text}”`, icon: 'search', action: { label: '看全部', onPress: () => search('') } }
            : { text: '还没有授予过身份', icon: 'users' }
        }
      >
        {(data) => (
          <View className="stack">
            {data.items.map((grant) => (
              <GrantCard
                key={grant.id}
                grant={grant}
                onWithdraw={
                  grant.withdrawnAt || !mayGrant(actor, grant, grant.userId) ? undefined : () => setWithdrawing(grant)
                }
              />
            ))}
            <Pager
              page={data.page}
              pageSize={data.pageSize}
              total={data.total}
              totalIsExact={data.totalIsExact}
              onPage={setPage}
            />
          </View>
        )}
      </QueryView>
      {isGiving ? (
        <GiveSheet
          actor={actor}
          onClose={() => setGiving(false)}
          onGiven={async () => {
            setGiving(false);
            await list.reload();
          }}
        />
      ) : null}
      {withdrawing ? (
        <Confirm
          title={`收回${withdrawing.userName}的“${withdrawing.roleLabel}”身份吗？`}
          act="收回身份"
          danger
          loading={perform.pending !== undefined}
          onConfirm={() => void withdraw(withdrawing)}
          onCancel={() => setWithdrawing(undefined)}
        >
          <View>{placeOf(withdrawing)}</View>
          <View className="c-2">收回后他马上不能再以这个身份办事；他办过的事和记录都还在。以后需要时可以再授予。</View>
        </Confirm>
      ) : null}
    </Page>
  );
}
