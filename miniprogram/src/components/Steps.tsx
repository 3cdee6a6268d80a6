import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';

export interface StepsProps {
  steps: readonly string[];
  /** Index of the step one is at; `steps.length` when all are done */
  current: number;
}

/** How far one is. */
export function Steps({ steps, current }: StepsProps) {
  const said = current < steps.length ? `第 ${current + 1} 步，共 ${steps.length} 步：${steps[current]}` : '全部完成';
  return (
    <View {...a11y({ role: 'img', label: said })}>
      <View className="sl-steps">
        {steps.map((step, index) => (
          <View
            key={step}
            className={classes('sl-step', index < current && 'sl-step--done', index === current && 'sl-step--now')}
          >
            {index > 0 ? <View className="sl-step__line" /> : null}
            <View className="sl-step__dot">
              {index < current ? <Icon name="check" size="small" /> : String(index + 1)}
            </View>
            <View className="sl-step__name">{step}</View>
          </View>
        ))}
      </View>
      <View className="sl-steps__now">{steps[current] ?? '全部完成'}</View>
    </View>
  );
}
