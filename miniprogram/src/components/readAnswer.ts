import { formatFullDate, isCivilDate } from '@shared/kernel/civilDate';
import type { FormField } from '@shared/kernel/form';
import type { Option } from './ChoiceTiles';

const nameOf = (value: unknown): string => {
  const name = typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : undefined;
  return typeof name === 'string' ? name : '';
};

const peopleShown = 6;

/** An answer as people read it, for overviews; undefined when nothing was answered. Regions are looked up by `AnswerText`. */
export function readAnswer(
  field: FormField,
  value: unknown,
  options: readonly Option[] = field.options ?? [],
): string | undefined {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return undefined;
  const labelOf = (each: unknown) => options.find((option) => option.value === each)?.label ?? String(each);
  switch (field.input) {
    case 'choice':
      return labelOf(value);
    case 'choices':
      return Array.isArray(value) ? value.map(labelOf).join('、') : undefined;
    case 'yesNo':
      return value === true ? '是' : '否';
    case 'date':
      return isCivilDate(String(value)) ? formatFullDate(String(value)) : String(value);
    case 'files':
      return Array.isArray(value) ? `${value.length} 个文件` : undefined;
    case 'people': {
      const names = Array.isArray(value) ? value.map(nameOf) : [];
      return `${names.length} 人：${names.slice(0, peopleShown).join('、')}${names.length > peopleShown ? ' 等' : ''}`;
    }
    case 'person': {
      const { phone } = value as { phone?: unknown };
      return [nameOf(value), typeof phone === 'string' ? phone : ''].filter(Boolean).join('，') || undefined;
    }
    default:
      return String(value);
  }
}
