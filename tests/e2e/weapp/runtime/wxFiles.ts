import { asynchronous } from './api';

/** A photo or document the person is going to choose. */
export interface PhoneFile {
  name: string;
  bytes: Uint8Array;
}

/** Files on the phone: temporary ones and the mini-program's own, by path. */
export class PhoneFiles {
  private readonly stored = new Map<string, Uint8Array>();
  private readonly offered: PhoneFile[] = [];
  private count = 0;
  /** Documents the person has looked at, the last one last */
  readonly opened: Uint8Array[] = [];

  /** Puts bytes into the temporary folder and answers with their path. */
  keep(name: string, bytes: Uint8Array): string {
    const path = `wxfile://tmp_${(this.count += 1)}/${name}`;
    this.stored.set(path, bytes);
    return path;
  }

  /** The next files the person picks, in this order. Without any the chooser is cancelled. */
  offer(...files: PhoneFile[]): void {
    this.offered.push(...files);
  }

  private choose(count: unknown): { path: string; name: string; size: number }[] {
    const chosen = this.offered.splice(0, typeof count === 'number' ? count : 9);
    if (chosen.length === 0) throw new Error('cancel');
    return chosen.map(({ name, bytes }) => ({ path: this.keep(name, bytes), name, size: bytes.byteLength }));
  }

  private read(path: unknown): Uint8Array {
    const bytes = this.stored.get(String(path));
    if (!bytes) throw new Error(`no such file or directory, open '${String(path)}'`);
    return bytes;
  }

  readonly api = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    chooseMedia: asynchronous('chooseMedia', ({ count }) => ({
      type: 'image',
      tempFiles: this.choose(count).map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
    })),
    chooseMessageFile: asynchronous('chooseMessageFile', ({ count }) => ({
      tempFiles: this.choose(count).map((file) => ({ ...file, type: 'file', time: 0 })),
    })),
    getFileSystemManager: () => ({
      readFile: asynchronous('readFile', ({ filePath, encoding }) => ({
        data: decoded(this.read(filePath), encoding),
      })),
      readFileSync: (filePath: string, encoding?: string) => decoded(this.read(filePath), encoding),
      writeFile: asynchronous('writeFile', ({ filePath, data }) => this.write(filePath, data)),
      writeFileSync: (filePath: string, data: unknown) => this.write(filePath, data),
      unlink: asynchronous('unlink', ({ filePath }) => void this.stored.delete(String(filePath))),
      getFileInfo: asynchronous('getFileInfo', ({ filePath }) => ({ size: this.read(filePath).byteLength })),
    }),
    openDocument: asynchronous('openDocument', ({ filePath }) => void this.opened.push(this.read(filePath))),
    previewImage: asynchronous('previewImage', () => ({})),
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', ({ filePath }) => void this.read(filePath)),
  };

  private write(path: unknown, data: unknown): void {
    this.stored.set(String(path), typeof data === 'string' ? Buffer.from(data) : new Uint8Array(data as ArrayBuffer));
  }
}

function decoded(bytes: Uint8Array, encoding: unknown): string | ArrayBuffer {
  if (typeof encoding === 'string') return Buffer.from(bytes).toString(encoding as BufferEncoding);
  return new Uint8Array(bytes).buffer;
}
