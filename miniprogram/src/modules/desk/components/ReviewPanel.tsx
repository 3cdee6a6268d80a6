import { View } from '@tarojs/components';
import { useState } from 'react';
import { countersignLabels } from '@shared/modules/filing/labels';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { TextArea } from '@/components/TextArea';
import { TextInput } from '@/components/TextInput';
import { useAction } from '@/hooks/useAction';

const number = (text: string): number => Number.parseInt(text, 10) || 0;

function Score({
  label,
  max,
  value,
  onChange,
  fixed,
}: {
  label: string;
  max: number;
  value: string;
  onChange: (text: string) => void;
  fixed: boolean;
}) {
  return (
    <View className="desk-score">
      <View className="grow">{label}</View>
      {fixed ? (
        <View className="t-strong">{value || '—'}</View>
      ) : (
        <View className="desk-score__input">
          <TextInput
            value={value}
            onChange={onChange}
            label={`${label}，满分 ${max}`}
            kind="number"
            maxLength={3}
            invalid={number(value) > max}
          />
        </View>
      )}
      <View className="c-2 no-shrink">/ {max}</View>
    </View>
  );
}

/** 审查清单（R4）：逐项打分、书面意见、居（村）委会意见，和党建会签的结果。 */
export function ReviewPanel({
  filing,
  reload,
}: {
  filing: FilingDetail;
  reload: (fresh?: FilingDetail) => Promise<void>;
}) {
  const { review, ruleSet, countersign, countersignOpinion } = filing;
  const [scores, setScores] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(review?.scores ?? {}).map(([id, score]) => [id, String(score)])),
  );
  const [opinion, setOpinion] = useState(review?.opinion ?? '');
  const [committee, setCommittee] = useState(review?.committeeOpinion ?? '');
  const perform = useAction({ done: '审查意见已保存' });
  if (!review) return null;
  const { checklist, passScore } = ruleSet.data;
  const fixed = !filing.availableActions.includes('saveReview');
  const total = checklist.reduce((sum, { id }) => sum + number(scores[id] ?? ''), 0);
  const tooHigh = checklist.some(({ id, maxScore }) => number(scores[id] ?? '') > maxScore);
  const save = () =>
    perform(
      'filing.saveReview',
      {
        filingId: filing.id,
        version: filing.version,
        scores: Object.fromEntries(
          checklist.filter(({ id }) => scores[id]).map(({ id }) => [id, number(scores[id] ?? '')]),
        ),
        opinion,
        committeeOpinion: committee,
      },
      { after: reload },
    );
  return (
    <Section
      title="审查意见"
      aside={<Tag tone={total >= passScore ? 'ok' : 'plain'} text={`${total} 分，${passScore} 分以上可以同意`} />}
    >
      <Card>
        {checklist.map(({ id, label, maxScore }) => (
          <Score
            key={id}
            label={label}
            max={maxScore}
            fixed={fixed}
            value={scores[id] ?? ''}
            onChange={(text) => setScores({ ...scores, [id]: text.replace(/\D/g, '') })}
          />
        ))}
        {fixed ? (
          <>
            <View>审查意见：{opinion || '还没有写'}</View>
            <View>居（村）委会意见：{committee || '还没有写'}</View>
          </>
        ) : (
          <>
            <Field label="审查意见">
              <TextArea
                value={opinion}
                onChange={setOpinion}
                label="审查意见"
                maxLength={1000}
                placeholder="写明核实了什么、建议如何办"
              />
            </Field>
            <Field label="居（村）委会意见" optional>
              <TextArea value={committee} onChange={setCommittee} label="居（村）委会意见" maxLength={300} />
            </Field>
            <Button
              kind="quiet"
              label="保存审查意见"
              loading={perform.pending !== undefined}
              disabledReason={tooHigh ? '有一项超过了满分' : undefined}
              onPress={() => void save()}
            />
          </>
        )}
        {countersign === 'notRequired' ? null : (
          <Note
            tone={countersign === 'agreed' ? 'ok' : countersign === 'objected' ? 'danger' : 'info'}
            icon="stamp"
            title={countersignLabels[countersign]}
          >
            {countersignOpinion ?? '党建机构会签后才能审批'}
          </Note>
        )}
      </Card>
    </Section>
  );
}
