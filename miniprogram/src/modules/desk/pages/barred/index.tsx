import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod';
import { civilDate, formatFullDate, formatInstant } from '@shared/kernel/civilDate';
import { idNumberField } from '@shared/kernel/fields';
import { field } from '@shared/kernel/form';
import { plainText } from '@shared/kernel/text';
import type { Output } from '@shared/contract';
import { ButtonBar } from '@/components/ActionBar';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { SchemaForm } from '@/components/SchemaForm';
import { Sheet } from '@/components/Sheet';
import { Tag } from '@/components/Tag';
import { TextArea } from '@/components/TextArea';
import { useAction } from '@/hooks/useAction';
import { useForm } from '@/hooks/useForm';
import { useQuery } from '@/hooks/useQuery';
import { Pager } from '../../components/Pager';
import '../../staff.css';

type Barred = Output<'barredPerson.list'>['items'][number];

const pageSize = 50;

const addForm = z.strictObject({
  name: plainText(20)
    .min(2, { error: '请写全姓名' })
    .meta(field({ label: '姓名', input: 'text' })),
  idNumber: idNumberField.meta(
    field({ label: '身份证号', help: '对照证件填写；以后只用来比对，名单上只显示一部分', input: 'idNumber' }),
  ),
  reason: plainText(500)
    .min(2, { error: '请写明理由' })
    .meta(field({ label: '列入理由', help: '写明依据和事由，如“受到行政处罚未满三年”', input: 'longText' })),
  until: civilDate.optional().meta(field({ label: '到哪一天为止', help: '不填就一直有效，直到移出', input: 'date' })),
});

function AddSheet({ onClose, onAdded }: { onClose: () => void; onAdded: () => Promise<void> }) {
  const form = useForm({ schema: addForm });
  const perform = useAction({ onError: form.fail });
  const add = async (answers: z.output<typeof addForm>) => {
    if (await perform('barredPerson.add', answers, { done: '已列入禁入名单' })) await onAdded();
  };
  return (
    <Sheet title="列入禁入名单" full onClose={onClose}>
      <SchemaForm
        form={form}
        mode="all"
        submitLabel="列入禁入名单"
        submitting={perform.pending !== undefined}
        onSubmit={add}
      />
    </Sheet>
  );
}

function RemoveDialog({
  person,
  onClose,
  onRemoved,
}: {
  person: Barred;
  onClose: () => void;
  onRemoved: () => Promise<void>;
}) {
  const [reason, setReason] = useState('');
  const perform = useAction();
  const remove = async () => {
    if (await perform('barredPerson.remove', { id: person.id, reason }, { done: `已把${person.name}移出名单` }))
      await onRemoved();
  };
  return (
    <Confirm
      title={`把${person.name}移出禁入名单吗？`}
      act="移出名单"
      danger
      loading={perform.pending !== undefined}
      disabledReason={reason.trim().length < 2 ? '请写明理由' : undefined}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <View className="c-2">移出后，他可以再担任负责人和发起人。谁移出的、为什么，会一直留有记录。</View>
      <Field label="理由">
        <TextArea value={reason} onChange={setReason} label="理由" maxLength={500} placeholder="如“处罚期满”" />
      </Field>
    </Confirm>
  );
}

function BarredCard({ person, onRemove }: { person: Barred; onRemove: () => void }) {
  return (
    <Card>
      <View className="row row-between row-top">
        <View className="grow stack-tight">
          <View className="row row-wrap">
            <View className="t-title">{person.name}</View>
            <View className="c-2">{person.idNumberMasked}</View>
            <Tag tone="danger" icon="lock" text={person.until ? `到 ${formatFullDate(person.until)}` : '一直有效'} />
          </View>
          <View>{person.reason}</View>
          <View className="t-small c-2">
            {person.addedByName} {formatInstant(new Date(person.addedAt), new Date())} 列入
          </View>
        </View>
        <Button small kind="quiet" label="移出" ariaLabel={`把${person.name}移出名单`} onPress={onRemove} />
      </View>
    </Card>
  );
}

/** 禁入名单：不能担任负责人和发起人的人。 */
export default function BarredPage() {
  const [page, setPage] = useState(1);
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Barred>();
  const list = useQuery('barredPerson.list', { page, pageSize });
  const finish = async () => {
    setAdding(false);
    setRemoving(undefined);
    await list.reload();
  };
  return (
    <Page
      title="禁入名单"
      note="名单上的人不能担任社区社会组织的负责人和发起人，提交备案时自动比对"
      bar={<ButtonBar buttons={[{ label: '列入一个人', icon: 'plus', onPress: () => setAdding(true) }]} />}
    >
      <Note icon="eye">名单只给有权的工作人员看，每次改动都留有记录。</Note>
      <QueryView query={list} empty={{ text: '名单上现在没有人', icon: 'shield' }}>
        {(data) => (
          <View className="stack">
            {data.items.map((person) => (
              <BarredCard key={person.id} person={person} onRemove={() => setRemoving(person)} />
            ))}
            <Pager
              page={data.page}
              pageSize={data.pageSize}
              total={data.total}
              totalIsExact={data.totalIsExact}
              onPage={setPage}
            />
          </View>
        )}
      </QueryView>
      {isAdding ? <AddSheet onClose={() => setAdding(false)} onAdded={finish} /> : null}
      {removing ? <RemoveDialog person={removing} onClose={() => setRemoving(undefined)} onRemoved={finish} /> : null}
    </Page>
  );
}
