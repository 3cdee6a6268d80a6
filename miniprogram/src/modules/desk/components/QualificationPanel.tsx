import { View } from '@tarojs/components';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';

const tones = { ok: 'ok', warn: 'warn', block: 'danger' } as const;
const words = { ok: '没问题', warn: '请核实', block: '不符合' } as const;
const roleWords = { leader: '负责人', founder: '发起人' } as const;

/** 发起人、拟任负责人资格审查（R5）。 */
export function QualificationPanel({ filing: { qualification } }: { filing: FilingDetail }) {
  if (qualification.length === 0) return null;
  return (
    <Section title="资格审查">
      <Card>
        {qualification.map(({ person, role, level, sentence }, index) => (
          <View key={index} className="row row-top">
            <Tag tone={tones[level]} text={words[level]} />
            <View className="grow">
              {person}（{roleWords[role]}）：{sentence}
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
