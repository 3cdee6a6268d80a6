import { View } from '@tarojs/components';
import { useElderMode } from '@/hooks/useElderMode';
import { a11y, pressable } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** Second line */
  note?: string;
  disabledReason?: string;
}

interface Common<Value extends string> {
  options: readonly Option<Value>[];
  /** Read aloud: the field's label */
  label: string;
  disabled?: boolean;
  /** Two or more in a row */
  grid?: boolean;
}

export interface OneChoice<Value extends string> extends Common<Value> {
  multiple?: false;
  value: Value | undefined;
  onChange: (value: Value) => void;
}

export interface ManyChoices<Value extends string> extends Common<Value> {
  multiple: true;
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

const isMany = <Value extends string>(props: OneChoice<Value> | ManyChoices<Value>): props is ManyChoices<Value> =>
  props.multiple === true;

/** All choices in sight, one press each; with `multiple` any number of them. */
export function ChoiceTiles<Value extends string>(props: OneChoice<Value> | ManyChoices<Value>) {
  const { options, label, disabled, grid } = props;
  const { elder } = useElderMode();
  const isOn = (value: Value) => (isMany(props) ? props.value.includes(value) : props.value === value);
  const choose = (value: Value) => {
    if (!isMany(props)) return props.onChange(value);
    props.onChange(isOn(value) ? props.value.filter((each) => each !== value) : [...props.value, value]);
  };
  return (
    <View
      className={classes('sl-choices', grid && !elder && 'sl-choices--grid')}
      {...a11y({ role: props.multiple ? 'group' : 'radiogroup', label })}
    >
      {options.map((option) => {
        const off = disabled || Boolean(option.disabledReason);
        const note = option.disabledReason ?? option.note;
        const role = props.multiple ? 'checkbox' : 'radio';
        return (
          <View
            key={option.value}
            className={classes(
              'sl-choice',
              !off && 'sl-press',
              isOn(option.value) && 'sl-choice--on',
              off && 'sl-choice--off',
            )}
            hoverClass={off ? 'none' : 'sl-choice--pressed'}
            {...pressable(() => choose(option.value), {
              role,
              checked: isOn(option.value),
              disabled: off,
              label: [option.label, note, process.env.TARO_ENV === 'weapp' && isOn(option.value) ? '已选' : '']
                .filter(Boolean)
                .join('，'),
            })}
          >
            <View className={classes('sl-choice__mark', props.multiple && 'sl-choice__mark--square')}>
              {isOn(option.value) ? <Icon name="check" size="small" /> : null}
            </View>
            <View className="grow">
              <View>{option.label}</View>
              {note ? <View className="t-small c-2">{note}</View> : null}
            </View>
          </View>
        );
      })}
    </View>
  );
}
