import { View } from '@tarojs/components';
import type { OrganizationPublic } from '@shared/modules/organization/schema';
import { CallButton } from '@/components/CallButton';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { hotline } from './hotline';

/** Whom to tell when something is wrong: people, not a form. */
export function Complaint({ organization }: { organization: OrganizationPublic }) {
  const { name, streetName, communityName } = organization;
  return (
    <Section title="觉得不对劲？">
      <Card>
        <View>
          有人借“{name}”的名义收钱、卖东西，或者和这里写的不一样，请告诉{streetName || '所在街道（乡镇）'}
          {communityName ? `或${communityName}` : ''}，也可以打热线。
        </View>
        <CallButton phone={hotline.phone} name={hotline.name} />
      </Card>
    </Section>
  );
}
