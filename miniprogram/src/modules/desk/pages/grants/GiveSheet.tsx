import { View } from '@tarojs/components';
import { useState } from 'react';
import { grantableRoles, type Actor, type GrantableRole } from '@shared/kernel/actor';
import { todayIn, type CivilDate } from '@shared/kernel/civilDate';
import { mobileProblem, normalizePhone } from '@shared/kernel/phone';
import { covers, regionLevel, wholeCountry, type RegionCode, type RegionLevel } from '@shared/kernel/regionScope';
import { roleLabels } from '@shared/modules/user/labels';
import { grantProblem, mayGrant, roleBinding } from '@shared/modules/user/rules';
import { Button } from '@/components/Button';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { DatePicker } from '@/components/DatePicker';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Sheet } from '@/components/Sheet';
import { Select } from '@/components/SheetList';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';
import { AreaPicker } from '../../components/AreaPicker';

/** The roles this hat gives to somebody else, in its own region or group. */
const rolesOf = ({ hat, ...actor }: Actor): GrantableRole[] =>
  grantableRoles.filter((role) =>
    mayGrant(
      { hat, ...actor },
      { role, regionCode: hat.regionCode, organizationId: roleBinding[role].organization ? hat.organizationId : null },
      'somebody else',
    ),
  );

const fewRoles = 6;

/** A level of the role that is this very hat's region needs no choosing. */
const ownRegion = (actor: Actor, levels: readonly RegionLevel[] | undefined): RegionCode | undefined => {
  const { regionCode } = actor.hat;
  const level = regionCode === null ? undefined : regionLevel(regionCode);
  return regionCode !== null && level && levels?.length === 1 && levels.includes(level) ? regionCode : undefined;
};

/** 授予身份：给谁（手机号）、什么身份、在哪里、到哪一天。 */
export function GiveSheet({
  actor,
  onClose,
  onGiven,
}: {
  actor: Actor;
  onClose: () => void;
  onGiven: () => Promise<void>;
}) {
  const roles = rolesOf(actor);
  const [phone, setPhone] = useState('');
  const [role, setRole] = useState<GrantableRole | undefined>(roles.length === 1 ? roles[0] : undefined);
  const [region, setRegion] = useState<RegionCode>();
  const [validTo, setValidTo] = useState<CivilDate>();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const perform = useAction({
    onError: ({ fields }) => {
      setProblems(Object.fromEntries(fields.map(({ field, message }) => [field, message])));
      return fields.length > 0;
    },
  });
  const levels = role ? roleBinding[role].region : undefined;
  const regionCode = levels ? (region ?? ownRegion(actor, levels)) : undefined;
  const chooseRole = (next: GrantableRole) => {
    setRole(next);
    const level = region === undefined ? undefined : regionLevel(region);
    if (!level || !roleBinding[next].region?.includes(level)) setRegion(undefined);
  };
  const give = async () => {
    const organizationId = role && roleBinding[role].organization ? (actor.hat.organizationId ?? undefined) : undefined;
    const found: Record<string, string> = {};
    const phoneWords = mobileProblem(phone);
    if (phoneWords) found.phone = phoneWords;
    if (!role) found.role = '请选择身份';
    const mismatch =
      role && grantProblem({ role, regionCode: regionCode ?? null, organizationId: organizationId ?? null });
    if (mismatch) found.regionCode = mismatch;
    setProblems(found);
    if (!role || Object.keys(found).length > 0) return;
    const given = await perform(
      'grant.give',
      { phone: normalizePhone(phone), role, regionCode, organizationId, validTo },
      { done: `已授予${roleLabels[role]}` },
    );
    if (given) await onGiven();
  };
  const options = roles.map((value) => ({ value, label: roleLabels[value] }));
  const within = actor.hat.regionCode ?? wholeCountry;
  return (
    <Sheet
      title="授予身份"
      full
      onClose={onClose}
      foot={
        <View className="sl-bar__row">
          <View className="sl-bar__item">
            <Button label="授予身份" loading={perform.pending !== undefined} onPress={() => void give()} />
          </View>
        </View>
      }
    >
      <Note>对方要先登录过，并在“我的”里填好手机号。不能给自己授权。</Note>
      <Field label="对方的手机号" error={problems.phone}>
        <TextInput
          value={phone}
          onChange={setPhone}
          label="对方的手机号"
          kind="number"
          icon="phone"
          maxLength={20}
          invalid={Boolean(problems.phone)}
        />
      </Field>
      <Field label="身份" error={problems.role}>
        {options.length > fewRoles ? (
          <Select
            options={options}
            value={role}
            onChange={chooseRole}
            label="身份"
            placeholder="请选择身份"
            invalid={Boolean(problems.role)}
          />
        ) : (
          <ChoiceTiles options={options} value={role} onChange={chooseRole} label="身份" grid />
        )}
      </Field>
      {levels ? (
        <Field
          label="辖区"
          error={problems.regionCode}
          help={covers(within, regionCode ?? within) ? '只能在这个辖区里办事' : undefined}
        >
          <AreaPicker
            value={regionCode}
            onChange={setRegion}
            label="辖区"
            within={within}
            levels={levels}
            invalid={Boolean(problems.regionCode)}
          />
        </Field>
      ) : null}
      <Field label="到哪一天为止" optional error={problems.validTo} help="不填就一直有效，直到收回">
        <DatePicker
          value={validTo}
          onChange={setValidTo}
          label="到哪一天为止"
          min={todayIn(new Date())}
          invalid={Boolean(problems.validTo)}
        />
      </Field>
    </Sheet>
  );
}
