import Taro from '@tarojs/taro';
import { Button } from './Button';

export interface CallButtonProps {
  phone: string;
  /** Whom it calls: 「街道民政办」 */
  name?: string;
  kind?: 'primary' | 'quiet' | 'text';
  small?: boolean;
}

/** A phone number one presses to call. */
export function CallButton({ phone, name, kind = 'quiet', small }: CallButtonProps) {
  const dial = () => {
    if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${phone}`;
    else void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
  };
  return (
    <Button
      label={name ? `打电话给${name}` : `打电话 ${phone}`}
      ariaLabel={`打电话给${name ?? ''} ${phone}`}
      icon="phone"
      kind={kind}
      small={small}
      onPress={dial}
    />
  );
}
