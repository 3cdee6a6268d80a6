import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { setupForm } from '@shared/modules/filing/forms';
import { ActionBar } from '@/components/ActionBar';
import { Button } from '@/components/Button';
import { CallButton } from '@/components/CallButton';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { ClockChip } from '@/components/ClockChip';
import { Confirm } from '@/components/Confirm';
import { NameChip } from '@/components/NameChip';
import { Note } from '@/components/Note';
import { Page } from '@/components/Page';
import { QrCode } from '@/components/QrCode';
import { Empty, Failure, Skeleton } from '@/components/QueryView';
import { SchemaForm } from '@/components/SchemaForm';
import { Section } from '@/components/Section';
import { Steps } from '@/components/Steps';
import { Tag } from '@/components/Tag';
import { Timeline } from '@/components/Timeline';
import { toast } from '@/components/toastStore';
import { WideSplit } from '@/components/WideSplit';
import { useForm } from '@/hooks/useForm';

const noop = () => undefined;
const at = '2026-11-20T02:00:00Z';

function Parts() {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Section title="按钮">
        <Button label="提交备案" onPress={() => toast('已经提交，街道 5 个工作日内答复')} />
        <Button
          label="保存草稿"
          kind="quiet"
          onPress={() => toast('网络连不上，您填的内容还在。请稍后再试', 'danger')}
        />
        <Button label="注销备案" kind="danger" onPress={() => setAsks(true)} />
        <Button label="正在提交" loading onPress={noop} />
        <Button label="提交备案" disabledReason="还差 2 名成员" onPress={noop} />
        <CallButton phone="0546-1234567" name="街道民政办" />
      </Section>
      <Section title="标签">
        <View className="row row-wrap">
          <Tag text="草稿" />
          <Tag text="已备案" tone="ok" />
          <Tag text="将逾期" tone="warn" />
          <Tag text="不予备案" tone="danger" />
          <Tag text="审核中" tone="info" />
          <Tag text="待补正" tone="accent" />
          <ClockChip clock={{ text: '已逾期 1 个工作日', days: 0, overdue: true }} />
        </View>
        <NameChip name="王秀英" role="负责人" />
      </Section>
      <Steps steps={['基本情况', '人员', '材料', '核对']} current={1} />
      <Note tone="accent" title="街道请您改两处">
        名称要写全；场所证明看不清。
      </Note>
      <Note tone="ok">名单里 12 人都够条件。</Note>
      <Card flush>
        <Cell title="向阳社区夕阳红舞蹈队" note="文汇街道东城社区" value="12 人" onPress={noop} selected />
        <Cell title="导出台账" icon="download" disabledReason="您的身份不能导出" onPress={noop} />
      </Card>
      <Card>
        <Timeline
          entries={[
            {
              id: '1',
              action: 'return',
              title: '退回补正',
              actorName: '李建国',
              hatLabel: '街镇受理人',
              at,
              note: '名称要写全',
              changed: [],
            },
            {
              id: '2',
              action: 'submit',
              title: '提交备案',
              actorName: '王秀英',
              hatLabel: '居民',
              at,
              note: null,
              changed: ['名称', '成员花名册'],
            },
          ]}
        />
      </Card>
      <QrCode text="https://example.com/c/123" label="证书查验码" />
      <Skeleton />
      <Empty text="还没有备案。成立一个组织，就从这里开始" action={{ label: '我要备案', onPress: noop }} />
      <Failure error={new Error('网络连不上，您填的内容还在。请看看手机信号，稍后再试')} retry={noop} />
      {asks ? (
        <Confirm
          title="注销后不能恢复，要注销吗？"
          act="注销备案"
          danger
          onConfirm={() => setAsks(false)}
          onCancel={() => setAsks(false)}
        >
          <View>注销后，证书作废，查验页会写明“已注销”。</View>
        </Confirm>
      ) : null}
    </>
  );
}

function FormPart({ mode, step }: { mode: 'wizard' | 'all'; step?: string }) {
  const form = useForm({
    schema: setupForm,
    draftKey: 'kit',
    initial: { name: '舞蹈队', founders: [{ name: '张三', phone: '138' }] },
    returned: [{ field: 'name', reason: '名称要写全，带上社区' }],
  });
  return (
    <SchemaForm
      form={form}
      mode={mode}
      startAt={step}
      submitLabel="提交备案"
      onSubmit={() => toast('填好了')}
      extras={{ category: { options: ['文体', '养老', '治理'].map((label) => ({ value: label, label })) } }}
      coach={<Note tone="warn">还差 2 名成员</Note>}
    />
  );
}

const list = (
  <Card flush>
    {['向阳社区夕阳红舞蹈队', '东城社区养老互助会', '文汇街道棋友社'].map((name, index) => (
      <Cell key={name} title={name} note="还剩 2 个工作日" selected={index === 0} onPress={noop} />
    ))}
  </Card>
);

/** Every part in every state, for looking at; only in builds made with SHELIN_KIT=1. */
export default function KitPage() {
  const { part = 'parts', step } = useRouter().params;
  if (part === 'desk') {
    const bar = (
      <ActionBar
        actions={['accept', 'return', 'refuse']}
        labels={{ accept: '受理', return: '退回补正', refuse: '不予备案' }}
        danger={['refuse']}
        onPress={noop}
      />
    );
    return (
      <Page title="办件台" wide bar={bar}>
        <WideSplit
          side={
            <Card flush>
              <Cell title="待受理" value="12" onPress={noop} plain selected />
              <Cell title="审核中" value="3" onPress={noop} plain />
            </Card>
          }
          list={list}
          record={<Card>记录</Card>}
        />
      </Page>
    );
  }
  return (
    <Page title="部件">
      {part === 'form' ? (
        <FormPart mode="all" />
      ) : part === 'wizard' ? (
        <FormPart mode="wizard" step={step} />
      ) : (
        <Parts />
      )}
    </Page>
  );
}
