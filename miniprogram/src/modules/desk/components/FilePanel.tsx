import type { FilingDetail } from '@shared/modules/filing/schema';
import { AppError } from '@shared/kernel/errors';
import { ask } from '@/client/call';
import { openFile } from '@/client/openFile';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Section } from '@/components/Section';
import { toast } from '@/components/toastStore';

async function open(fileId: string, name: string): Promise<void> {
  try {
    await openFile((await ask('file.link', { fileId })).url, name);
  } catch (error) {
    toast(error instanceof AppError ? error.message : '文件打不开，请稍后再试', 'danger');
  }
}

/** 材料，一点就开。 */
export function FilePanel({ filing: { files } }: { filing: FilingDetail }) {
  if (files.length === 0) return null;
  return (
    <Section title="材料">
      <Card flush>
        {files.map(({ fileId, name, bytes }) => (
          <Cell
            key={fileId}
            icon="file"
            title={name}
            value={`${Math.max(1, Math.round(bytes / 1024))} KB`}
            onPress={() => void open(fileId, name)}
          />
        ))}
      </Card>
    </Section>
  );
}
