import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { formatInstant } from '@shared/kernel/civilDate';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { remember, remembered } from '@/client/storage';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Field } from '@/components/Field';
import { Page } from '@/components/Page';
import { RegionPicker } from '@/components/RegionPicker';
import { Section } from '@/components/Section';
import { openPage } from '@/hooks/navigate';
import { useQuery } from '@/hooks/useQuery';
import { addresses } from '../../addresses';
import { SignInGate } from '../../components/SignInGate';
import { isStartAct, startActWords } from '../../organizationActs';
import { useStartFiling } from '../../useStartFiling';
import '../../filing.css';

const communityKey = 'filing.community';
const draftsShown = 3;

/** What was begun and not sent yet comes first. */
function Drafts() {
  const filings = useQuery('filing.mine', { page: 1, pageSize: 20 });
  useDidShow(() => void filings.reload());
  const open = (filings.data?.items ?? [])
    .filter(({ availableActions }) => availableActions.includes('submit'))
    .slice(0, draftsShown);
  if (open.length === 0) return null;
  return (
    <Section title="接着上次的填">
      <Card flush>
        {open.map(({ id, name, updatedAt }) => (
          <Cell
            key={id}
            icon="edit"
            title={name}
            note={`${formatInstant(new Date(updatedAt), new Date())} 改过`}
            onPress={() => openPage(addresses.wizard(id))}
          />
        ))}
      </Card>
    </Section>
  );
}

function NewOne() {
  const [community, setCommunity] = useState(() => remembered<string>(communityKey));
  const { start, busy } = useStartFiling();
  const choose = (code: string) => {
    setCommunity(code);
    remember(communityKey, code);
  };
  return (
    <Section title="成立一个新的组织" help="舞蹈队、志愿队、互助组……在自己的社区（村）办备案。">
      <Card>
        <Field label="在哪个社区（村）？" help="选组织平时活动的地方">
          <RegionPicker label="所在社区（村）" value={community} onChange={choose} placeholder="选择社区或村" />
        </Field>
        <Button
          label="开始填写"
          loading={busy}
          disabledReason={community ? undefined : '先选社区（村）'}
          onPress={() => community && start({ kind: 'setup', communityCode: community })}
        />
        <Button kind="text" icon="book" label="先看看要准备什么" onPress={() => openPage(addresses.guide(community))} />
      </Card>
    </Section>
  );
}

function OneOfMine({ organization }: { organization: OrganizationDetail }) {
  const { start, busy } = useStartFiling();
  return (
    <Section title={organization.name}>
      <Card flush>
        {organization.availableActions.filter(isStartAct).map((act) => (
          <Cell
            key={act}
            title={startActWords[act].label}
            note={startActWords[act].note}
            disabledReason={busy ? '正在打开…' : undefined}
            onPress={() => start({ kind: act, organizationId: organization.id })}
          />
        ))}
      </Card>
    </Section>
  );
}

/** The organizations this person leads: change, renewal, cancellation. */
function Mine() {
  const mine = useQuery('organization.mine', {});
  const items = (mine.data?.items ?? []).filter(({ availableActions }) => availableActions.some(isStartAct));
  return (
    <>
      {items.map((organization) => (
        <OneOfMine key={organization.id} organization={organization} />
      ))}
    </>
  );
}

/** 我要备案：新成立的，或者已经备案的要变更、延续、注销。 */
export default function StartFilingPage() {
  return (
    <Page title="我要备案" note="填一张表，街道看过就给您备案">
      <SignInGate>
        <View className="stack filing-parts">
          <Drafts />
          <NewOne />
          <Mine />
        </View>
      </SignInGate>
    </Page>
  );
}
