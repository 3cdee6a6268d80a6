import type { FilingDetail } from '@shared/modules/filing/schema';
import { AppError } from '@shared/kernel/errors';
import { ask } from '@/client/call';
import { openFile } from '@/client/openFile';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Section } from '@/components/Section';
import { toast } from '@/components/toastStore';

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function open(fileId: string, name: string): Promise<void> {
  try {
    await openFile((await ask('file.link', { fileId })).url, name);
  } catch (error) {
    toast(error instanceof AppError ? error.message : '文件打不开，请稍后再试', 'danger');
  }
}

/** The files of a case, each opens. */
export function FileList({ files }: { files: FilingDetail['files'] }) {
  if (files.length === 0) return null;
  return (
    <Section title="交的材料">
      <Card flush>
        {files.map(({ fileId, name, bytes }) => (
          <Cell key={fileId} icon="file" title={name} note={sizeText(bytes)} onPress={() => void open(fileId, name)} />
        ))}
      </Card>
    </Section>
  );
}
