import { View } from '@tarojs/components';
import { formatCivilDate, todayIn, yearOf } from '@shared/kernel/civilDate';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { openPage } from '@/hooks/navigate';
import { addresses } from '../../addresses';
import { GapList } from '../../components/GapList';

/** 运行规范自查：the last result, and the way to a new one. */
export function SelfCheckCard({ organization }: { organization: OrganizationDetail }) {
  const { selfCheck, availableActions, id } = organization;
  const mayCheck = availableActions.includes('selfCheck');
  if (!selfCheck && !mayCheck) return null;
  return (
    <Section title="运行自查">
      <Card>
        {selfCheck ? (
          <>
            <View>
              {formatCivilDate(selfCheck.checkedOn, yearOf(todayIn(new Date())))}查过，{selfCheck.total} 项里做到了{' '}
              {selfCheck.met} 项。
            </View>
            <GapList gaps={selfCheck.gaps} />
          </>
        ) : (
          <View className="c-2">八个问题，看看章程、花名册、账目、活动做得怎么样，缺什么告诉您怎么补。</View>
        )}
        {mayCheck ? (
          <Button
            kind="quiet"
            label={selfCheck ? '再查一次' : '开始自查'}
            icon="list"
            onPress={() => openPage(addresses.selfCheck(id))}
          />
        ) : null}
      </Card>
    </Section>
  );
}
