import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';
import { classes } from './classes';

export interface ActionBarProps<Action extends string> {
  /** What the server offers, first the main one: `data.availableActions` */
  actions: readonly Action[];
  labels: Record<Action, string>;
  onPress: (action: Action) => void;
  /** Acts that destroy or refuse */
  danger?: readonly Action[];
  /** The action on its way: `perform.pending` */
  pending?: Action | boolean;
  disabledReasons?: Partial<Record<Action, string>>;
  /** Above the buttons: a hint why something is not offered */
  note?: ReactNode;
  /** Not fixed: in the flow of a column */
  inline?: boolean;
}

const shortWords = 10;

/** Few short words stay side by side even in elder mode. */
const rowClass = (labels: readonly string[]): string =>
  classes('sl-bar__row', labels.length <= 2 && labels.join('').length <= shortWords && 'sl-bar__row--short');

/** The acts a record offers, fixed at the foot of the page; the first is the primary one. Nothing when nothing is offered. */
export function ActionBar<Action extends string>(props: ActionBarProps<Action>) {
  const { actions, labels, onPress, danger = [], pending, disabledReasons = {}, note, inline } = props;
  if (actions.length === 0 && !note) return null;
  const reasons: Partial<Record<Action, string>> = disabledReasons;
  const primary = actions.find((action) => !danger.includes(action));
  const ordered = [...actions.filter((action) => action !== primary), ...(primary ? [primary] : [])];
  return (
    <Bar inline={inline}>
      {note ? <View className="t-small c-2">{note}</View> : null}
      <View className={rowClass(ordered.map((action) => labels[action]))}>
        {ordered.map((action) => (
          <View key={action} className="sl-bar__item">
            <Button
              label={labels[action]}
              kind={danger.includes(action) ? 'danger' : action === primary ? 'primary' : 'quiet'}
              loading={pending === true || pending === action}
              disabledReason={reasons[action]}
              onPress={() => onPress(action)}
            />
          </View>
        ))}
      </View>
    </Bar>
  );
}

/** The foot of a page with free content; `ButtonBar` for plain buttons. */
export const Bar = ({ inline, children }: { inline?: boolean; children?: ReactNode }) => (
  <View className={classes('sl-bar', inline && 'sl-bar--inline')}>{children}</View>
);

/** Buttons side by side at the foot of a page; the last one is the main one. */
export function ButtonBar({ buttons, inline }: { buttons: readonly ButtonProps[]; inline?: boolean }) {
  return (
    <Bar inline={inline}>
      <View className={rowClass(buttons.map(({ label }) => label))}>
        {buttons.map((button) => (
          <View key={button.label} className="sl-bar__item">
            <Button {...button} />
          </View>
        ))}
      </View>
    </Bar>
  );
}
