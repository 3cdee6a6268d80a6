import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { filingKindLabels } from '@shared/modules/filing/labels';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { Page } from '@/components/Page';
import { Empty, QueryView, Skeleton } from '@/components/QueryView';
import { openPage } from '@/hooks/navigate';
import { useQuery } from '@/hooks/useQuery';
import { addresses } from '../../addresses';
import { SignInGate } from '../../components/SignInGate';
import { FilingWizard } from './FilingWizard';
import '../../filing.css';

/** Answers of an older visit may be shown from the phone; a form must not begin with them while the server can be asked. */
function useFresh(isRefreshing: boolean): boolean {
  const [isFresh, setFresh] = useState(!isRefreshing);
  useEffect(() => {
    if (!isRefreshing) setFresh(true);
  }, [isRefreshing]);
  return isFresh;
}

const titleOf = (filing: FilingDetail | undefined): string => (filing ? filingKindLabels[filing.kind] : '填写备案');

function WizardOf({ filingId }: { filingId: string }) {
  const filing = useQuery('filing.get', { filingId });
  const isFresh = useFresh(filing.isRefreshing);
  const isClosed = filing.data?.openFields.length === 0;
  return (
    <QueryView query={filing} skeleton="record">
      {(data) => {
        if (!isFresh) return <Skeleton shape="record" />;
        if (isClosed)
          return (
            <Empty
              icon="lock"
              text="这一件已经提交，现在不能改"
              action={{ label: '看办到哪一步了', onPress: () => openPage(addresses.detail(filingId)) }}
            />
          );
        return <FilingWizard key={data.id} filing={data} />;
      }}
    </QueryView>
  );
}

/** 备案向导：一次一个问题，自动保存，最后核对提交。 */
export default function FilingWizardPage() {
  const { filingId = '' } = useRouter().params;
  const filing = useQuery('filing.get', { filingId }, { enabled: filingId !== '' });
  return (
    <Page title={titleOf(filing.data)}>
      <SignInGate>
        <WizardOf filingId={filingId} />
      </SignInGate>
    </Page>
  );
}
