import { View } from '@tarojs/components';
import { useState } from 'react';
import { regionLevel, regionLevels, wholeCountry, type RegionCode, type RegionLevel } from '@shared/kernel/regionScope';
import type { RegionChoice } from '@shared/modules/region/schema';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { QueryView } from '@/components/QueryView';
import { Sheet } from '@/components/Sheet';
import { PickerBox } from '@/components/SheetList';
import { TextInput } from '@/components/TextInput';
import { useQuery } from '@/hooks/useQuery';

export interface AreaPickerProps {
  value: RegionCode | undefined;
  onChange: (code: RegionCode) => void;
  label: string;
  /** Nothing outside this region can be chosen */
  within: RegionCode;
  /** Which levels may be chosen; by default every one */
  levels?: readonly RegionLevel[];
  placeholder?: string;
  invalid?: boolean;
}

interface BrowseProps {
  within: RegionCode;
  levels: readonly RegionLevel[];
  onChoose: (code: RegionCode) => void;
}

const deepest = (levels: readonly RegionLevel[]): number =>
  Math.max(...levels.map((level) => regionLevels.indexOf(level)));

function Browse({ within, levels, onChoose }: BrowseProps) {
  const [passed, setPassed] = useState<RegionChoice[]>([]);
  const code = passed[passed.length - 1]?.code ?? within;
  const level = regionLevel(code);
  const children = useQuery('region.children', { code });
  const path = useQuery('region.path', { code }, { enabled: code !== wholeCountry });
  const names = path.data?.items ?? [];
  const choose = (region: RegionChoice) => {
    if (regionLevels.indexOf(region.level) >= deepest(levels) || !region.hasChildren) onChoose(region.code);
    else setPassed([...passed, region]);
  };
  return (
    <>
      {passed.length ? (
        <Button small kind="quiet" icon="back" label="上一级" onPress={() => setPassed(passed.slice(0, -1))} />
      ) : null}
      {level && levels.includes(level) ? (
        <View className="sl-options">
          <Cell
            icon="check"
            plain
            title={`就选${names[names.length - 1]?.name ?? '这里'}`}
            onPress={() => onChoose(code)}
          />
        </View>
      ) : null}
      <QueryView query={children} empty={{ text: '这里没有下一级了', icon: 'pin' }}>
        {({ items }) => (
          <View className="sl-options">
            {items.map((region) => (
              <Cell key={region.code} title={region.name} onPress={() => choose(region)} />
            ))}
          </View>
        )}
      </QueryView>
    </>
  );
}

function Search({ text, within, levels, onChoose }: BrowseProps & { text: string }) {
  const found = useQuery('region.search', { text, within });
  const fits = (items: readonly { level: RegionLevel }[]) => items.filter(({ level }) => levels.includes(level));
  return (
    <QueryView
      query={found}
      isEmpty={({ items }) => fits(items).length === 0}
      empty={{ text: '没有找到，换几个字，或清空后一级一级地选', icon: 'search' }}
    >
      {({ items }) => (
        <View className="sl-options">
          {items
            .filter(({ level }) => levels.includes(level))
            .map((region) => (
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

/** A region of any of the allowed levels: by a few characters of its name, or level by level with 「就选…」 on the way. */
export function AreaPicker({
  value,
  onChange,
  label,
  within,
  levels = regionLevels,
  placeholder = '请选择地区',
  invalid,
}: AreaPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const path = useQuery('region.path', { code: value ?? wholeCountry }, { enabled: Boolean(value) });
  const choose = (code: RegionCode) => {
    onChange(code);
    setOpen(false);
    setText('');
  };
  const words = text.trim();
  return (
    <>
      <PickerBox
        label={label}
        icon="pin"
        text={value ? (path.data?.text ?? '正在查地名…') : undefined}
        placeholder={placeholder}
        invalid={invalid}
        onOpen={() => setOpen(true)}
      />
      {isOpen ? (
        <Sheet title={label} full onClose={() => setOpen(false)}>
          <TextInput value={text} onChange={setText} label="查找地区" placeholder="输入地名里的几个字" icon="search" />
          {words.length >= 2 ? (
            <Search text={words} within={within} levels={levels} onChoose={choose} />
          ) : (
            <Browse within={within} levels={levels} onChoose={choose} />
          )}
        </Sheet>
      ) : null}
    </>
  );
}
