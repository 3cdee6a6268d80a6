import { useState } from 'react';
import type { SessionView } from '@shared/modules/user/schema';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Sheet } from '@/components/Sheet';
import { TextInput } from '@/components/TextInput';
import { queryClient } from '@/client/queryClient';
import { useAction } from '@/hooks/useAction';

/** 修改姓名和手机号。 */
export function ProfileSheet({ user, onClose }: { user: NonNullable<SessionView['user']>; onClose: () => void }) {
  const [name, setName] = useState(user.name);
  const [phone, setPhone] = useState('');
  const perform = useAction({ onError: ({ fields }) => fields.length > 0 });
  const errorOf = (field: string) => perform.error?.fields.find((each) => each.field === field)?.message;
  const save = async () => {
    const saved = await perform('user.updateProfile', {
      name: name.trim(),
      ...(phone.trim() && { phone: phone.trim() }),
    });
    if (!saved) return;
    await queryClient.invalidateQueries({ queryKey: ['session.me'] });
    onClose();
  };
  const foot = (
    <Button
      label="保存资料"
      onPress={() => void save()}
      loading={Boolean(perform.pending)}
      disabledReason={name.trim() ? undefined : '先写姓名'}
    />
  );
  return (
    <Sheet title="修改资料" onClose={onClose} foot={foot}>
      <Field label="姓名" error={errorOf('name')}>
        <TextInput label="姓名" value={name} onChange={setName} maxLength={20} invalid={Boolean(errorOf('name'))} />
      </Field>
      <Field
        label="手机号"
        help={user.phoneMasked ? `现在是 ${user.phoneMasked}，不换就不填` : '街道有事打这个电话'}
        error={errorOf('phone')}
      >
        <TextInput
          label="手机号"
          kind="number"
          value={phone}
          onChange={setPhone}
          maxLength={20}
          icon="phone"
          invalid={Boolean(errorOf('phone'))}
        />
      </Field>
    </Sheet>
  );
}
