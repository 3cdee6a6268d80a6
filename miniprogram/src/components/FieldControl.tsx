import type { FormField } from '@shared/kernel/form';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { FilePurpose } from '@shared/modules/file/schema';
import { ChoiceTiles, type Option } from './ChoiceTiles';
import { DatePicker } from './DatePicker';
import { RegionPicker } from './RegionPicker';
import { Select } from './SheetList';
import { TextArea } from './TextArea';
import { TextInput } from './TextInput';
import { Uploader, type FileRef } from './Uploader';

/** What a form knows beside its schema, by field name. */
export interface FieldExtras {
  /** Choices known only at run time: the categories of a rule set */
  options?: readonly Option[];
  /** Begin a region picker here */
  within?: RegionCode;
  purpose?: FilePurpose;
  maxFiles?: number;
  /** Names of files already with the server */
  fileNames?: Readonly<Record<string, string>>;
}

export interface FieldControlProps {
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  extras?: FieldExtras;
  invalid?: boolean;
  disabled?: boolean;
}

const manyOptions = 8;
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const yesNo: Option[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

/** Names of files sent in this session, so that a field of ids can show them. */
const sentNames = new Map<string, string>();

/** The input of one field, by what it asks; persons have their own parts. */
export function FieldControl({ field, value, onChange, extras = {}, invalid, disabled }: FieldControlProps) {
  const options = extras.options ?? field.options ?? [];
  const common = { label: field.label, disabled };
  switch (field.input) {
    case 'longText':
      return (
        <TextArea
          {...common}
          value={textOf(value)}
          onChange={onChange}
          invalid={invalid}
          maxLength={field.name === 'charter' ? 8000 : 1000}
        />
      );
    case 'number':
      return (
        <TextInput
          {...common}
          kind="number"
          value={textOf(value)}
          onChange={onChange}
          invalid={invalid}
          maxLength={9}
        />
      );
    case 'phone':
      return (
        <TextInput
          {...common}
          kind="number"
          value={textOf(value)}
          onChange={onChange}
          invalid={invalid}
          maxLength={20}
          icon="phone"
        />
      );
    case 'idNumber':
      return (
        <TextInput
          {...common}
          kind="idcard"
          value={textOf(value)}
          onChange={onChange}
          invalid={invalid}
          maxLength={20}
        />
      );
    case 'date':
      return <DatePicker {...common} value={textOf(value) || undefined} onChange={onChange} invalid={invalid} />;
    case 'region':
      return (
        <RegionPicker
          {...common}
          value={textOf(value) || undefined}
          onChange={onChange}
          invalid={invalid}
          within={extras.within}
        />
      );
    case 'choice':
      if (options.length > manyOptions) {
        return (
          <Select
            {...common}
            options={options}
            value={textOf(value) || undefined}
            onChange={onChange}
            invalid={invalid}
          />
        );
      }
      return <ChoiceTiles {...common} options={options} value={textOf(value) || undefined} onChange={onChange} />;
    case 'choices':
      return <ChoiceTiles {...common} multiple options={options} value={listOf(value)} onChange={onChange} />;
    case 'yesNo': {
      const chosen = value === true ? 'yes' : value === false ? 'no' : undefined;
      return (
        <ChoiceTiles {...common} grid options={yesNo} value={chosen} onChange={(next) => onChange(next === 'yes')} />
      );
    }
    case 'files': {
      const files = listOf(value).map((fileId, index): FileRef => ({
        fileId,
        name: extras.fileNames?.[fileId] ?? sentNames.get(fileId) ?? `文件 ${index + 1}`,
      }));
      const change = (next: FileRef[]) => {
        next.forEach(({ fileId, name }) => sentNames.set(fileId, name));
        onChange(next.map(({ fileId }) => fileId));
      };
      return <Uploader {...common} files={files} onChange={change} purpose={extras.purpose} max={extras.maxFiles} />;
    }
    default:
      return <TextInput {...common} value={textOf(value)} onChange={onChange} invalid={invalid} />;
  }
}
