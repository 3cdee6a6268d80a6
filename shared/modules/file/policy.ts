import { signedIn, type AccessTable } from '@shared/kernel/policy';
import type { fileContract } from './contract';

/** Only signed-in people handle files; whose file it is, is asked of the record (owner, or a case the file belongs to). */
export const fileAccess: AccessTable<keyof typeof fileContract> = {
  'file.prepareUpload': signedIn,
  'file.completeUpload': signedIn,
  'file.link': signedIn,
};
