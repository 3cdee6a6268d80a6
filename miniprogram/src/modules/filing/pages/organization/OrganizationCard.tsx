import { View } from '@tarojs/components';
import { formatFullDate } from '@shared/kernel/civilDate';
import { organizationKindLabels } from '@shared/modules/organization/labels';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Tag } from '@/components/Tag';
import { openPage } from '@/hooks/navigate';
import { addresses } from '../../addresses';
import { organizationTones } from '../../organizationActs';
import { useCertificate } from '../../useCertificate';

function validityText({ validFrom, validTo }: OrganizationDetail): string | null {
  if (!validTo) return null;
  return validFrom ? `${formatFullDate(validFrom)} 至 ${formatFullDate(validTo)}` : `至 ${formatFullDate(validTo)}`;
}

/** The card of an organization: status, code, validity, certificate. */
export function OrganizationCard({ organization }: { organization: OrganizationDetail }) {
  const certificate = useCertificate(organization.id);
  const { status, statusLabel, kind, filingCode, uscc, expiryText } = organization;
  const code = filingCode ?? uscc;
  const validity = validityText(organization);
  return (
    <Card>
      <View className="row row-wrap">
        <Tag text={statusLabel} tone={organizationTones[status]} />
        <Tag text={organizationKindLabels[kind]} />
        {expiryText ? <Tag text={expiryText} tone="warn" icon="clock" /> : null}
      </View>
      {code ? (
        <View className="stack-tight">
          <View className="t-small c-2">{filingCode ? '备案编号' : '统一社会信用代码'}</View>
          <View className="filing-code">{code}</View>
        </View>
      ) : null}
      {validity ? (
        <View className="stack-tight">
          <View className="t-small c-2">有效期</View>
          <View>{validity}</View>
        </View>
      ) : null}
      <View className="t-small c-2">
        {organization.streetName}
        {organization.communityName}
      </View>
      {organization.certificateAvailable ? (
        <Button label="打开备案证" icon="stamp" onPress={certificate.open} loading={certificate.busy} />
      ) : null}
      {code ? (
        <Button kind="text" icon="shield" label="看看别人查到的样子" onPress={() => openPage(addresses.check(code))} />
      ) : null}
    </Card>
  );
}
