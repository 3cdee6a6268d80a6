import { View } from '@tarojs/components';
import { useState } from 'react';
import { AppError, type FieldError } from '@shared/kernel/errors';
import type { FormField } from '@shared/kernel/form';
import { chooseFiles } from '@/client/chooseFiles';
import { uploadFile } from '@/client/upload';
import { emptyRow, type Values } from '@/hooks/formValues';
import { Button } from './Button';
import { Card } from './Card';
import { Cell } from './Cell';
import { Field } from './Field';
import { Note } from './Note';
import { parsePeople } from './parsePeople';
import { PersonFields } from './PersonFields';
import { Sheet } from './Sheet';
import { TextArea } from './TextArea';
import { toast } from './toastStore';

export interface PeopleInputProps {
  label: string;
  columns: readonly FormField[];
  value: readonly Values[];
  onChange: (rows: Values[]) => void;
  /** Errors with paths inside the list: `3.phone` */
  errors?: readonly FieldError[];
  disabled?: boolean;
  /** False for places inside the list that stay as they are: `3.phone`; that of the next row stands for the list itself */
  isOpen?: (path: string) => boolean;
  /** Turns an uploaded sheet into rows; without it there is no xlsx button */
  readSheet?: (fileId: string) => Promise<Values[]>;
}

const firstShown = 20;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const noteOf = (row: Values): string => [textOf(row.phone), textOf(row.idNumber)].filter(Boolean).join('，');

interface PasteSheetProps {
  columns: readonly FormField[];
  onAdd: (rows: Values[]) => void;
  onClose: () => void;
}

function PasteSheet({ columns, onAdd, onClose }: PasteSheetProps) {
  const [text, setText] = useState('');
  const { people, unread } = parsePeople(text);
  const known = new Set(columns.map(({ name }) => name));
  const rows = people.map((person) => ({
    ...emptyRow(columns),
    ...Object.fromEntries(Object.entries(person).filter(([name]) => known.has(name))),
  }));
  const foot = (
    <Button
      label={rows.length ? `加入这 ${rows.length} 人` : '加入名单'}
      onPress={() => onAdd(rows)}
      disabledReason={rows.length ? undefined : '先把名单粘贴到上面'}
    />
  );
  return (
    <Sheet title="粘贴名单" onClose={onClose} foot={foot} full>
      <Field label="一行一个人：姓名 电话" help="可以从微信群接龙、表格里整段复制过来">
        <TextArea
          label="名单"
          value={text}
          onChange={setText}
          maxLength={30_000}
          placeholder={'张三 13800138000\n李四 13900139000'}
        />
      </Field>
      {rows.length ? <View className="c-ok t-strong">认出 {rows.length} 人</View> : null}
      {unread.length ? (
        <Note tone="warn" title={`有 ${unread.length} 行没认出姓名，不会加入`}>
          {unread.slice(0, 5).map((line, index) => (
            <View key={index}>{line.slice(0, 30)}</View>
          ))}
        </Note>
      ) : null}
    </Sheet>
  );
}

interface RowSheetProps {
  row: Values;
  columns: readonly FormField[];
  errors: readonly FieldError[];
  isNew: boolean;
  isOpen: (name: string) => boolean;
  onSave: (row: Values) => void;
  /** Without it the person stays on the list */
  onRemove?: () => void;
  onClose: () => void;
}

function RowSheet({ row, columns, errors, isNew, isOpen, onSave, onRemove, onClose }: RowSheetProps) {
  const [draft, setDraft] = useState(row);
  const hasName = textOf(draft.name).trim() !== '';
  return (
    <Sheet
      title={isNew ? '加一个人' : textOf(row.name) || '改一改'}
      onClose={onClose}
      foot={
        <Button
          label={isNew ? '加入名单' : '改好了'}
          onPress={() => onSave(draft)}
          disabledReason={hasName ? undefined : '先写姓名'}
        />
      }
      full
    >
      <PersonFields columns={columns} value={draft} onChange={setDraft} errors={errors} isOpen={isOpen} />
      {isNew || !onRemove ? null : <Button kind="danger" icon="trash" label="从名单里去掉" onPress={onRemove} />}
    </Sheet>
  );
}

