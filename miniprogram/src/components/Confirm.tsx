import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button } from './Button';
import { Sheet } from './Sheet';

export interface ConfirmProps {
  /** The question: 「注销后不能恢复，要注销吗？」 */
  title: string;
  /** Says the act: 「注销备案」 */
  act: string;
  onConfirm: () => void;
  onCancel: () => void;
  danger?: boolean;
  loading?: boolean;
  disabledReason?: string;
}

/** Asked only before what cannot be undone. Mount it to ask; children explain or take a reason. */
export function Confirm({
  title,
  act,
  onConfirm,
  onCancel,
  danger,
  loading,
  disabledReason,
  children,
}: PropsWithChildren<ConfirmProps>) {
  const foot = (
    <View className="sl-bar__row">
      <View className="sl-bar__item">
        <Button kind="quiet" label="先不了" onPress={onCancel} />
      </View>
      <View className="sl-bar__item">
        <Button
          kind={danger ? 'danger' : 'primary'}
          label={act}
          onPress={onConfirm}
          loading={loading}
          disabledReason={disabledReason}
        />
      </View>
    </View>
  );
  return (
    <Sheet title={title} onClose={onCancel} foot={foot}>
      {children}
    </Sheet>
  );
}
