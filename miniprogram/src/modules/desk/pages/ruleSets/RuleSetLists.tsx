import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ChecklistItem, RuleCondition, RuleSetData } from '@shared/modules/filing/ruleSet';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { SheetList } from '@/components/SheetList';
import { TextInput } from '@/components/TextInput';
import { NumberInput } from '../../components/NumberInput';
import { Block, Row } from './EditList';
import { freshId, replaced, without } from './rows';
import type { RuleSetDraft } from './useRuleSetDraft';
import { askedFields, conditionSentence } from './ruleSetWords';

/** 备案条件：人数、必填项；依据随条件走。 */
export function ConditionsEditor({ draft }: { draft: RuleSetDraft }) {
  const [isAdding, setAdding] = useState(false);
  const { conditions } = draft.data;
  const change = (index: number, next: Partial<RuleCondition>) =>
    draft.change({ conditions: replaced(conditions, index, next) as RuleCondition[] });
  const free = askedFields.filter(
    ({ name }) => !conditions.some((each) => each.kind === 'filled' && each.field === name),
  );
  const addFilled = (name: string) => {
    const id = freshId(
      name,
      conditions.map((each) => each.id),
    );
    draft.change({
      conditions: [...conditions, { id, kind: 'filled', field: name, source: draft.data.source.slice(0, 200) }],
    });
    setAdding(false);
  };
  return (
    <Block
      title="备案条件"
      error={draft.errorOf('conditions')}
      add={<Button kind="quiet" icon="plus" label="加一项必须填写的内容" onPress={() => setAdding(true)} />}
    >
      {conditions.map((condition, index) => (
        <Row
          key={condition.id}
          words={conditionSentence(condition)}
          onRemove={() => draft.change({ conditions: without(conditions, index) })}
        >
          <View className="t-strong">
            {condition.kind === 'count' && Number.isNaN(condition.min) ? '请填人数' : conditionSentence(condition)}
          </View>
          <View className="staff-pair">
            {condition.kind === 'count' ? (
              <View className="staff-pair__number">
                <NumberInput
                  value={condition.min}
                  onChange={(min) => change(index, { min })}
                  label="最少人数"
                  unit="人"
                />
              </View>
            ) : null}
            <View className="staff-pair__rest">
              <TextInput
                value={condition.source}
                onChange={(source) => change(index, { source })}
                label="依据"
                placeholder="依据：哪个文件哪一条"
                maxLength={200}
              />
            </View>
          </View>
        </Row>
      ))}
      {isAdding ? (
        <SheetList
          title="申请人必须填写哪一项"
          options={free.map(({ name, label }) => ({ value: name, label }))}
          value={undefined}
          onChoose={addFilled}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Block>
  );
}

/** 要交的材料。 */
export function MaterialsEditor({ draft }: { draft: RuleSetDraft }) {
  const { materials, source } = draft.data;
  const change = (index: number, next: Partial<RuleSetData['materials'][number]>) =>
    draft.change({ materials: replaced(materials, index, next) });
  const missing = materials.some(({ field }) => field === 'venueProofFiles') ? 'otherFiles' : 'venueProofFiles';
  const add = () => {
    const label = missing === 'venueProofFiles' ? '场所使用权证明' : '';
    draft.change({
      materials: [
        ...materials,
        {
          id: freshId(
            'material',
            materials.map(({ id }) => id),
          ),
          label,
          field: missing,
          source: source.slice(0, 200),
        },
      ],
    });
  };
  return (
    <Block
      title="要交的材料"
      help="申请人在表单里上传，缺了不能受理"
      error={draft.errorOf('materials')}
      add={<Button kind="quiet" icon="plus" label="加一份材料" onPress={add} />}
    >
      {materials.map((material, index) => (
        <Row
          key={material.id}
          words={material.label}
          onRemove={() => draft.change({ materials: without(materials, index) })}
        >
          <View className="staff-pair">
            <View className="staff-pair__rest">
              <TextInput
                value={material.label}
                onChange={(label) => change(index, { label })}
                label="材料名称"
                placeholder="材料名称"
                maxLength={30}
              />
            </View>
            <View className="staff-pair__rest">
              <TextInput
                value={material.source}
                onChange={(next) => change(index, { source: next })}
                label="依据"
                placeholder="依据"
                maxLength={200}
              />
            </View>
          </View>
        </Row>
      ))}
    </Block>
  );
}

/** 类别：改名字不影响已有的组织。 */
export function CategoriesEditor({ draft }: { draft: RuleSetDraft }) {
  const { categories } = draft.data;
  const add = () =>
    draft.change({
      categories: [
        ...categories,
        {
          code: freshId(
            'category',
            categories.map(({ code }) => code),
          ),
          label: '',
        },
      ],
    });
  return (
    <Block
      title="类别"
      help="改名字时，已备案的组织仍属于原来那一类"
      error={draft.errorOf('categories')}
      add={<Button kind="quiet" icon="plus" label="加一个类别" onPress={add} />}
    >
      {categories.map(({ code, label }, index) => (
        <Row key={code} words={label} onRemove={() => draft.change({ categories: without(categories, index) })}>
          <TextInput
            value={label}
            onChange={(next) => draft.change({ categories: replaced(categories, index, { label: next }) })}
            label={`第 ${index + 1} 个类别`}
            placeholder="类别名称"
            maxLength={20}
          />
        </Row>
      ))}
    </Block>
  );
}

/** 审查清单和及格分。 */
export function ChecklistEditor({ draft }: { draft: RuleSetDraft }) {
  const { checklist, passScore } = draft.data;
  const change = (index: number, next: Partial<ChecklistItem>) =>
    draft.change({ checklist: replaced(checklist, index, next) });
  const add = () =>
    draft.change({
      checklist: [
        ...checklist,
        {
          id: freshId(
            'check',
            checklist.map(({ id }) => id),
          ),
          label: '',
          maxScore: 10,
        },
      ],
    });
  const total = checklist.reduce((sum, { maxScore }) => sum + (Number.isNaN(maxScore) ? 0 : maxScore), 0);
  return (
    <>
      <Block
        title={`审查清单（满分 ${total} 分）`}
        error={draft.errorOf('checklist')}
        add={<Button kind="quiet" icon="plus" label="加一项" onPress={add} />}
      >
        {checklist.map((item, index) => (
          <Row key={item.id} words={item.label} onRemove={() => draft.change({ checklist: without(checklist, index) })}>
            <View className="staff-pair">
              <View className="staff-pair__rest">
                <TextInput
                  value={item.label}
                  onChange={(label) => change(index, { label })}
                  label={`第 ${index + 1} 项`}
                  placeholder="审查什么"
                  maxLength={60}
                />
              </View>
              <View className="staff-pair__number">
                <NumberInput
                  value={item.maxScore}
                  onChange={(maxScore) => change(index, { maxScore })}
                  label="最高分"
                  unit="分"
                />
              </View>
            </View>
          </Row>
        ))}
      </Block>
      <Card>
        <Field label="及格分" help="总分达到这个分数才能同意备案" error={draft.errorOf('passScore')}>
          <NumberInput
            value={passScore}
            onChange={(next) => draft.change({ passScore: next })}
            label="及格分"
            unit="分"
            invalid={Boolean(draft.errorOf('passScore'))}
          />
        </Field>
      </Card>
    </>
  );
}
