import { View } from '@tarojs/components';
import { useState } from 'react';
import { importOutcomeLabels, type ImportOutcome } from '@shared/modules/ledger/reasons';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Section } from '@/components/Section';
import { StatusTag } from '@/components/StatusTag';
import type { Tone } from '@/components/Tag';
import { useElderMode } from '@/hooks/useElderMode';
import { useWide } from '@/hooks/useWide';
import { Pager } from '../../components/Pager';
import { Segments } from '../../components/Segments';
import type { Report } from './useImport';

const pageSize = 50;
const tones: Partial<Record<ImportOutcome, Tone>> = { review: 'warn', rejected: 'danger', imported: 'ok' };
const nameless = '（没有名称）';

function Table({ rows }: { rows: Report['rows'] }) {
  return (
    <View className="staff-table staff-table--scroll">
      <View className="staff-table__head staff-rows">
        <View>行号</View>
        <View>去向</View>
        <View>名称</View>
        <View>社区（村）</View>
        <View>原因和办法</View>
      </View>
      {rows.map(({ row, outcome, name, communityName, sentences }) => (
        <View key={row} className="staff-table__row staff-rows">
          <View>{row}</View>
          <View>
            <StatusTag status={outcome} labels={importOutcomeLabels} tones={tones} />
          </View>
          <View className="t-strong">{name || nameless}</View>
          <View>{communityName}</View>
          <View className="stack-tight">
            {sentences.map((sentence) => (
              <View key={sentence}>{sentence}</View>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function Cells({ rows }: { rows: Report['rows'] }) {
  return (
    <Card flush>
      {rows.map(({ row, outcome, name, communityName, sentences }) => (
        <Cell
          key={row}
          title={
            <View className="row row-wrap">
              <View className="t-strong">{name || nameless}</View>
              <StatusTag status={outcome} labels={importOutcomeLabels} tones={tones} />
            </View>
          }
          note={
            <View className="stack-tight">
              <View>
                第 {row} 行{communityName ? ` · ${communityName}` : ''}
              </View>
              {sentences.map((sentence) => (
                <View key={sentence} className="c-1">
                  {sentence}
                </View>
              ))}
            </View>
          }
        />
      ))}
    </Card>
  );
}

/** Every row that is not simply taken in, with why and what to do; narrowed by what becomes of it. */
export function RowList({ rows }: { rows: Report['rows'] }) {
  const wide = useWide();
  const { elder } = useElderMode();
  const [outcome, setOutcome] = useState<ImportOutcome | 'all'>('all');
  const [page, setPage] = useState(1);
  if (rows.length === 0) return null;
  const present = (['review', 'rejected', 'ignored'] as const).filter((each) =>
    rows.some((row) => row.outcome === each),
  );
  const segments = [
    { value: 'all' as const, label: '全部', count: rows.length },
    ...present.map((value) => ({
      value,
      label: importOutcomeLabels[value],
      count: rows.filter((row) => row.outcome === value).length,
    })),
  ];
  const fitting = rows.filter((row) => outcome === 'all' || row.outcome === outcome);
  const shown = fitting.slice((page - 1) * pageSize, page * pageSize);
  return (
    <Section title="要留意的行" help="没有列出的行都没有问题">
      {present.length > 1 ? (
        <Segments
          label="按去向看"
          segments={segments}
          value={outcome}
          onChange={(next) => {
            setOutcome(next);
            setPage(1);
          }}
        />
      ) : null}
      {wide && !elder ? <Table rows={shown} /> : <Cells rows={shown} />}
      <Pager page={page} pageSize={pageSize} total={fitting.length} totalIsExact onPage={setPage} />
    </Section>
  );
}
