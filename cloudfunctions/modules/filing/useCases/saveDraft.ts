import { eq } from 'drizzle-orm';
import { AppError } from '@shared/kernel/errors';
import { cleanLine, foldText, nameLengthMax } from '@shared/kernel/text';
import { filingFormVersion } from '@shared/modules/filing/forms';
import { isWithin, labelOfPath } from '@shared/modules/filing/formPaths';
import type { Ctx } from '@functions/platform/context';
import type { UseCase } from '@functions/platform/useCase';
import { changedPaths, knownAnswers, type Answers } from '../answers';
import { openCase, saveCase, type FilingCase, type FilingRow } from '../filingCase';
import { isCommunity, streetOf } from '../place';
import { presentAfter } from '../presentFiling';
import { ruleSetAt, ruleSetFor } from '../ruleSets';
import { filingPersonal } from '../tables';

/** As large as one request; a roster of 500 has a tenth of it. */
const answersMax = 256 * 1024;

/** The given answers over the kept ones; `null` takes one away. */
function merge(filing: FilingCase, given: Answers, formVersion: number): Answers {
  const { kind } = filing.row;
  if (formVersion > filingFormVersion) throw new AppError('BAD_INPUT', { message: '页面比服务器新，请过一会儿再试' });
  const known = knownAnswers(kind, given);
  const unknown = Object.keys(given).filter((key) => !(key in known));
  // What an older form asked and this one does not is let go; from today's form it is a mistake.
  if (unknown.length > 0 && formVersion === filingFormVersion)
    throw new AppError('BAD_INPUT', {
      fields: unknown.slice(0, 5).map((field) => ({ field, message: '表单里没有这一项，请更新小程序后再试' })),
    });
  const merged = Object.fromEntries(
    Object.entries({ ...knownAnswers(kind, filing.answers), ...known }).filter(([, value]) => value !== null),
  );
  if (JSON.stringify(merged).length > answersMax) throw new AppError('TOO_LARGE');
  return merged;
}

function checkStatus({ row }: FilingCase, userId: string | null): void {
  if (row.applicantId !== userId) throw new AppError('FORBIDDEN');
  if (row.status !== 'draft' && row.status !== 'returned')
    throw new AppError('NOT_ALLOWED_NOW', { message: '已经提交，不能再改；要改请先撤回' });
}

/** 退回件只有被标出的地方可以改。 */
function checkOpen({ row }: FilingCase, changed: readonly string[]): void {
  if (row.status !== 'returned') return;
  const open = (row.returnedFields ?? []).map(({ field }) => field);
  const closed = changed.filter((path) => !isWithin(path, open));
  if (closed.length === 0) return;
  throw new AppError('BAD_INPUT', {
    message: '退回补正时只能修改标出的内容',
    fields: closed.slice(0, 5).map((field) => ({ field, message: '这一项不用补正，不能修改' })),
  });
}

/** Name, place and category follow the draft; another street means another office and perhaps other rules. */
async function columnsOf(ctx: Ctx, { row, organization }: FilingCase, answers: Answers): Promise<Partial<FilingRow>> {
  const given = typeof answers.name === 'string' ? cleanLine(answers.name) : '';
  const name = given === '' ? (organization?.name ?? '') : Array.from(given).slice(0, nameLengthMax).join('');
  const columns: Partial<FilingRow> = { name, nameFolded: foldText(name) };
  if (row.kind !== 'setup') return columns;
  columns.category =
    typeof answers.category === 'string' && answers.category !== '' ? answers.category.slice(0, 40) : null;
  const community = answers.communityCode;
  if (typeof community !== 'string' || community === row.communityCode || !isCommunity(community)) return columns;
  if (streetOf(community) === row.streetCode) return { ...columns, communityCode: community };
  if (row.status === 'returned')
    throw new AppError('BAD_INPUT', {
      fields: [{ field: 'communityCode', message: '请在同一街道（乡镇）内选择；换街道请放弃这件，另外提交' }],
    });
  const rules = await ruleSetFor(ctx.tx, community, ctx.today);
  return {
    ...columns,
    communityCode: community,
    streetCode: streetOf(community),
    ruleSetId: rules.id,
    ruleSetVersion: rules.version,
  };
}

/** 保存草稿：填一半也留着，提交时才核对。 */
export const saveDraft: UseCase<'filing.saveDraft'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  checkStatus(opened, ctx.actor.userId);
  const answers = merge(opened, input.answers, input.formVersion);
  const changed = changedPaths(knownAnswers(opened.row.kind, opened.answers), answers);
  checkOpen(opened, changed);
  const columns = await columnsOf(ctx, opened, answers);
  const returnedFields = opened.row.returnedFields?.map((entry) =>
    changed.some((path) => isWithin(path, [entry.field])) ? { ...entry, mended: true } : entry,
  );
  const row = await saveCase(ctx, opened.row, {
    ...columns,
    formVersion: input.formVersion,
    ...(returnedFields && { returnedFields }),
  });
  await ctx.tx
    .update(filingPersonal)
    .set({ answers, streetCode: row.streetCode })
    .where(eq(filingPersonal.filingId, row.id));
  // Keystrokes of a draft stay out of the case's history; mending a returned case is part of it.
  if (row.status === 'returned') {
    const labels = [...new Set(changed.map((path) => labelOfPath(row.kind, path) ?? path))].slice(0, 30);
    ctx.audit({ aggregate: 'filing', id: row.id, changed: labels, before: opened.answers, after: answers });
  }
  const moved = row.ruleSetId !== opened.rules.id || row.ruleSetVersion !== opened.rules.version;
  const rules = moved ? await ruleSetAt(ctx.tx, { id: row.ruleSetId, version: row.ruleSetVersion }) : opened.rules;
  return presentAfter(ctx, { ...opened, answers, rules }, row);
};
