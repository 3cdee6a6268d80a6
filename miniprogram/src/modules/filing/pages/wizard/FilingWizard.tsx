import Taro, { useDidHide } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { formFields } from '@shared/kernel/form';
import { coach, unmetLines } from '@shared/modules/filing/coach';
import { filingForms } from '@shared/modules/filing/forms';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { Note } from '@/components/Note';
import { SchemaForm } from '@/components/SchemaForm';
import { toast } from '@/components/toastStore';
import { useAction } from '@/hooks/useAction';
import { useForm } from '@/hooks/useForm';
import { addresses } from '../../addresses';
import { askPermits, recordPermits } from '@/client/askPermits';
import { CoachStrip } from '../../components/CoachStrip';
import { SaveLine } from '../../components/SaveLine';
import { extrasOf } from '../../fieldOptions';
import { useServerDraft } from '../../useServerDraft';
import { useFieldAids } from './useFieldAids';

/** A question that only some places ask. */
const isAsked = (name: string, filing: FilingDetail): boolean => name !== 'groupType' || filing.ruleSet.data.groupTypes;

/** The clerk's sentence, with the place when only a part of an answer was marked. */
const returnedOf = ({ returnedFields }: FilingDetail) =>
  returnedFields.map(({ field, label, reason }) => ({
    field,
    reason: field.includes('.') ? `${label}：${reason}` : reason,
  }));

/** What a form begins with: files are a list from the start, so that none is an answer too. */
const beginOf = (filing: FilingDetail) =>
  filing.kind === 'setup' ? { venueProofFiles: [], ...filing.answers } : filing.answers;

/** A returned case begins with the first place to mend, and nothing else is asked. */
const firstToMend = ({ returnedFields }: FilingDetail, asked: readonly string[]): string | undefined =>
  asked.find((name) => returnedFields.some(({ field }) => field === name || field.startsWith(`${name}.`)));

function TopNote({ filing }: { filing: FilingDetail }) {
  if (filing.returnedFields.length > 0)
    return (
      <Note tone="accent" title={`街道请您改 ${filing.returnedFields.length} 处`}>
        {filing.returnNote ?? '改好标出的地方再提交，别的不用动。'}
      </Note>
    );
  if (filing.draftOutdated)
    return <Note tone="warn">这份草稿是旧版表单填的，能用的内容都留着，请核对一遍再提交。</Note>;
  return null;
}

/** The form of one case: questions, coach, automatic save, overview, submission. */
export function FilingWizard({ filing: opened }: { filing: FilingDetail }) {
  const schema = filingForms[opened.kind];
  const only = useMemo(
    () =>
      formFields(schema)
        .map(({ name }) => name)
        .filter((name) => isAsked(name, opened)),
    [schema, opened],
  );
  const form = useForm({
    schema,
    only,
    initial: beginOf(opened),
    initialAt: opened.updatedAt,
    draftKey: `filing.${opened.id}`,
    openFields: opened.openFields,
    returned: returnedOf(opened),
  });
  const draft = useServerDraft(opened, form);
  const { filing } = draft;
  const perform = useAction();
  const below = useFieldAids(filing, form, draft);
  const lines = coach(filing.kind, filing.ruleSet.data, form.cleaned());
  const missing = unmetLines(lines).filter(({ field }) => form.isOpen(field));
  const [isSending, setSending] = useState(false);
  useDidHide(() => void draft.save());

  const send = async () => {
    // WeChat asks only at the tap itself: first of all.
    const permits = await askPermits();
    const version = await draft.save();
    if (version === undefined) {
      toast('还没有存到服务器，请等网络好了再提交', 'warn');
      return;
    }
    const done = await perform(
      'filing.submit',
      { filingId: filing.id, version },
      {
        done: '已提交',
        onError: (error) => {
          if (error.code === 'STALE') void draft.catchUp();
          if (!form.fail(error)) return false;
          toast(error.message, 'danger');
          return true;
        },
      },
    );
    if (!done) return;
    form.clearDraft();
    await recordPermits(permits);
    await Taro.redirectTo({ url: addresses.detail(filing.id) });
  };
  // Not while a draft is being saved: sending waits for that itself, and a tap must never be lost.
  const submit = async () => {
    setSending(true);
    await send().finally(() => setSending(false));
  };

  return (
    <>
      <TopNote filing={filing} />
      <SchemaForm
        mode="wizard"
        startAt={firstToMend(opened, only)}
        form={form}
        extras={extrasOf(filing)}
        coach={<CoachStrip lines={lines} />}
        saved={<SaveLine draft={draft} kept={form.savedAt} />}
        below={below}
        onStep={() => void draft.save()}
        submitLabel="提交备案"
        submitting={isSending}
        submitDisabledReason={missing.length > 0 ? `还有 ${missing.length} 条没有满足，补齐后就能提交` : undefined}
        onSubmit={submit}
      />
    </>
  );
}
