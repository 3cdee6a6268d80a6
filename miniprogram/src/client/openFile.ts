import Taro from '@tarojs/taro';

/** Opens a file by its link: a new tab in a browser, WeChat's own viewer on the phone. */
export async function openFile(url: string, name: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener');
    return;
  }
  if (/\.(jpe?g|png|webp)$/i.test(name)) {
    await Taro.previewImage({ urls: [url] });
    return;
  }
  const { tempFilePath } = await Taro.downloadFile({ url });
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
}
