import { AppError } from '@shared/kernel/errors';
import type { RegionCode } from '@shared/kernel/regionScope';
import type { FileLink } from '@shared/modules/file/schema';
import { mayExportPersonal } from '@shared/modules/ledger/policy';
import { offerDownload } from '@functions/modules/file/service';
import { narrowedRegion } from '@functions/modules/organization/scope';
import { regionFullName, regionName } from '@functions/modules/region/service';
import { prepared } from '@functions/platform/useCase';
import { exportRows } from '../exportRows';
import { writeLedger } from '../xlsx/writeLedger';

const reasonMin = 4;

interface Exported extends FileLink {
  rows: number;
  regionCode: RegionCode;
}

/** 导出台账：证件号和电话隐去部分；县级民政写明用途的可以完整导出。 */
export const exportLedger = prepared<'ledger.export', Exported>({
  before: async (outside, { personal, reason, ...input }) => {
    const { actor, today } = outside;
    if (personal && !mayExportPersonal(actor))
      throw new AppError('FORBIDDEN', { message: '完整的证件号和电话只有县级民政可以导出，请改为隐去后导出' });
    if (personal && Array.from(reason).length < reasonMin)
      throw new AppError('BAD_INPUT', { fields: [{ field: 'reason', message: '请写明导出完整证件号和电话做什么用' }] });
    const filter = { ...input, regionCode: narrowedRegion(actor, input.regionCode) };
    const head = {
      title: `${regionFullName(filter.regionCode)}社区社会组织管理台账`,
      exportedBy: actor.name,
      exportedOn: today,
      ...(personal && { personal: { reason } }),
    };
    let rows = 0;
    const parts: Uint8Array[] = [];
    for await (const part of writeLedger(
      head,
      exportRows(outside, filter, personal, () => (rows += 1)),
    ))
      parts.push(part as Uint8Array);
    const name = `管理台账-${regionName(filter.regionCode)}-${today}.xlsx`;
    const { url, expiresAt } = await offerDownload(outside, { name, kind: 'xlsx', bytes: Buffer.concat(parts) });
    return { url, expiresAt, rows, regionCode: filter.regionCode };
  },
  run: (ctx, { personal, reason }, { url, expiresAt, rows, regionCode }) => {
    const why = reason === '' ? '' : `，用途：${reason}`;
    ctx.audit({
      aggregate: 'ledger',
      id: regionCode,
      note: `导出 ${rows} 条${personal ? '，含完整证件号和电话' : ''}${why}`,
    });
    return Promise.resolve({ url, expiresAt, rows });
  },
});
