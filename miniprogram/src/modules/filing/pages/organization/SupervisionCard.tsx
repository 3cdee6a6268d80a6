import { useState } from 'react';
import type { OrganizationDetail } from '@shared/modules/organization/schema';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Section } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';
import { FactList } from './FactList';

const units = [
  { name: 'supervisingUnit', label: '业务主管（指导）单位' },
  { name: 'industryAuthority', label: '行业管理部门' },
  { name: 'registrar', label: '登记管理机关' },
] as const;
type Units = Record<(typeof units)[number]['name'], string>;

interface SheetProps {
  organization: OrganizationDetail;
  onClose: () => void;
  onSaved: () => Promise<void>;
}

function EditSheet({ organization, onClose, onSaved }: SheetProps) {
  const [values, setValues] = useState<Units>({
    supervisingUnit: organization.supervisingUnit ?? '',
    industryAuthority: organization.industryAuthority ?? '',
    registrar: organization.registrar ?? '',
  });
  const perform = useAction();
  const save = async () => {
    const saved = await perform(
      'organization.updateSupervision',
      { organizationId: organization.id, version: organization.version, ...values },
      { done: '已保存', after: onSaved },
    );
    if (saved) onClose();
  };
  return (
    <Sheet
      title="主管和指导单位"
      onClose={onClose}
      foot={<Button label="保存" loading={perform.pending !== undefined} onPress={() => void save()} />}
    >
      {units.map(({ name, label }) => (
        <Field key={name} label={label}>
          <TextInput
            label={label}
            maxLength={60}
            value={values[name]}
            onChange={(text) => setValues({ ...values, [name]: text })}
          />
        </Field>
      ))}
    </Sheet>
  );
}

/** Who guides and supervises the organization; staff may correct it. */
export function SupervisionCard({
  organization,
  reload,
}: {
  organization: OrganizationDetail;
  reload: () => Promise<void>;
}) {
  const [isEditing, setEditing] = useState(false);
  const mayEdit = organization.availableActions.includes('updateSupervision');
  return (
    <Section
      title="谁来指导"
      aside={
        mayEdit ? (
          <Button small kind="quiet" label="修改" ariaLabel="修改主管和指导单位" onPress={() => setEditing(true)} />
        ) : undefined
      }
    >
      <FactList facts={units.map(({ name, label }) => [label, organization[name]] as const)} />
      {isEditing ? <EditSheet organization={organization} onClose={() => setEditing(false)} onSaved={reload} /> : null}
    </Section>
  );
}
