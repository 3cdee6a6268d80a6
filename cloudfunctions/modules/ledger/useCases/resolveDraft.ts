import { eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { covers } from '@shared/kernel/regionScope';
import { foldText } from '@shared/kernel/text';
import { readRows, type ReadRow } from '@shared/modules/ledger/importRows';
import { importReasonLabels, importReasonAdvice } from '@shared/modules/ledger/reasons';
import type { Ctx } from '@functions/platform/context';
import type { UseCase } from '@functions/platform/useCase';
import { addImported } from '../addImported';
import { importContext, keysTaken } from '../importSource';
import { sheetOf } from '../rowValues';
import { ledgerDraftRow } from '../tables';

type DraftRow = typeof ledgerDraftRow.$inferSelect;

/** An open draft of the hat's region, locked. @throws NOT_FOUND for a foreign one, NOT_ALLOWED_NOW for one already dealt with */
async function lockDraft(ctx: Ctx, draftId: string): Promise<DraftRow> {
  const [draft] = await ctx.tx.select().from(ledgerDraftRow).where(eq(ledgerDraftRow.id, draftId)).for('update');
  const own = ctx.actor.hat.regionCode;
  if (!draft || own === null || !covers(own, draft.regionCode)) throw new AppError('NOT_FOUND');
  if (draft.status !== 'open') throw new AppError('NOT_ALLOWED_NOW', { message: '这一行已经有人核实过了，请刷新' });
  return draft;
}

const close = (ctx: Ctx, draft: DraftRow, status: 'imported' | 'dropped', resolution: string, values = draft.values) =>
  ctx.tx
    .update(ledgerDraftRow)
    .set({ status, resolution, values, resolvedAt: ctx.now })
    .where(eq(ledgerDraftRow.id, draft.id));

const refuse = (field: string, message: string): AppError =>
  new AppError('BAD_INPUT', { fields: [{ field, message }] });

/** The mended row, read by the same rules as a sheet. @throws BAD_INPUT naming each field that is still wrong */
async function readMended(
  ctx: Ctx,
  draft: DraftRow,
  values: Record<string, string>,
): Promise<{ row: ReadRow; categories: Awaited<ReturnType<typeof importContext>>['categories'] }> {
  // The hat's whole region: a row put under the wrong street may be moved to the right one.
  const { context, categories } = await importContext(ctx, ctx.actor.hat.regionCode ?? draft.regionCode);
  const { row: cells, headers, mapping } = sheetOf(values);
  const read = (isInLedger?: (name: string, code: string) => boolean) =>
    readRows([cells], draft.row, headers, mapping, { ...context, isInLedger });
  const { names, codes } = await keysTaken(ctx.tx, read());
  const [row] = read((name, code) => names.has(`${code}|${name}`));
  if (!row || row.outcome === 'rejected' || row.outcome === 'ignored') throw refuse('name', '请填写组织名称');
  const taken = (['filingCode', 'uscc'] as const).filter((field) => codes.has(row.record[field] ?? ''));
  const fields = [
    ...row.problems.map(({ field, reason }) => ({
      field: field as string,
      message: `${importReasonLabels[reason]}。${importReasonAdvice[reason]}`,
    })),
    ...taken.map((field) => ({ field, message: '台账里已有这个编号，请核对' })),
  ];
  if (fields.length > 0) throw new AppError('BAD_INPUT', { fields });
  return { row, categories };
}

/** 核实导入行：改好的再按同样的规则读一遍后入账；不要的写明理由后删去。 */
export const resolveDraft: UseCase<'ledger.resolveDraft'> = async (ctx, { draftId, drop, reason, values }) => {
  const draft = await lockDraft(ctx, draftId);
  if (drop) {
    if (foldText(reason) === '') throw refuse('reason', '请写明为什么不导入');
    await close(ctx, draft, 'dropped', reason);
    ctx.audit({ aggregate: 'ledger', id: draft.id, note: `不导入：${reason}`, before: draft });
    return { outcome: 'dropped' };
  }
  const mended = Object.fromEntries(
    Object.entries({ ...draft.values, ...values }).filter(([, value]) => value.trim() !== ''),
  );
  const { row, categories } = await readMended(ctx, draft, mended);
  const added = await addImported(
    ctx,
    [{ row: draft.row, digest: draft.digest, record: row.record }],
    draft.fileName,
    categories,
  );
  const organizationId = added.get(draft.digest);
  if (organizationId === undefined) throw new AppError('DUPLICATE_NAME');
  await close(ctx, draft, 'imported', organizationId, mended);
  ctx.audit({
    aggregate: 'ledger',
    id: draft.id,
    note: `${draft.fileName} 第 ${draft.row} 行核实后入账`,
    before: draft,
    after: mended,
  });
  return { outcome: 'imported' };
};
