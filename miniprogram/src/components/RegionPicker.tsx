import { View } from '@tarojs/components';
import { useState } from 'react';
import { regionLevel, regionLevels, wholeCountry, type RegionCode, type RegionLevel } from '@shared/kernel/regionScope';
import { regionPickLabels } from '@shared/modules/region/labels';
import type { RegionChoice } from '@shared/modules/region/schema';
import { useQuery } from '@/hooks/useQuery';
import { Button } from './Button';
import { Cell } from './Cell';
import { QueryView } from './QueryView';
import { Sheet } from './Sheet';
import { PickerBox } from './SheetList';
import { TextInput } from './TextInput';

export interface RegionPickerProps {
  value: RegionCode | undefined;
  onChange: (code: RegionCode) => void;
  label: string;
  /** The level that must be chosen; upper ones are only passed through */
  level?: RegionLevel;
  /** Begin under this region */
  within?: RegionCode;
  invalid?: boolean;
  disabled?: boolean;
  placeholder?: string;
}

const depth = (code: RegionCode): number => {
  const level = regionLevel(code);
  return level ? regionLevels.indexOf(level) : -1;
};

interface BrowseProps {
  within: RegionCode;
  level: RegionLevel;
  onChoose: (code: RegionCode) => void;
}

function Browse({ within, level, onChoose }: BrowseProps) {
  const [passed, setPassed] = useState<RegionChoice[]>([]);
  const code = passed[passed.length - 1]?.code ?? within;
  const children = useQuery('region.children', { code });
  const choose = (region: RegionChoice) => {
    if (depth(region.code) >= regionLevels.indexOf(level) || !region.hasChildren) onChoose(region.code);
    else setPassed([...passed, region]);
  };
  return (
    <>
      {passed.length ? (
        <View className="row row-wrap">
          <View className="grow t-strong">{passed.map(({ name }) => name).join(' ')}</View>
          <Button small kind="quiet" icon="back" label="上一级" onPress={() => setPassed(passed.slice(0, -1))} />
        </View>
      ) : null}
      <QueryView query={children} empty={{ text: '这里没有下一级了，请返回上一级', icon: 'pin' }}>
        {({ items }) => (
          <>
            <View className="c-2">{items[0] ? regionPickLabels[items[0].level] : ''}</View>
            <View className="sl-options">
              {items.map((region) => (
                <Cell key={region.code} title={region.name} onPress={() => choose(region)} />
              ))}
            </View>
          </>
        )}
      </QueryView>
    </>
  );
}

function Search({ text, within, level, onChoose }: BrowseProps & { text: string }) {
  const found = useQuery('region.search', { text, within });
  const fits = (region: { level: RegionLevel }) => region.level === level;
  return (
    <QueryView
      query={found}
      isEmpty={({ items }) => !items.some(fits)}
      empty={{ text: '没有找到，换几个字，或清空后一级一级地选', icon: 'search' }}
    >
      {({ items }) => (
        <View className="sl-options">
          {items.filter(fits).map((region) => (
            <Cell
              key={region.code}
              title={region.name}
              note={region.upper}
              onPress={() => onChoose(region.code)}
              plain
            />
          ))}
        </View>
      )}
    </QueryView>
  );
}

/** A region, found by a few characters of its name or chosen level by level. */
export function RegionPicker(props: RegionPickerProps) {
  const {
    value,
    onChange,
    label,
    level = 'village',
    within = wholeCountry,
    invalid,
    disabled,
    placeholder = '请选择地区',
  } = props;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const path = useQuery('region.path', { code: value ?? wholeCountry }, { enabled: Boolean(value) });
  const choose = (code: RegionCode) => {
    onChange(code);
    setOpen(false);
    setText('');
  };
  const shown = value ? (path.data?.text ?? '正在查地名…') : undefined;
  return (
    <>
      <PickerBox
        label={label}
        text={shown}
        placeholder={placeholder}
        icon="pin"
        invalid={invalid}
        disabled={disabled}
        onOpen={() => setOpen(true)}
      />
      {isOpen ? (
        <Sheet title={label} full onClose={() => setOpen(false)}>
          <TextInput value={text} onChange={setText} label="查找地区" placeholder="社区、村或街道名" icon="search" />
          {text.trim().length >= 2 ? (
            <Search text={text.trim()} within={within} level={level} onChoose={choose} />
          ) : (
            <Browse within={within} level={level} onChoose={choose} />
          )}
        </Sheet>
      ) : null}
    </>
  );
}
