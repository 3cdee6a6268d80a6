import { AppError } from '@shared/kernel/errors';
import { cleanLine } from '@shared/kernel/text';
import { isLossy, textOf } from '@shared/modules/ledger/cells';
import { rosterLinesMax } from '@shared/modules/ledger/contract';
import { readFileBytes } from '@functions/modules/file/service';
import { prepared } from '@functions/platform/useCase';
import { readWorkbook } from '../xlsx/readWorkbook';

/** 读花名册表格：每行一个人，交给手机按“姓名 电话”识别。Nothing is kept. */
export const readRoster = prepared<'ledger.readRoster', string[]>({
  async before(outside, { fileId }) {
    const { bytes } = await readFileBytes(outside, fileId, 'rosterSheet');
    const { rows } = readWorkbook(bytes);
    // A number that has lost digits is no phone number any more: better none than a wrong one.
    const lines = rows
      .map((row) => cleanLine(row.map((cell) => (isLossy(cell) ? '' : textOf(cell))).join(' ')))
      .filter((line) => line !== '');
    if (lines.length > rosterLinesMax)
      throw new AppError('TOO_LARGE', { message: `花名册最多 ${rosterLinesMax} 行，请删掉多余的行再传` });
    return lines;
  },
  run: async (_, __, lines) => ({ lines }),
});
