import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { FilingDetail } from '@shared/modules/filing/schema';
import { Button } from '@/components/Button';
import type { Values } from '@/hooks/formValues';
import type { Form } from '@/hooks/useForm';
import type { ServerDraft } from '../../useServerDraft';
import { CharterAid } from './CharterAid';

const isPerson = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const peopleOf = (value: unknown): Values[] => (Array.isArray(value) ? value : [value]).filter(isPerson);
const nameOf = ({ name }: Values): string => (typeof name === 'string' ? name.trim() : '');

/** People named in earlier answers who are not on this list yet. */
function missingOn(list: unknown, people: readonly Values[]): Values[] {
  const known = new Set(peopleOf(list).map(nameOf));
  const fresh = new Map(
    people
      .filter((person) => nameOf(person) !== '' && !known.has(nameOf(person)))
      .map((person) => [nameOf(person), person]),
  );
  return Array.from(fresh.values());
}

/** What the record says today, beside what is to change. */
function Before({ text }: { text: string | undefined }) {
  return text ? <View className="t-small c-2 filing-clamp">现在是：{text}</View> : null;
}

interface CarryProps {
  label: string;
  people: readonly Values[];
  onAdd: () => void;
}

/** Takes people over who were named before. */
function Carry({ label, people, onAdd }: CarryProps) {
  return people.length ? (
    <Button kind="text" icon="plus" label={`${label}（${people.map(nameOf).join('、')}）`} onPress={onAdd} />
  ) : null;
}

/** Help under single questions: carried-over people, the drafted charter, what the record says today. */
export function useFieldAids(filing: FilingDetail, form: Form, draft: ServerDraft): Partial<Record<string, ReactNode>> {
  const { values, set, isOpen } = form;
  const leader = peopleOf(values.leader);
  const founders = missingOn(values.founders, leader);
  const members = missingOn(values.members, [...leader, ...peopleOf(values.founders)]);
  const addTo = (name: 'founders' | 'members', rows: Values[]) => set(name, [...peopleOf(values[name]), ...rows]);
  const before = Object.entries(filing.organizationBefore ?? {}).map(
    ([name, text]) => [name, <Before key={name} text={text} />] as const,
  );
  return {
    ...Object.fromEntries(before),
    ...(filing.kind === 'setup' &&
      isOpen(`founders.${peopleOf(values.founders).length}`) && {
        founders: <Carry label="负责人也是发起人" people={founders} onAdd={() => addTo('founders', founders)} />,
      }),
    ...(filing.kind === 'setup' &&
      isOpen(`members.${peopleOf(values.members).length}`) && {
        members: (
          <Carry
            label="把他们也加进来"
            people={members}
            onAdd={() =>
              addTo(
                'members',
                members.map(({ name, phone }) => ({ name, phone, resident: true })),
              )
            }
          />
        ),
      }),
    ...(filing.kind === 'setup' &&
      isOpen('charter') && {
        charter: (
          <CharterAid
            filingId={filing.id}
            current={values.charter}
            onDraft={(text) => set('charter', text)}
            save={draft.save}
          />
        ),
      }),
  };
}
