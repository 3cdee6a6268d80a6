import { View } from '@tarojs/components';
import { filingKindLabels, filingStatusLabels } from '@shared/modules/filing/labels';
import type { FilingLine } from '@shared/modules/filing/schema';
import { Card } from '@/components/Card';
import { ClockChip } from '@/components/ClockChip';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { openPage } from '@/hooks/navigate';
import { useQuery } from '@/hooks/useQuery';
import { pages, withQuery } from '@/routes';

const shownMost = 3;

/** What waits for the applicant himself: drafts and returned filings offer `submit`. */
const waitsForMe = (filing: FilingLine): boolean => filing.availableActions.includes('submit');

/** 「要我办的」：退回要改的、还没交的。Silent when there is nothing. */
export function MyTasks() {
  const mine = useQuery('filing.mine', {});
  const tasks = mine.data?.items.filter(waitsForMe).slice(0, shownMost) ?? [];
  if (tasks.length === 0) return null;
  return (
    <Section title="要我办的">
      {tasks.map((filing) => {
        const words = filing.returnedCount > 0 ? `有 ${filing.returnedCount} 处要改` : '还没有提交，接着填';
        return (
          <Card
            key={filing.id}
            accent
            label={`${filing.name || filingKindLabels[filing.kind]}，${words}`}
            onPress={() => openPage(withQuery(pages.filing, { filingId: filing.id }))}
          >
            <View className="t-strong">{filing.name || '还没起名字的组织'}</View>
            <View className="c-2">
              {filingKindLabels[filing.kind]}：{words}
            </View>
            <View className="row row-wrap">
              <Tag text={filingStatusLabels[filing.status]} tone={filing.returnedCount > 0 ? 'accent' : 'plain'} />
              <ClockChip clock={filing.clock} />
            </View>
          </Card>
        );
      })}
    </Section>
  );
}
