import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type * as z from 'zod';
import { formatInstant } from '@shared/kernel/civilDate';
import { ButtonBar } from './ActionBar';
import { Note } from './Note';
import { SchemaField, SchemaOverview, sectionsOf, type SchemaFormProps } from './SchemaParts';
import { Steps } from './Steps';

const overview = 'overview';
const isAnswered = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** One question per screen: steps on top, the coach under it, saved by itself, at the end everything to read over. */
export function SchemaWizard<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  const { form, extras, below, coach, submitLabel, onSubmit, submitting, submitDisabledReason, onStep, startAt } =
    props;
  const asked = form.fields.filter(({ name }) => form.isOpen(name));
  const [at, setAt] = useState<string>(() => {
    if (startAt) return startAt;
    const isReturned = form.fields.some(({ name }) => form.returnedReason(name));
    const first = asked.find(({ name, optional }) => !optional && !isAnswered(form.values[name]));
    return isReturned || !first ? overview : first.name;
  });
  /** Came from 修改 on the overview: back there afterwards. */
  const [returnsToOverview, setReturns] = useState(false);
  const index = asked.findIndex(({ name }) => name === at);
  const field = asked[index];
  const sections = sectionsOf(asked);
  const stepNames = [...sections.map(({ title }) => title ?? '填写'), '核对'];
  const current = field ? sections.findIndex(({ title }) => title === field.section) : stepNames.length - 1;

  const go = (name: string) => {
    setAt(name);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const next = () => {
    if (!field || !form.validate([field.name])) return;
    void onStep?.(field.name);
    go(returnsToOverview ? overview : (asked[index + 1]?.name ?? overview));
    if (returnsToOverview) setReturns(false);
  };
  const submit = () => {
    const answers = form.validate();
    if (answers) void onSubmit(answers);
    else void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const kept = form.savedAt ? `已自动存在手机上，${formatInstant(form.savedAt, new Date())}` : '填的内容会自动存下来';
  const saved = props.saved ?? <View className="t-small c-3">{kept}</View>;

  return (
    <View className="stack sl-form--bar">
      <Steps steps={stepNames} current={current} />
      {field ? (
        <>
          <View className="t-small c-2">
            第 {index + 1} 题，共 {asked.length} 题
          </View>
          <View key={field.name} className="sl-question">
            <SchemaField form={form} field={field} extras={extras} asQuestion below={below?.[field.name]} />
          </View>
          {coach}
          {saved}
          <ButtonBar
            buttons={[
              {
                label: index > 0 && !returnsToOverview ? '上一题' : '看全部',
                kind: 'quiet',
                onPress: () => go(returnsToOverview ? overview : (asked[index - 1]?.name ?? overview)),
              },
              { label: returnsToOverview ? '改好了' : '下一题', onPress: next },
            ]}
          />
        </>
      ) : (
        <>
          {form.errors.length ? <Note tone="danger">有 {form.errors.length} 处要改，请看标出的地方</Note> : null}
          <SchemaOverview
            form={form}
            extras={extras}
            onEdit={(name) => {
              setReturns(true);
              go(name);
            }}
          />
          {coach}
          {saved}
          <ButtonBar
            buttons={[
              { label: submitLabel, onPress: submit, loading: submitting, disabledReason: submitDisabledReason },
            ]}
          />
        </>
      )}
    </View>
  );
}
