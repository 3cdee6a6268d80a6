import * as z from 'zod';
import { civilDate } from '@shared/kernel/civilDate';
import { regionCodeField } from '@shared/kernel/fields';
import { field } from '@shared/kernel/form';
import type { RegionCode } from '@shared/kernel/regionScope';
import { plainText } from '@shared/kernel/text';
import { isUscc } from '@shared/kernel/uscc';
import { SchemaForm } from '@/components/SchemaForm';
import { Sheet } from '@/components/Sheet';
import { useAction } from '@/hooks/useAction';
import { useForm } from '@/hooks/useForm';

/** 录入登记的组织。The words of `organization.addRegistered`. */
const registeredForm = z.strictObject({
  name: plainText(60)
    .min(3, { error: '请写全称' })
    .meta(field({ label: '组织名称', help: '照登记证书写全称', input: 'text' })),
  uscc: z
    .string()
    .refine(isUscc, { error: '统一社会信用代码不对，请对照证书核对 18 位' })
    .meta(field({ label: '统一社会信用代码', help: '18 位，51、52 或 53 开头', input: 'text' })),
  communityCode: regionCodeField.meta(field({ label: '所在社区（村）', input: 'region' })),
  foundedOn: civilDate.optional().meta(field({ label: '成立日期', input: 'date' })),
  registrar: plainText(60)
    .optional()
    .meta(field({ label: '登记管理机关', help: '如“东营区民政局”', input: 'text' })),
  supervisingUnit: plainText(60)
    .optional()
    .meta(field({ label: '业务主管单位', input: 'text' })),
  industryAuthority: plainText(60)
    .optional()
    .meta(field({ label: '行业管理部门', input: 'text' })),
});

export interface AddRegisteredProps {
  within: RegionCode | null;
  onClose: () => void;
  onAdded: () => Promise<void>;
}

/** 录入在民政部门登记的组织：进“登记”这一本账。 */
export function AddRegistered({ within, onClose, onAdded }: AddRegisteredProps) {
  const form = useForm({ schema: registeredForm });
  const perform = useAction({ onError: form.fail });
  const add = async (answers: z.output<typeof registeredForm>) => {
    if (await perform('organization.addRegistered', answers, { done: '已录入台账' })) await onAdded();
  };
  return (
    <Sheet title="录入登记的组织" full onClose={onClose}>
      <SchemaForm
        form={form}
        mode="all"
        submitLabel="录入台账"
        submitting={perform.pending !== undefined}
        extras={within ? { communityCode: { within } } : {}}
        onSubmit={add}
      />
    </Sheet>
  );
}
