import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { AppError } from '@shared/kernel/errors';
import type { FilePurpose } from '@shared/modules/file/schema';
import { ask } from '@/client/call';
import { chooseFiles, type FileSource } from '@/client/chooseFiles';
import { openFile } from '@/client/openFile';
import { uploadFile, type LocalFile } from '@/client/upload';
import { useWide } from '@/hooks/useWide';
import { a11y, pressable } from './a11y';
import { Button } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { toast } from './toastStore';

/** A file that is with the server. */
export interface FileRef {
  fileId: string;
  name: string;
}

export interface UploaderProps {
  files: readonly FileRef[];
  onChange: (files: FileRef[]) => void;
  label: string;
  purpose?: FilePurpose;
  max?: number;
  disabled?: boolean;
  /** Where files may come from; by default all three on a phone, the file dialog at a desk */
  sources?: readonly FileSource[];
  /** Endings the file dialog offers in a browser */
  accept?: string;
}

interface Sending {
  key: number;
  file: LocalFile;
  share: number;
  error?: string;
}

const phoneSources: readonly FileSource[] = ['camera', 'album', 'file'];
const deskSources: readonly FileSource[] = ['file'];

const sourceWords = {
  camera: { label: '拍照', icon: 'camera' },
  album: { label: '从相册选', icon: 'image' },
  file: { label: '选文件', icon: 'file' },
} as const;

/** Photographs or chosen files, sent one after the other with progress; a failed one says why and can be sent again. */
export function Uploader(props: UploaderProps) {
  const { files, onChange, label, purpose = 'other', max = 6, disabled, accept } = props;
  const wide = useWide();
  const sources = props.sources ?? (wide ? deskSources : phoneSources);
  const [sending, setSending] = useState<Sending[]>([]);
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  const serial = useRef(0);
  const left = max - files.length - sending.length;

  const change = (key: number, patch: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...patch } : each)));
  const send = async ({ key, file }: Sending) => {
    change(key, { error: undefined, share: 0 });
    try {
      const stored = await uploadFile(file, purpose, (share) => change(key, { share }));
      latest.current = [...latest.current, { fileId: stored.fileId, name: stored.name }];
      onChange([...latest.current]);
      setSending((all) => all.filter((each) => each.key !== key));
    } catch (error) {
      change(key, { error: error instanceof AppError ? error.message : '没有传成，请再试一次' });
    }
  };
  const choose = async (source: FileSource) => {
    const chosen = await chooseFiles(source, left, accept);
    const added = chosen.slice(0, left).map((file) => ({ key: ++serial.current, file, share: 0 }));
    setSending((all) => [...all, ...added]);
    for (const each of added) await send(each);
  };
  const open = async ({ fileId, name }: FileRef) => {
    try {
      await openFile((await ask('file.link', { fileId })).url, name);
    } catch (error) {
      toast(error instanceof AppError ? error.message : '文件打不开，请稍后再试', 'danger');
    }
  };

  return (
    <View className="stack" {...a11y({ role: 'group', label })}>
      {files.map((file) => (
        <View key={file.fileId} className="sl-file">
          <Icon name="file" />
          <View className="grow sl-press" {...pressable(() => void open(file), { label: `打开 ${file.name}` })}>
            {file.name}
          </View>
          {disabled ? null : (
            <Button
              small
              kind="text"
              icon="trash"
              label="删除"
              ariaLabel={`删除 ${file.name}`}
              onPress={() => onChange(files.filter((each) => each !== file))}
            />
          )}
        </View>
      ))}
      {sending.map((each) => (
        <View key={each.key} className={classes('sl-file', each.error && 'sl-file--error')}>
          <Icon name={each.error ? 'warn' : 'upload'} />
          <View className="grow stack-tight">
            <View>{each.file.name}</View>
            {each.error ? (
              <View className="t-small c-danger" {...a11y({ role: 'alert' })}>
                {each.error}
              </View>
            ) : (
              <View
                className="sl-progress"
                {...a11y({ role: 'progressbar', label: `已传 ${Math.round(each.share * 100)}%` })}
              >
                <View className="sl-progress__bar" style={{ width: `${Math.round(each.share * 100)}%` }} />
              </View>
            )}
          </View>
          {each.error ? (
            <View className="row no-shrink">
              <Button small kind="text" label="重传" onPress={() => void send(each)} />
              <Button
                small
                kind="text"
                label="不传了"
                onPress={() => setSending((all) => all.filter((other) => other.key !== each.key))}
              />
            </View>
          ) : null}
        </View>
      ))}
      {disabled || left <= 0 ? null : (
        <View className="row row-wrap">
          {sources.map((source) => (
            <View key={source} className="grow">
              <Button kind="quiet" {...sourceWords[source]} onPress={() => void choose(source)} />
            </View>
          ))}
        </View>
      )}
      {left <= 0 && !disabled && max > 1 ? (
        <View className="t-small c-2">最多 {max} 个文件，要换请先删掉一个</View>
      ) : null}
    </View>
  );
}
