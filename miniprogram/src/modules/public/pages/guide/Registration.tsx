import { View } from '@tarojs/components';
import { registrationConditions } from '@shared/modules/organization/selfCheck';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';

/** 什么时候该去民政部门登记。 */
export function Registration() {
  return (
    <Section
      title="什么时候该去登记"
      help="备案的组织不是法人。做大了、要签合同、要开账户的，可以到县级以上民政部门登记成为社会团体。"
    >
      <Card>
        <View>登记成为社会团体，要有：</View>
        {registrationConditions.map((condition) => (
          <View key={condition} className="row row-top">
            <Icon name="check" size="small" />
            <View className="grow">{condition}</View>
          </View>
        ))}
        <View className="t-small c-2">
          依据：《社会团体登记管理条例》第十条；各地对社区社会组织可以放宽，以当地民政部门的说法为准。
        </View>
      </Card>
    </Section>
  );
}
