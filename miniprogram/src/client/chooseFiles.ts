import Taro from '@tarojs/taro';
import type { LocalFile } from './upload';

export type FileSource = 'camera' | 'album' | 'file';

const nameOf = (path: string): string => path.split('/').pop() ?? 'photo.jpg';

function chooseInBrowser(source: FileSource, count: number, accept: string): Promise<LocalFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = source === 'file' ? accept : 'image/jpeg,image/png,image/webp';
    input.multiple = count > 1 && source !== 'camera';
    if (source === 'camera') input.setAttribute('capture', 'environment');
    input.style.display = 'none';
    document.body.appendChild(input);
    const finish = (files: LocalFile[]) => {
      input.remove();
      resolve(files);
    };
    input.onchange = () =>
      finish(Array.from(input.files ?? [], (blob) => ({ name: blob.name, bytes: blob.size, blob })).slice(0, count));
    input.addEventListener('cancel', () => finish([]));
    input.click();
  });
}

async function chooseInWechat(source: FileSource, count: number): Promise<LocalFile[]> {
  if (source === 'file') {
    const { tempFiles } = await Taro.chooseMessageFile({ count, type: 'file' });
    return tempFiles.map(({ name, size, path }) => ({ name, bytes: size, path }));
  }
  const { tempFiles } = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: [source],
    sizeType: ['compressed'],
  });
  return tempFiles.map(({ tempFilePath, size }) => ({ name: nameOf(tempFilePath), bytes: size, path: tempFilePath }));
}

/** Lets the person take or choose files; empty when nothing was chosen. */
export async function chooseFiles(
  source: FileSource,
  count: number,
  accept = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.webp',
): Promise<LocalFile[]> {
  if (process.env.TARO_ENV === 'h5') return chooseInBrowser(source, count, accept);
  try {
    return await chooseInWechat(source, count);
  } catch {
    return [];
  }
}
