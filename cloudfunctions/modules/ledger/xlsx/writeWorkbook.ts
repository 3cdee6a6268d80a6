import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetXml, type SheetPlan, type WrittenCell } from './sheetXml';
import { sheetPath, workbookParts } from './workbookParts';

/** The same content gives the same bytes: entries carry no clock. */
const entryOptions = { mtime: new Date('2000-01-01T00:00:00Z'), mode: 0o100644 };

/**
 * An xlsx file as a stream of bytes, written while the rows arrive: memory does not grow with their number.
 * The stream is destroyed with the error when the rows fail.
 */
export function workbookStream(plan: SheetPlan, rows: AsyncIterable<readonly WrittenCell[]>): Readable {
  const zip = new ZipFile();
  // The types promise less than yazl keeps: it is a PassThrough, and can be destroyed.
  const output = zip.outputStream as PassThrough;
  const sheet = Readable.from(sheetXml(plan, rows), { objectMode: false });
  const fail = (error: Error): void => void output.destroy(error);
  sheet.on('error', fail);
  zip.on('error', fail);
  output.on('close', () => sheet.destroy());
  for (const [path, content] of Object.entries(workbookParts('台账')))
    zip.addBuffer(Buffer.from(content), path, entryOptions);
  zip.addReadStream(sheet, sheetPath, entryOptions);
  zip.end();
  return output;
}
