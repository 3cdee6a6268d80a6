import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatFullDate, isCivilDate } from '@shared/kernel/civilDate';
import type { DuplicateCandidate, FilingDetail } from '@shared/modules/filing/schema';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Confirm } from '@/components/Confirm';
import { Field } from '@/components/Field';
import { Note } from '@/components/Note';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { TextArea } from '@/components/TextArea';
import { useAction } from '@/hooks/useAction';

type Verdict = 'same' | 'different';
const verdictWords: Record<Verdict, string> = { same: '是同一个', different: '不是同一个' };

const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '—');
const day = (value: unknown): string => (typeof value === 'string' && isCivilDate(value) ? formatFullDate(value) : '—');

const leaderOf = ({ answers }: FilingDetail): Record<string, unknown> =>
  typeof answers.leader === 'object' && answers.leader !== null ? (answers.leader as Record<string, unknown>) : {};

/** The two records side by side, line by line; what is equal stands out. */
function Compare({ filing, candidate }: { filing: FilingDetail; candidate: DuplicateCandidate }) {
  const leader = leaderOf(filing);
  const rows: [string, string, string][] = [
    ['名称', text(filing.name), candidate.name],
    ['社区', filing.communityName, candidate.communityName],
    ['类别', text(filing.categoryLabel), text(candidate.categoryLabel)],
    ['负责人', text(leader.name), text(candidate.leaderName)],
    ['电话', text(leader.phone), text(candidate.leaderPhoneMasked)],
    ['成立日期', day(filing.answers.foundedOn), day(candidate.foundedOn)],
    ['备案编号', text(filing.filingCode), text(candidate.filingCode)],
  ];
  return (
    <View className="desk-compare">
      <View className="desk-compare__row desk-compare__head">
        <View className="desk-compare__label" />
        <View className="desk-compare__cell">本件</View>
        <View className="desk-compare__cell">
          {candidate.source === 'organization' ? '台账上的' : '另一件'}（{candidate.statusLabel}）
        </View>
      </View>
      {rows.map(([label, mine, other]) => (
        <View
          key={label}
          className={mine === other && mine !== '—' ? 'desk-compare__row desk-compare__row--same' : 'desk-compare__row'}
        >
          <View className="desk-compare__label">{label}</View>
          <View className="desk-compare__cell">{mine}</View>
          <View className="desk-compare__cell">{other}</View>
        </View>
      ))}
    </View>
  );
}

/** 疑似重复：两条记录并排，判定“同一”或“不同”，写明理由。 */
export function DuplicatePanel({
  filing,
  reload,
}: {
  filing: FilingDetail;
  reload: (fresh?: FilingDetail) => Promise<void>;
}) {
  const [asked, setAsked] = useState<{ candidate: DuplicateCandidate; verdict: Verdict }>();
  const [reason, setReason] = useState('');
  const perform = useAction();
  if (filing.duplicates.length === 0) return null;
  const mayDecide = filing.availableActions.includes('decideDuplicate');
  const decide = async () => {
    if (!asked) return;
    const { candidate, verdict } = asked;
    const done = await perform('filing.decideDuplicate', {
      filingId: filing.id,
      version: filing.version,
      key: candidate.key,
      verdict,
      reason,
    });
    if (!done) return;
    setAsked(undefined);
    setReason('');
    await reload(done);
  };
  return (
    <Section title="疑似重复">
      {filing.duplicates.map((candidate) => (
        <Card key={candidate.key} accent={!candidate.verdict}>
          <View className="row row-wrap">
            {candidate.reasons.map((each) => (
              <Tag key={each} tone="warn" text={each} />
            ))}
          </View>
          <Compare filing={filing} candidate={candidate} />
          {candidate.verdict ? (
            <Note tone="ok">
              {candidate.verdict.byName}判定：{verdictWords[candidate.verdict.verdict]}。{candidate.verdict.reason}
            </Note>
          ) : mayDecide ? (
            <View className="row row-wrap">
              <Button
                small
                kind="quiet"
                label="不是同一个"
                onPress={() => setAsked({ candidate, verdict: 'different' })}
              />
              <Button small kind="quiet" label="是同一个" onPress={() => setAsked({ candidate, verdict: 'same' })} />
            </View>
          ) : null}
        </Card>
      ))}
      {asked ? (
        <Confirm
          title={`判定：${verdictWords[asked.verdict]}`}
          act={verdictWords[asked.verdict]}
          loading={perform.pending !== undefined}
          disabledReason={reason.trim().length < 2 ? '请写明理由' : undefined}
          onConfirm={() => void decide()}
          onCancel={() => setAsked(undefined)}
        >
          <View className="t-small c-2">
            {asked.verdict === 'same' && asked.candidate.source === 'organization'
              ? '通过后会并入台账上的这条记录，不会多出一条。'
              : null}
            {asked.verdict === 'same' && asked.candidate.source === 'filing'
              ? '两件只能通过一件，请退回或不予备案其中一件。'
              : null}
          </View>
          <Field label="理由">
            <TextArea
              value={reason}
              onChange={setReason}
              label="理由"
              placeholder="如：负责人和成员都不同，已电话核实"
              maxLength={500}
            />
          </Field>
        </Confirm>
      ) : null}
    </Section>
  );
}
