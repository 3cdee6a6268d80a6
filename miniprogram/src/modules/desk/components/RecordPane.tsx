import { View } from '@tarojs/components';
import { filingKindLabels, filingStatusLabels } from '@shared/modules/filing/labels';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { queryClient } from '@/client/queryClient';
import { ClockChip } from '@/components/ClockChip';
import { Card } from '@/components/Card';
import { NameChip } from '@/components/NameChip';
import { Note } from '@/components/Note';
import { QueryView } from '@/components/QueryView';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { Timeline } from '@/components/Timeline';
import { useQuery } from '@/hooks/useQuery';
import type { Desk } from '../useDesk';
import { AnswerSections } from './AnswerSections';
import { DecisionBar } from './DecisionBar';
import { DuplicatePanel } from './DuplicatePanel';
import { FilePanel } from './FilePanel';
import { QualificationPanel } from './QualificationPanel';
import { ReviewPanel } from './ReviewPanel';

function Head({ filing }: { filing: FilingDetail }) {
  return (
    <Card>
      <View className="row row-between row-top">
        <View className="t-title grow">{filing.name || '（还没有名称）'}</View>
        <ClockChip clock={filing.clock} />
      </View>
      <View className="row row-wrap">
        <Tag text={filingStatusLabels[filing.status]} tone="info" />
        <Tag text={filingKindLabels[filing.kind]} />
        {filing.categoryLabel ? <Tag text={filing.categoryLabel} /> : null}
        {filing.filingCode ? <Tag tone="ok" text={filing.filingCode} icon="stamp" /> : null}
      </View>
      <View className="t-small c-2">
        {filing.streetName} · {filing.communityName} · 申请人 {filing.applicantName}
      </View>
      {filing.claimedBy ? <NameChip name={filing.claimedBy.name} role="在办" /> : null}
    </Card>
  );
}

/** Beside a change or renewal: what the record says today. */
function Before({ filing }: { filing: FilingDetail }) {
  const facts = Object.entries(filing.organizationBefore ?? {});
  if (facts.length === 0) return null;
  return (
    <Section title="台账上现在的内容">
      <Card>
        {facts.map(([label, value]) => (
          <View key={label} className="desk-answer">
            <View className="desk-answer__label">{label}</View>
            <View className="desk-answer__value">{value}</View>
          </View>
        ))}
      </Card>
    </Section>
  );
}

function Coach({ filing }: { filing: FilingDetail }) {
  const open = filing.coach.filter(({ met }) => !met);
  if (filing.coach.length === 0) return null;
  if (open.length === 0) return <Note tone="ok">材料和条件都符合{filing.ruleSet.data.title}</Note>;
  return (
    <Note tone="warn" title="还有不符合的">
      {open.map(({ id, sentence, source }) => (
        <View key={id}>
          {sentence}（{source}）
        </View>
      ))}
    </Note>
  );
}

/** One case in full: what was filled in, what resembles it, who stands behind it, the review, the history, the decision. */
export function RecordPane({ filingId, desk }: { filingId: string; desk: Desk }) {
  const filing = useQuery('filing.get', { filingId });
  /** What a command answered is shown at once, so that the next act has its version; then the whole record is asked again. */
  const reload = async (fresh?: FilingDetail) => {
    if (fresh) queryClient.setQueriesData({ queryKey: ['filing.get', { filingId }] }, fresh);
    await filing.reload();
  };
  return (
    <QueryView query={filing} skeleton="record">
      {(data) => (
        <View className="stack desk-sections">
          <Head filing={data} />
          {data.refusalReason ? (
            <Note tone="danger" title="不予备案的理由">
              {data.refusalReason}
            </Note>
          ) : null}
          {data.returnedFields.length ? (
            <Note tone="accent" title="已退回，等申请人补正">
              {data.returnedFields.map(({ field, label, reason }) => (
                <View key={field}>
                  {label}：{reason}
                </View>
              ))}
            </Note>
          ) : null}
          <Coach filing={data} />
          <DuplicatePanel filing={data} reload={reload} />
          <QualificationPanel filing={data} />
          <Before filing={data} />
          <AnswerSections filing={data} />
          <FilePanel filing={data} />
          <ReviewPanel filing={data} reload={reload} />
          <Section title="办理经过">
            <Card>
              <Timeline entries={data.history} />
            </Card>
          </Section>
          <DecisionBar filing={data} desk={desk} reload={reload} />
        </View>
      )}
    </QueryView>
  );
}
