import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import { pageSizeMax } from '@shared/kernel/paging';
import { filingKindLabels, filingStatusLabels } from '@shared/modules/filing/labels';
import type { FilingLine } from '@shared/modules/filing/schema';
import { ButtonBar } from '@/components/ActionBar';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ClockChip } from '@/components/ClockChip';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { StatusTag } from '@/components/StatusTag';
import { openPage } from '@/hooks/navigate';
import { useQuery } from '@/hooks/useQuery';
import { pages } from '@/routes';
import { addresses } from '../../addresses';
import { SignInGate } from '../../components/SignInGate';
import { statusTones } from '../../nextSteps';

const step = 20;

function FilingCard({ filing }: { filing: FilingLine }) {
  const place = `${filing.streetName}${filing.communityName}`;
  return (
    <Card
      accent={filing.clock?.owner === 'applicant'}
      label={`${filing.name}，${filingKindLabels[filing.kind]}，${filingStatusLabels[filing.status]}，${filing.clock?.text ?? ''}`}
      onPress={() => openPage(addresses.detail(filing.id))}
    >
      <View className="t-title">{filing.name}</View>
      <View className="row row-wrap">
        <StatusTag status={filing.status} labels={filingStatusLabels} tones={statusTones} />
        <ClockChip clock={filing.clock} />
        {filing.returnedCount > 0 ? <View className="c-accent t-small">还有 {filing.returnedCount} 处要改</View> : null}
      </View>
      <View className="t-small c-2">
        {filingKindLabels[filing.kind]} · {place}
      </View>
      <View className="t-small c-2">
        {filing.submittedAt
          ? `${formatInstant(new Date(filing.submittedAt), new Date())} 提交`
          : `${formatInstant(new Date(filing.updatedAt), new Date())} 改过`}
      </View>
    </Card>
  );
}

function Filings() {
  const [pageSize, setPageSize] = useState(step);
  const filings = useQuery('filing.mine', { page: 1, pageSize });
  useDidShow(() => void filings.reload());
  return (
    <QueryView
      query={filings}
      empty={{
        text: '还没有办过备案。成立社区社会组织，从这里开始',
        icon: 'files',
        action: { label: '我要备案', onPress: () => openPage(pages.newFiling) },
      }}
    >
      {({ items, total }) => (
        <View className="stack">
          {items.map((filing) => (
            <FilingCard key={filing.id} filing={filing} />
          ))}
          {items.length < total && pageSize < pageSizeMax ? (
            <Button
              kind="quiet"
              label="再看一些"
              loading={filings.isRefreshing}
              onPress={() => setPageSize(Math.min(pageSize + step, pageSizeMax))}
            />
          ) : null}
        </View>
      )}
    </QueryView>
  );
}

/** 我的备案：每一件办到哪一步了。 */
export default function MyFilingsPage() {
  return (
    <Page
      title="我的备案"
      bar={<ButtonBar buttons={[{ label: '我要备案', icon: 'plus', onPress: () => openPage(pages.newFiling) }]} />}
    >
      <SignInGate>
        <Filings />
      </SignInGate>
    </Page>
  );
}
