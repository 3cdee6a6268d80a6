import type { StoredFileView } from '@shared/modules/file/schema';
import type { StoredFileRow } from './tables';

/** What a client sees of a file; never where it lies. */
export const presentFile = ({ id, name, kind, bytes }: StoredFileRow): StoredFileView => ({
  fileId: id,
  name,
  kind,
  bytes,
});
