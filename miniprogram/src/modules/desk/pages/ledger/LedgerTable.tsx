import { Text, View } from '@tarojs/components';
import { formatFullDate } from '@shared/kernel/civilDate';
import { organizationKindLabels, organizationStatusLabels } from '@shared/modules/organization/labels';
import type { LedgerLine, OrganizationStatus } from '@shared/modules/organization/schema';
import { a11y, pressable } from '@/components/a11y';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { StatusTag } from '@/components/StatusTag';
import { Tag, type Tone } from '@/components/Tag';
import { openPage } from '@/hooks/navigate';
import { pages, withQuery } from '@/routes';

const tones: Record<OrganizationStatus, Tone> = { active: 'ok', lapsed: 'warn', cancelled: 'plain' };

const open = ({ id }: LedgerLine) => openPage(withQuery(pages.organization, { organizationId: id }));
const codeOf = ({ filingCode, uscc }: LedgerLine): string => filingCode ?? uscc ?? '没有编号';
const validityOf = ({ validTo, kind }: LedgerLine): string =>
  validTo ? formatFullDate(validTo) : kind === 'filed' ? '没有记载' : '—';
const placeOf = ({ streetName, communityName }: LedgerLine): string => `${streetName} ${communityName}`.trim();
const wordsOf = (line: LedgerLine): string =>
  [line.name, organizationKindLabels[line.kind], line.categoryLabel, placeOf(line), line.statusLabel, line.expiryText]
    .filter(Boolean)
    .join('，');

const heads = ['名称', '账本', '类别', '街镇 社区（村）', '编号', '状态', '有效期至', '成员'];

function Row({ line }: { line: LedgerLine }) {
  return (
    <View
      className="staff-table__row staff-ledger sl-press"
      hoverClass="sl-cell--pressed"
      {...pressable(() => open(line), { role: 'link', label: wordsOf(line) })}
    >
      <View className="t-strong">{line.name}</View>
      <View>{organizationKindLabels[line.kind]}</View>
      <View>{line.categoryLabel ?? <Text className="c-3">未分类</Text>}</View>
      <View>{placeOf(line)}</View>
      <View className="staff-code">{line.filingCode ?? line.uscc ?? <Text className="c-3">没有编号</Text>}</View>
      <View>
        <StatusTag status={line.status} labels={organizationStatusLabels} tones={tones} />
      </View>
      <View>
        <View>{validityOf(line)}</View>
        {line.expiryText ? <View className="t-small c-accent">{line.expiryText}</View> : null}
      </View>
      <View className="staff-number">{line.memberCount ?? '—'}</View>
    </View>
  );
}

/** The ledger on a desk's screen: one line a group, the head stays in sight. */
export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <View className="staff-table staff-table--scroll">
      <View className="staff-table__head staff-ledger" {...a11y({ hidden: true })}>
        {heads.map((head) => (
          <View key={head} className={head === '成员' ? 'staff-number' : undefined}>
            {head}
          </View>
        ))}
      </View>
      {lines.map((line) => (
        <Row key={line.id} line={line} />
      ))}
    </View>
  );
}

/** The ledger on a phone, and in large letters. */
export function LedgerCells({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <Card flush>
      {lines.map((line) => (
        <Cell
          key={line.id}
          label={wordsOf(line)}
          title={<View className="t-strong">{line.name}</View>}
          note={
            <View className="stack-tight">
              <View>{[line.categoryLabel, placeOf(line)].filter(Boolean).join(' · ')}</View>
              <View className="staff-code">{codeOf(line)}</View>
              <View className="row row-wrap">
                <StatusTag status={line.status} labels={organizationStatusLabels} tones={tones} />
                <Tag text={organizationKindLabels[line.kind]} />
                {line.expiryText ? <Tag tone="accent" text={line.expiryText} icon="clock" /> : null}
              </View>
            </View>
          }
          onPress={() => open(line)}
        />
      ))}
    </Card>
  );
}
