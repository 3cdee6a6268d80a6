import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { ButtonBar } from '@/components/ActionBar';
import { Button, type ButtonProps } from '@/components/Button';
import { Card } from '@/components/Card';
import { Confirm } from '@/components/Confirm';
import { Note } from '@/components/Note';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Timeline } from '@/components/Timeline';
import { openPage } from '@/hooks/navigate';
import { useAction } from '@/hooks/useAction';
import { useQuery } from '@/hooks/useQuery';
import { pages } from '@/routes';
import { addresses } from '../../addresses';
import { AnswerList } from '../../components/AnswerList';
import { FileList } from '../../components/FileList';
import { FilingHero } from '../../components/FilingHero';
import { SignInGate } from '../../components/SignInGate';
import { useCertificate } from '../../useCertificate';
import '../../filing.css';

type Act = 'continue' | 'withdraw' | 'discard';

/** What the applicant may do, of what the server offers, the main act last: `submit` is reached through the form. */
function actsOf({ availableActions }: FilingDetail): Act[] {
  const offered: [boolean, Act][] = [
    [availableActions.includes('discard'), 'discard'],
    [availableActions.includes('withdraw'), 'withdraw'],
    [availableActions.includes('submit'), 'continue'],
  ];
  return offered.filter(([is]) => is).map(([, act]) => act);
}

const actKinds: Record<Act, ButtonProps['kind']> = { continue: 'primary', withdraw: 'quiet', discard: 'danger' };

const confirms = {
  withdraw: {
    title: '撤回来改吗？',
    act: '撤回修改',
    words: '撤回后街道暂时看不到这一件；改好要重新提交，时间重新算。',
  },
  discard: { title: '放弃这一件吗？', act: '放弃这一件', words: '放弃后不能找回，以后要重新填。' },
} as const;

function Returned({ filing }: { filing: FilingDetail }) {
  if (filing.returnedFields.length === 0) return null;
  return (
    <Section title="要改的地方">
      {filing.returnNote ? <Note tone="accent">{filing.returnNote}</Note> : null}
      <Card>
        {filing.returnedFields.map(({ field, label, reason }) => (
          <View key={field} className="stack-tight">
            <View className="t-strong">{label}</View>
            <View>{reason}</View>
          </View>
        ))}
      </Card>
    </Section>
  );
}

/** 备案证与组织：after approval. */
function Outcome({ filing }: { filing: FilingDetail }) {
  const certificate = useCertificate(filing.organizationId);
  if (!filing.organizationId || filing.approvedBy === null || filing.kind === 'cancellation') return null;
  const organizationId = filing.organizationId;
  return (
    <View className="stack">
      <Button label="打开备案证" icon="stamp" onPress={certificate.open} loading={certificate.busy} />
      <Button
        kind="quiet"
        label="看我的组织"
        icon="group"
        onPress={() => openPage(addresses.organization(organizationId))}
      />
    </View>
  );
}

function Body({ filing }: { filing: FilingDetail }) {
  return (
    <>
      <FilingHero filing={filing} />
      {filing.refusalReason ? (
        <Note tone="danger" title="不予备案的理由">
          {filing.refusalReason}
        </Note>
      ) : null}
      <Outcome filing={filing} />
      <Returned filing={filing} />
      <AnswerList filing={filing} />
      <FileList files={filing.files} />
      <Section title="办理经过">
        <Card>
          <Timeline entries={filing.history} />
        </Card>
      </Section>
    </>
  );
}

function Acts({ filing, reload }: { filing: FilingDetail; reload: () => Promise<void> }) {
  const [asking, setAsking] = useState<'withdraw' | 'discard'>();
  const perform = useAction();
  const target = { filingId: filing.id, version: filing.version };
  const press = (act: Act) => {
    if (act === 'continue') openPage(addresses.wizard(filing.id));
    else setAsking(act);
  };
  const confirm = async () => {
    if (asking === 'withdraw') await perform('filing.withdraw', target, { done: '已撤回，可以修改了', after: reload });
    if (asking === 'discard')
      await perform('filing.discard', target, {
        done: '已放弃',
        after: () => Taro.redirectTo({ url: pages.myFilings }),
      });
    setAsking(undefined);
  };
  const labels = {
    continue: filing.returnedFields.length ? '去修改' : '继续填写',
    withdraw: '撤回修改',
    discard: '放弃这一件',
  };
  return (
    <>
      <ButtonBar
        buttons={actsOf(filing).map((act) => ({ label: labels[act], kind: actKinds[act], onPress: () => press(act) }))}
      />
      {asking ? (
        <Confirm
          title={confirms[asking].title}
          act={confirms[asking].act}
          danger={asking === 'discard'}
          loading={perform.pending !== undefined}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(undefined)}
        >
          <View>{confirms[asking].words}</View>
        </Confirm>
      ) : null}
    </>
  );
}

/** 备案详情：办到哪一步、接下来怎么办、填了什么。 */
export default function FilingDetailPage() {
  const { filingId = '' } = useRouter().params;
  const filing = useQuery('filing.get', { filingId }, { enabled: filingId !== '' });
  useDidShow(() => void filing.reload());
  const bar =
    filing.data && actsOf(filing.data).length > 0 ? <Acts filing={filing.data} reload={filing.reload} /> : undefined;
  return (
    <Page title={filing.data?.name ?? '备案进度'} bar={bar}>
      <SignInGate>
        <QueryView query={filing} skeleton="record">
          {(data) => <Body filing={data} />}
        </QueryView>
      </SignInGate>
    </Page>
  );
}
