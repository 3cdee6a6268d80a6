import { Image, View } from '@tarojs/components';
import { renderSVG } from 'uqr';
import { a11y } from './a11y';
import { imageOfSvg } from './imageOfSvg';

export interface QrCodeProps {
  /** What it says when scanned */
  text: string;
  /** Read aloud */
  label: string;
  /** Edge in design pixels */
  size?: number;
}

/** A QR code. */
export function QrCode({ text, label, size = 320 }: QrCodeProps) {
  return (
    <View className="sl-qr" {...a11y({ role: 'img', label })}>
      <Image
        src={imageOfSvg(renderSVG(text, { border: 2 }))}
        style={{ width: `${size / 2}px`, height: `${size / 2}px` }}
        nativeProps={{ alt: '' }}
      />
    </View>
  );
}
