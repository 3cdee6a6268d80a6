import { eq } from 'drizzle-orm';
import { AppError, type FieldError } from '@shared/kernel/errors';
import { foldText, nameProblems } from '@shared/kernel/text';
import { dueOnEntering } from '@shared/modules/filing/clocks';
import { coach, unmetLines } from '@shared/modules/filing/coach';
import { filingFormVersion } from '@shared/modules/filing/forms';
import { requireFiles } from '@functions/modules/file/service';
import type { Ctx } from '@functions/platform/context';
import { violates } from '@functions/platform/database';
import type { UseCase } from '@functions/platform/useCase';
import { fileIdsIn, knownAnswers, parseAnswers, valueAt, type Answers } from '../answers';
import { countersignAtSubmission } from '../countersignNeed';
import { nameHolder, type Suspect } from '../duplicates';
import { factsForNotice, openCase, saveCase, statusAfter, type FilingCase, type FilingRow } from '../filingCase';
import { suspectOf } from '../gates';
import { requireCommunity, streetOf } from '../place';
import { presentAfter } from '../presentFiling';
import { duplicateVerdict, filingFile, filingPersonal } from '../tables';

const badFields = (...fields: FieldError[]) => new AppError('BAD_INPUT', { fields });
const duplicateName = (message: string) => new AppError('DUPLICATE_NAME', { fields: [{ field: 'name', message }] });

/** What the form's schema cannot know: the local rules, the map and the names in use. @throws BAD_INPUT, REQUIREMENTS_UNMET */
function checkRules({ row, rules }: FilingCase, answers: Answers): void {
  const [problem] = typeof answers.name === 'string' ? nameProblems(answers.name) : [];
  if (problem) throw badFields({ field: 'name', message: problem });
  if (row.kind === 'setup') {
    if (!rules.data.categories.some(({ code }) => code === answers.category))
      throw badFields({ field: 'category', message: '请从当地的类别里选一个' });
    const community = requireCommunity(answers.communityCode as string);
    if (streetOf(community) !== row.streetCode)
      throw badFields({ field: 'communityCode', message: '请重新选择社区并保存后再提交' });
  }
  if (
    row.kind === 'change' &&
    !['name', 'leader', 'venueAddress', 'scope', 'charter'].some((key) => answers[key] !== undefined)
  )
    throw new AppError('BAD_INPUT', { message: '还没有填变更了什么，请至少填一项' });
  const unmet = unmetLines(coach(row.kind, rules.data, answers));
  if (unmet.length > 0)
    throw new AppError('REQUIREMENTS_UNMET', {
      fields: unmet.slice(0, 10).map(({ field, sentence }) => ({ field, message: sentence })),
    });
}

/** @throws DUPLICATE_NAME, naming the other only because its filing is public */
async function checkName(ctx: Ctx, suspect: Suspect): Promise<void> {
  const holder = await nameHolder(ctx.tx, suspect);
  if (holder !== undefined) throw duplicateName(`同一社区已有备案的“${holder}”，请换一个名字`);
}

async function saveSubmission(ctx: Ctx, before: FilingRow, patch: Parameters<typeof saveCase>[2]): Promise<FilingRow> {
  try {
    return await saveCase(ctx, before, patch);
  } catch (error) {
    // The other case is not public: it is not named.
    if (violates(error, 'filing_name_in_community'))
      throw duplicateName('同一社区已有人用这个名字在办备案，请换一个名字');
    throw error;
  }
}

async function keepAnswers(ctx: Ctx, row: FilingRow, answers: Answers): Promise<void> {
  const text = (path: string) => (valueAt(answers, path) as string | undefined) ?? null;
  await ctx.tx
    .update(filingPersonal)
    .set({
      answers,
      streetCode: row.streetCode,
      leaderIdNumber: text('leader.idNumber'),
      leaderPhone: text('leader.phone'),
    })
    .where(eq(filingPersonal.filingId, row.id));
  const fileIds = fileIdsIn(row.kind, answers);
  await ctx.tx.delete(filingFile).where(eq(filingFile.filingId, row.id));
  if (fileIds.length > 0)
    await ctx.tx.insert(filingFile).values(fileIds.map((fileId) => ({ fileId, filingId: row.id })));
}

/** 提交备案：草稿或退回件进入待受理，条件由当地办法逐条核对。 */
export const submitFiling: UseCase<'filing.submit'> = async (ctx, input) => {
  const opened = await openCase(ctx, input);
  const status = statusAfter(ctx, opened, 'submit');
  const { row: before, rules, organization } = opened;
  if (before.formVersion < filingFormVersion) throw new AppError('DRAFT_OUTDATED');
  const answers: Answers = parseAnswers(before.kind, knownAnswers(before.kind, opened.answers));
  checkRules(opened, answers);
  await requireFiles(ctx, fileIdsIn(before.kind, answers));
  const name = typeof answers.name === 'string' ? answers.name : (organization?.name ?? '');
  const communityCode = before.kind === 'setup' ? (answers.communityCode as string) : before.communityCode;
  const nameFolded = foldText(name);
  await checkName(ctx, { ...suspectOf(opened), answers, communityCode, nameFolded });
  const row = await saveSubmission(ctx, before, {
    status,
    name,
    nameFolded,
    communityCode,
    category: (answers.category as string | undefined) ?? before.category,
    countersign: countersignAtSubmission(before.kind, rules.data, answers, organization),
    countersignOpinion: null,
    claimedBy: null,
    claimedByName: null,
    acceptedBy: null,
    acceptedByName: null,
    acceptedAt: null,
    dueOn: dueOnEntering(rules.data, status, ctx.today, null),
    remindedOn: null,
    submittedAt: ctx.now,
    returnedFields: null,
    returnNote: null,
  });
  await keepAnswers(ctx, row, answers);
  // What was decided about look-alikes was decided about the earlier answers.
  await ctx.tx.delete(duplicateVerdict).where(eq(duplicateVerdict.filingId, row.id));
  ctx.audit({ aggregate: 'filing', id: row.id, before: opened.answers, after: answers });
  await ctx.emit('filing.submitted', factsForNotice(row));
  return presentAfter(ctx, { ...opened, answers }, row);
};
