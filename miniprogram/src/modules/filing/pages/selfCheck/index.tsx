import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '@shared/contract';
import { selfCheckItems } from '@shared/modules/organization/selfCheck';
import { ButtonBar } from '@/components/ActionBar';
import { Card } from '@/components/Card';
import { ChoiceTiles } from '@/components/ChoiceTiles';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { useAction } from '@/hooks/useAction';
import { GapList } from '../../components/GapList';
import { SignInGate } from '../../components/SignInGate';
import '../../filing.css';

type Answer = 'yes' | 'no' | 'unsure';
type Answers = Partial<Record<string, Answer>>;

const choices: { value: Answer; label: string }[] = [
  { value: 'yes', label: '做到了' },
  { value: 'no', label: '没做到' },
  { value: 'unsure', label: '说不准' },
];

function Result({ organization }: { organization: Output<'organization.selfCheck'> }) {
  const { selfCheck } = organization;
  if (!selfCheck) return null;
  return (
    <Section title={`${selfCheck.total} 项里做到了 ${selfCheck.met} 项`}>
      <Card>
        <GapList gaps={selfCheck.gaps} />
      </Card>
    </Section>
  );
}

function Questions({ answers, onAnswer }: { answers: Answers; onAnswer: (id: string, answer: Answer) => void }) {
  return (
    <View className="stack filing-parts">
      {selfCheckItems.map(({ id, label }, index) => (
        <Section key={id} title={`${index + 1}. ${label}`}>
          <View className="filing-three">
            <ChoiceTiles
              grid
              label={label}
              options={choices}
              value={answers[id]}
              onChange={(answer) => onAnswer(id, answer)}
            />
          </View>
        </Section>
      ))}
    </View>
  );
}

/** 运行规范自查：八个问题，缺的告诉怎么补。 */
export default function SelfCheckPage() {
  const { organizationId = '' } = useRouter().params;
  const [answers, setAnswers] = useState<Answers>({});
  const [result, setResult] = useState<Output<'organization.selfCheck'>>();
  const perform = useAction();
  const left = selfCheckItems.filter(({ id }) => !answers[id]).length;
  const finish = async () => {
    const given = Object.fromEntries(
      Object.entries(answers).filter((entry): entry is [string, Answer] => entry[1] !== undefined),
    );
    const checked = await perform('organization.selfCheck', { organizationId, answers: given });
    if (!checked) return;
    setResult(checked);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const bar = result ? (
    <ButtonBar
      buttons={[
        { label: '再查一次', kind: 'quiet', onPress: () => setResult(undefined) },
        { label: '返回', onPress: () => void Taro.navigateBack() },
      ]}
    />
  ) : (
    <ButtonBar
      buttons={[
        {
          label: '看结果',
          loading: perform.pending !== undefined,
          disabledReason: left > 0 ? `还有 ${left} 个问题没回答` : undefined,
          onPress: () => void finish(),
        },
      ]}
    />
  );
  return (
    <Page title="运行自查" note={result ? undefined : '照实回答就行，没做到的会告诉您怎么补。'} bar={bar}>
      <SignInGate>
        {result ? (
          <Result organization={result} />
        ) : (
          <Questions
            answers={answers}
            onAnswer={(id, answer) => setAnswers((before) => ({ ...before, [id]: answer }))}
          />
        )}
      </SignInGate>
    </Page>
  );
}
