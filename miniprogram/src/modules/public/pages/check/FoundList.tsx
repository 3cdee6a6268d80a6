import { organizationKindLabels } from '@shared/modules/organization/labels';
import type { OrganizationPublic } from '@shared/modules/organization/schema';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Section } from '@/components/Section';
import { Tag, type Tone } from '@/components/Tag';

const tones: Record<OrganizationPublic['status'], Tone> = { active: 'ok', lapsed: 'warn', cancelled: 'danger' };

/** Several match: which one is meant? */
export function FoundList({
  items,
  onChoose,
}: {
  items: OrganizationPublic[];
  onChoose: (organization: OrganizationPublic) => void;
}) {
  return (
    <Section title={`有 ${items.length} 个相近的，是哪一个？`}>
      <Card flush>
        {items.map((organization) => (
          <Cell
            key={organization.id}
            title={organization.name}
            note={`${organization.streetName}${organization.communityName} · ${organizationKindLabels[organization.kind]}`}
            value={<Tag text={organization.statusLabel} tone={tones[organization.status]} />}
            label={`${organization.name}，${organization.communityName}，${organization.statusLabel}`}
            onPress={() => onChoose(organization)}
          />
        ))}
      </Card>
    </Section>
  );
}
