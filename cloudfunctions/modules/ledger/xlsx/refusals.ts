import { AppError } from '@shared/kernel/errors';
import { ledgerColumnsMax, ledgerRowsMax } from '@shared/modules/ledger/limits';

const sentences = {
  empty: '这个文件是空的，请重新选择台账文件',
  notSheet: '这不是表格文件，请选择扩展名为 .xlsx 的台账',
  program: '这是一个程序文件，不能上传；请选择扩展名为 .xlsx 的台账',
  oldExcel: '这是旧版 Excel（.xls）或 WPS 格式，请用 Excel 或 WPS 打开后“另存为” .xlsx，再上传',
  otherExcel: '这个表格不是 .xlsx 格式，请用 Excel 或 WPS 打开后“另存为” .xlsx，再上传',
  webPage: '这个文件其实是网页，请用 Excel 或 WPS 打开后“另存为” .xlsx，再上传',
  encrypted: '这个表格设了打开密码，请先在 Excel 或 WPS 里取消密码，保存后再上传',
  damaged: '这个表格文件已损坏，请用 Excel 或 WPS 打开后重新保存，再上传',
  bomb: '这个文件解开后大得不正常，不能上传；请把台账内容复制到新表格里保存，再上传',
  tooManyRows: `表格的行数太多，一次最多导入 ${ledgerRowsMax} 行，请分成几个文件再上传`,
  tooManyColumns: `表格超过 ${ledgerColumnsMax} 列，请删去用不到的列再上传`,
  noSheet: '没有找到这个工作表，请重新选择',
  noContent: '表格里没有内容，请检查后再上传',
} as const;

export type WorkbookRefusal = keyof typeof sentences;

const codes: Partial<Record<WorkbookRefusal, 'TOO_LARGE' | 'BAD_INPUT'>> = {
  bomb: 'TOO_LARGE',
  tooManyRows: 'TOO_LARGE',
  tooManyColumns: 'TOO_LARGE',
  noSheet: 'BAD_INPUT',
  noContent: 'BAD_INPUT',
};

/** The error of a table file that cannot be read, with the sentence that says what to do. */
export const refuseWorkbook = (refusal: WorkbookRefusal): AppError =>
  new AppError(codes[refusal] ?? 'FILE_REFUSED', { message: sentences[refusal] });
