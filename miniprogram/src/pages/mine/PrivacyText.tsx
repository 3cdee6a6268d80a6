import { View } from '@tarojs/components';

const paragraphs = [
  { title: '收集什么', text: '姓名、手机号；办备案时还有负责人和发起人的身份证号、成员名单、场所证明。不办事就不收。' },
  { title: '用来做什么', text: '只用来办您交的件：街道受理、审查、发证，以及有进展时通知您。' },
  {
    title: '谁看得到',
    text: '身份证号和手机号平时都打星号。办这件事的工作人员要看完整号码，须写明理由，每看一次都有记录。',
  },
  { title: '公开什么', text: '查验页只公开组织的名称、编号、类别、所在街道、有效期和状态，不公开任何人的信息。' },
  { title: '手机上存什么', text: '没交的草稿和最近看过的内容会存在这台手机上，方便没有网络时用；退出登录时一起清掉。' },
];

/** 隐私说明，念得出口的话。 */
export function PrivacyText() {
  return (
    <>
      {paragraphs.map(({ title, text }) => (
        <View key={title} className="stack-tight">
          <View className="t-strong">{title}</View>
          <View>{text}</View>
        </View>
      ))}
    </>
  );
}
