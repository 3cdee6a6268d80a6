import { Text, View } from '@tarojs/components';
import { formatFullDate, formatInstant } from '@shared/kernel/civilDate';
import type { OrganizationPublic, OrganizationStatus } from '@shared/modules/organization/schema';
import { a11y } from '@/components/a11y';
import { Card } from '@/components/Card';
import { Icon, type IconName } from '@/components/Icon';

const looks: Record<OrganizationStatus, { icon: IconName; meaning: string }> = {
  active: { icon: 'check', meaning: '是真的，现在有效。' },
  lapsed: { icon: 'warn', meaning: '备案过，但已经到期，还没有延续。' },
  cancelled: { icon: 'cross', meaning: '已经注销，不再是备案的组织。' },
};

const kindWords: Record<OrganizationPublic['kind'], string> = {
  filed: '备案的社区社会组织',
  registered: '登记的社会组织（法人）',
};

function validity({ validFrom, validTo }: OrganizationPublic): string | undefined {
  if (!validTo) return undefined;
  return validFrom ? `${formatFullDate(validFrom)} 至 ${formatFullDate(validTo)}` : `至 ${formatFullDate(validTo)}`;
}

/** The answer, readable in two seconds: a seal with the status, then who it is. */
export function Seal({ organization, checkedAt }: { organization: OrganizationPublic; checkedAt: string }) {
  const { status, statusLabel, name, kind, filingCode, uscc, streetName, communityName, categoryLabel } = organization;
  const { icon, meaning } = looks[status];
  const facts: [string, string | null | undefined][] = [
    ['备案编号', filingCode],
    ['信用代码', uscc],
    ['类别', categoryLabel],
    ['所在地', `${streetName}${communityName}`],
    ['有效期', validity(organization)],
  ];
  return (
    <Card>
      <View className={`check-seal check-seal--${status}`} {...a11y({ role: 'img', label: statusLabel })}>
        <View className="check-seal__ring">
          <Icon name={icon} size="large" />
          <Text className="check-seal__word">{statusLabel}</Text>
        </View>
      </View>
      <View className="check-name" {...a11y({ role: 'heading', level: 2 })}>
        {name}
      </View>
      <View className="check-center">
        <View className="t-strong">{kindWords[kind]}</View>
        <View>{meaning}</View>
      </View>
      <View className="stack check-facts">
        {facts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <View key={label} className="check-fact">
              <View className="check-fact__label">{label}</View>
              <View className="check-fact__text">{text}</View>
            </View>
          ))}
      </View>
      <View className="t-small c-2 check-center">{formatInstant(new Date(checkedAt), new Date())} 查自备案台账</View>
    </Card>
  );
}
