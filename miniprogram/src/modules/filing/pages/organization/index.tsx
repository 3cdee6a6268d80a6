import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Timeline } from '@/components/Timeline';
import { useQuery, type QueryState } from '@/hooks/useQuery';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { SignInGate } from '../../components/SignInGate';
import { LeaderCard } from './LeaderCard';
import { OrganizationCard } from './OrganizationCard';
import { OrganizationTasks } from './OrganizationTasks';
import { SelfCheckCard } from './SelfCheckCard';
import { SupervisionCard } from './SupervisionCard';
import { FactList } from './FactList';
import '../../filing.css';

function Body({ organization, query }: { organization: OrganizationDetail; query: QueryState<OrganizationDetail> }) {
  return (
    <View className="stack filing-parts">
      <OrganizationCard organization={organization} />
      <OrganizationTasks organization={organization} />
      <SelfCheckCard organization={organization} />
      <Section title="组织情况">
        <FactList
          facts={[
            ['类别', organization.categoryLabel],
            ['宗旨', organization.purpose],
            ['业务范围', organization.scope],
            ['活动地域', organization.activityArea],
            ['活动场所', organization.venueAddress],
            ['负责人', [organization.leaderName, organization.leaderPhoneMasked].filter(Boolean).join('，') || null],
            ['成员', organization.memberCount === null ? null : `${organization.memberCount} 人`],
            ['党员', organization.partyMemberCount === null ? null : `${organization.partyMemberCount} 人`],
            ['党组织', organization.partyOrgFormLabel],
          ]}
        />
      </Section>
      <LeaderCard organization={organization} />
      <SupervisionCard organization={organization} reload={query.reload} />
      {organization.history.length > 0 ? (
        <Section title="大事记">
          <Card>
            <Timeline entries={organization.history} />
          </Card>
        </Section>
      ) : null}
    </View>
  );
}

/** 我的组织：有效期、备案证、要办的事、自查。 */
export default function OrganizationPage() {
  const { organizationId = '' } = useRouter().params;
  const organization = useQuery('organization.get', { organizationId }, { enabled: organizationId !== '' });
  useDidShow(() => void organization.reload());
  return (
    <Page title={organization.data?.name ?? '我的组织'}>
      <SignInGate>
        <QueryView query={organization} skeleton="record">
          {(data) => <Body organization={data} query={organization} />}
        </QueryView>
      </SignInGate>
    </Page>
  );
}
