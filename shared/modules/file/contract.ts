import * as z from 'zod';
import { command, query } from '@shared/kernel/contract';
import { idField } from '@shared/kernel/fields';
import { fileLink, storedFileView, uploadRequest, uploadTicket } from './schema';

/** Files go straight from the phone to the storage; only their names, sizes and tickets pass through here. */
export const fileContract = {
  'file.prepareUpload': command({
    title: '准备上传文件',
    input: uploadRequest,
    output: uploadTicket,
    // The ticket carries the storage's own signature. Asking twice makes two tickets, of which the unused one lapses.
    secretAnswer: true,
  }),
  'file.completeUpload': command({
    title: '检查并收下文件',
    input: z.strictObject({ uploadId: idField }),
    output: storedFileView,
  }),
  'file.link': query({ title: '打开文件', input: z.strictObject({ fileId: idField }), output: fileLink }),
};
