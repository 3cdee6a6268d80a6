import { View } from '@tarojs/components';
import { CallButton } from '@/components/CallButton';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { hotline } from './hotline';

/** Nothing in the directory: what that means and what to do. */
export function NotFound({ text }: { text: string }) {
  return (
    <Card>
      <View className="check-seal check-seal--none">
        <View className="check-seal__ring">
          <Icon name="help" size="large" />
          <View className="check-seal__word">没查到</View>
        </View>
      </View>
      <View className="check-center">台账里没有“{text}”。</View>
      <View className="stack-tight">
        <View>1. 对照证书再输一次，或者只输名称里的几个字。</View>
        <View>2. 还是没有，先不要交钱、不要留身份证号。</View>
        <View>3. 问一问它所在的街道（乡镇）或社区（村），也可以打热线。</View>
      </View>
      <CallButton phone={hotline.phone} name={hotline.name} />
    </Card>
  );
}
