import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { isRegionCode } from '@shared/kernel/regionScope';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { ButtonBar } from '@/components/ActionBar';
import { Page } from '@/components/Page';
import { RegionPicker } from '@/components/RegionPicker';
import { openPage } from '@/hooks/navigate';
import { useQuery } from '@/hooks/useQuery';
import { useSession } from '@/hooks/useSession';
import { pages } from '@/routes';
import { builtInFor } from './builtInFor';
import { Needs } from './Needs';
import { Registration } from './Registration';
import { Steps } from './Steps';
import '../../public.css';

/** 怎么备案：要准备什么、怎么办、什么时候该去登记。不用登录。 */
export default function GuidePage() {
  const { code } = useRouter().params;
  const [region, setRegion] = useState(code && isRegionCode(code) ? code : undefined);
  const session = useSession();
  // Signed in, the rules as the place has them today; else the ones that came with the product.
  const local = useQuery(
    'ruleSet.forRegion',
    { regionCode: region ?? '' },
    { enabled: session.isSignedIn && region !== undefined },
  );
  const rules = (region && local.data?.data) || builtInFor(region);
  return (
    <Page
      title="怎么备案"
      note="在自己的社区（村）成立社会组织，办备案就可以。"
      bar={<ButtonBar buttons={[{ label: '我要备案', onPress: () => openPage(pages.newFiling) }]} />}
    >
      <View className="stack guide-parts">
        <Card>
          <Field
            label="看哪个地方的办法？"
            help={region ? `现在看的是：${rules.title}` : `还没有选地方，先按“${rules.title}”看；各地不完全一样`}
          >
            <RegionPicker
              label="所在社区（村）"
              value={region}
              onChange={setRegion}
              placeholder="选择社区或村（可以不选）"
            />
          </Field>
        </Card>
        <Needs rules={rules} />
        <Steps rules={rules} />
        <Registration />
      </View>
    </Page>
  );
}
