import { View } from '@tarojs/components';
import { wholeCountry, type RegionCode } from '@shared/kernel/regionScope';
import { organizationKindLabels, organizationStatusLabels } from '@shared/modules/organization/labels';
import { organizationKinds, organizationStatuses } from '@shared/modules/organization/schema';
import { Select } from '@/components/SheetList';
import { useQuery } from '@/hooks/useQuery';
import { AreaPicker } from '../../components/AreaPicker';
import { expiryChoices, type LedgerFilter } from './filter';

export interface FiltersProps {
  filter: LedgerFilter;
  /** The hat's region: nothing outside it */
  within: RegionCode | null;
  onChange: (change: Partial<LedgerFilter>) => void;
}

const any = 'any';

interface OneProps<Value extends string> {
  label: string;
  all: string;
  options: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

function One<Value extends string>({ label, all, options, value, onChange }: OneProps<Value>) {
  const choices = [{ value: any as Value | typeof any, label: all }, ...options];
  return (
    <Select<Value | typeof any>
      label={label}
      placeholder={all}
      options={choices}
      value={value}
      onChange={(next) => onChange(next === any ? undefined : (next as Value))}
    />
  );
}

/** What the ledger can be narrowed by, beside the name: side by side on a desk, one below the other in a sheet. */
export function Filters({ filter, within, onChange }: FiltersProps) {
  const ruleSet = useQuery('ruleSet.forRegion', { regionCode: filter.regionCode ?? within ?? wholeCountry });
  const categories = ruleSet.data?.data.categories ?? [];
  return (
    <View className="staff-filters">
      <AreaPicker
        label="地区"
        placeholder="整个辖区"
        within={within ?? wholeCountry}
        value={filter.regionCode}
        onChange={(code) => onChange({ regionCode: code === within ? undefined : code })}
      />
      <One
        label="登记还是备案"
        all="登记和备案"
        options={organizationKinds.map((value) => ({ value, label: `只看${organizationKindLabels[value]}的` }))}
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <One
        label="类别"
        all="所有类别"
        options={categories.map(({ code, label }) => ({ value: code, label }))}
        value={filter.category}
        onChange={(category) => onChange({ category })}
      />
      <One
        label="状态"
        all="所有状态"
        options={organizationStatuses.map((value) => ({ value, label: organizationStatusLabels[value] }))}
        value={filter.status}
        onChange={(status) => onChange({ status })}
      />
      <One
        label="什么时候到期"
        all="不论到期"
        options={expiryChoices}
        value={filter.expiringDays}
        onChange={(expiringDays) => onChange({ expiringDays })}
      />
    </View>
  );
}
