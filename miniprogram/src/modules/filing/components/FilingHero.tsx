import { Text, View } from '@tarojs/components';
import { filingKindLabels, filingStatusLabels } from '@shared/modules/filing/labels';
import type { ClockView, FilingDetail } from '@shared/modules/filing/schema';
import { Card } from '@/components/Card';
import { ClockChip } from '@/components/ClockChip';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import { nextStep, statusLooks } from '../nextSteps';

const ownerWords: Record<ClockView['owner'], string> = {
  acceptor: '街道受理',
  approver: '街道答复',
  applicant: '等您补正',
};

/** Where the case stands: status, clock, and what happens next. */
export function FilingHero({ filing }: { filing: FilingDetail }) {
  const { tone, icon } = statusLooks[filing.status];
  return (
    <Card accent={filing.clock?.owner === 'applicant'}>
      <View className="filing-hero">
        <View className={`filing-hero__status filing-hero__status--${tone}`}>
          <Icon name={icon} />
          <Text>{filingStatusLabels[filing.status]}</Text>
        </View>
        {filing.clock ? (
          <View className="row row-wrap">
            <Tag text={ownerWords[filing.clock.owner]} />
            <ClockChip clock={filing.clock} />
          </View>
        ) : null}
        <View>{nextStep(filing, new Date())}</View>
        {filing.filingCode ? (
          <View className="stack-tight">
            <View className="t-small c-2">备案编号</View>
            <View className="filing-code">{filing.filingCode}</View>
          </View>
        ) : null}
        <View className="t-small c-2">
          {filingKindLabels[filing.kind]} · {filing.streetName}
          {filing.communityName}
        </View>
      </View>
    </Card>
  );
}
