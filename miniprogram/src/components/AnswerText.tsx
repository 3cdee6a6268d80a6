import { Text } from '@tarojs/components';
import { isRegionCode, wholeCountry } from '@shared/kernel/regionScope';
import type { FormField } from '@shared/kernel/form';
import { useQuery } from '@/hooks/useQuery';
import { readAnswer } from './readAnswer';
import type { Option } from './ChoiceTiles';

/** The name of a region, by its code. */
export function RegionName({ code }: { code: string }) {
  const known = isRegionCode(code);
  const path = useQuery('region.path', { code: known ? code : wholeCountry }, { enabled: known });
  return <Text>{path.data?.text ?? (path.error ? '地名查不到' : '…')}</Text>;
}

/** An answer of a form, readable; 「还没填」 when there is none. */
export function AnswerText({
  field,
  value,
  options,
}: {
  field: FormField;
  value: unknown;
  options?: readonly Option[];
}) {
  if (field.input === 'region' && typeof value === 'string' && value) return <RegionName code={value} />;
  const text = readAnswer(field, value, options);
  return text === undefined ? <Text className="c-3">还没填</Text> : <Text>{text}</Text>;
}