/** A list of people: added one by one, pasted as lines, or from a sheet. */
export function PeopleInput({
  label,
  columns,
  value,
  onChange,
  errors = [],
  disabled,
  isOpen = () => true,
  readSheet,
}: PeopleInputProps) {
  const [editing, setEditing] = useState<number>();
  const [isPasting, setPasting] = useState(false);
  const [isReading, setReading] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const rowErrors = (index: number) =>
    errors
      .filter(({ field }) => field.startsWith(`${index}.`))
      .map(({ field, message }) => ({ field: field.slice(String(index).length + 1), message }));
  /** Rows may come and go, not only be mended */
  const isWhole = !disabled && isOpen(String(value.length));
  const shown = showsAll ? value : value.slice(0, firstShown);

  const add = (rows: Values[]) => {
    const key = (row: Values) => `${textOf(row.name)}|${textOf(row.phone)}`;
    const known = new Set(value.map(key));
    const fresh = rows.filter((row) => !known.has(key(row)));
    onChange([...value, ...fresh]);
    if (fresh.length < rows.length) toast(`${rows.length - fresh.length} 人名单里已有，没有重复加入`, 'warn');
  };
  const readFile = async () => {
    const [file] = await chooseFiles('file', 1, '.xlsx');
    if (!file || !readSheet) return;
    setReading(true);
    try {
      const { fileId } = await uploadFile(file, 'rosterSheet');
      add(await readSheet(fileId));
    } catch (error) {
      toast(error instanceof AppError ? error.message : '表格读不出来，请改用粘贴名单', 'danger');
    } finally {
      setReading(false);
    }
  };
  const save = (index: number, row: Values) => {
    onChange(index < value.length ? value.map((each, at) => (at === index ? row : each)) : [...value, row]);
    setEditing(undefined);
  };

  return (
    <View className="stack">
      <View className="c-2">现在有 {value.length} 人</View>
      {value.length ? (
        <Card flush>
          {shown.map((row, index) => {
            const problem = rowErrors(index)[0]?.message;
            return (
              <Cell
                key={index}
                icon={problem ? 'warn' : 'user'}
                title={textOf(row.name) || '没写姓名'}
                note={problem ? <View className="c-danger">{problem}</View> : noteOf(row)}
                label={`${textOf(row.name)}${problem ? `，${problem}` : ''}，点开修改`}
                onPress={disabled || !isOpen(String(index)) ? undefined : () => setEditing(index)}
              />
            );
          })}
        </Card>
      ) : null}
      {value.length > firstShown && !showsAll ? (
        <Button kind="text" label={`看全部 ${value.length} 人`} onPress={() => setShowsAll(true)} />
      ) : null}
      {!isWhole ? null : (
        <View className="row row-wrap">
          <View className="grow">
            <Button kind="quiet" icon="plus" label="加一个人" onPress={() => setEditing(value.length)} />
          </View>
          <View className="grow">
            <Button kind="quiet" icon="list" label="粘贴名单" onPress={() => setPasting(true)} />
          </View>
          {readSheet ? (
            <View className="grow">
              <Button kind="quiet" icon="file" label="从表格读入" onPress={() => void readFile()} loading={isReading} />
            </View>
          ) : null}
        </View>
      )}
      {editing !== undefined ? (
        <RowSheet
          row={value[editing] ?? emptyRow(columns)}
          columns={columns}
          errors={rowErrors(editing)}
          isNew={editing >= value.length}
          onSave={(row) => save(editing, row)}
          isOpen={(name) => isOpen(`${editing}.${name}`)}
          onRemove={
            isWhole
              ? () => {
                  onChange(value.filter((_, at) => at !== editing));
                  setEditing(undefined);
                }
              : undefined
          }
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {isPasting ? (
        <PasteSheet
          columns={columns}
          onClose={() => setPasting(false)}
          onAdd={(rows) => {
            add(rows);
            setPasting(false);
          }}
        />
      ) : null}
      <View className="sl-hidden">{label}</View>
    </View>
  );
}
