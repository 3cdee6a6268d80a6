import { sniffKind } from '@shared/modules/file/sniff';
import { refuseWorkbook } from './refusals';

/** An encrypted xlsx is an OLE container with this stream in its directory (UTF-16). */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What a table file is by its bytes, whatever its name says.
 * @throws FILE_REFUSED with the sentence for each thing that is no table we read
 */
export function sniffTable(bytes: Buffer): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw refuseWorkbook('empty');
  const kind = sniffKind(bytes);
  if (kind === 'zip') return 'xlsx';
  if (kind === 'program') throw refuseWorkbook('program');
  if (kind === 'oldOffice') throw refuseWorkbook(bytes.includes(encryptedStream) ? 'encrypted' : 'oldExcel');
  if (kind !== undefined) throw refuseWorkbook('notSheet');
  const head = bytes.subarray(0, 4096);
  if (head.includes(0)) throw refuseWorkbook('notSheet');
  if (/^\s*(\ufeff)?\s*<(!doctype|html|table|\?xml|meta)/i.test(head.toString('utf8'))) throw refuseWorkbook('webPage');
  return 'csv';
}
