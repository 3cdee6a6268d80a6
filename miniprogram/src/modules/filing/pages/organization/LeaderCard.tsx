import { View } from '@tarojs/components';
import { useState } from 'react';
import { mobileProblem, normalizePhone } from '@shared/kernel/phone';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { Section } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';

function AppointSheet({ organization, onClose }: { organization: OrganizationDetail; onClose: () => void }) {
  const [phone, setPhone] = useState('');
  const [problem, setProblem] = useState<string>();
  const perform = useAction({
    onError: ({ fields }) => {
      setProblem(fields[0]?.message);
      return fields.length > 0;
    },
  });
  const appoint = async () => {
    const wrong = mobileProblem(phone);
    setProblem(wrong);
    if (wrong) return;
    const given = await perform(
      'grant.give',
      { phone: normalizePhone(phone), role: 'orgLeader', organizationId: organization.id },
      { done: '他现在可以管理这个组织了' },
    );
    if (given) onClose();
  };
  return (
    <Sheet
      title="交给负责人管理"
      onClose={onClose}
      foot={<Button label="交给他管理" loading={perform.pending !== undefined} onPress={() => void appoint()} />}
    >
      <Field label="负责人的手机号" help="他要先登录过，并在“我的”里填好这个手机号" error={problem}>
        <TextInput
          label="负责人的手机号"
          kind="number"
          icon="phone"
          value={phone}
          onChange={setPhone}
          maxLength={20}
          invalid={Boolean(problem)}
        />
      </Field>
    </Sheet>
  );
}

/** 从旧台账导入的组织还没有人管：county staff hand it to its leader, who can then renew or change it. */
export function LeaderCard({ organization }: { organization: OrganizationDetail }) {
  const [isOpen, setOpen] = useState(false);
  if (!organization.availableActions.includes('appointLeader')) return null;
  return (
    <Section title="由谁管理">
      <Card>
        <View className="c-2">负责人登录后，要由您交给他，他才能在手机上办延续、变更。请先核实身份。</View>
        <Button kind="quiet" icon="user" label="交给负责人管理" onPress={() => setOpen(true)} />
      </Card>
      {isOpen ? <AppointSheet organization={organization} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
