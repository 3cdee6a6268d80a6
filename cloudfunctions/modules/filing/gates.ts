import { AppError } from '@shared/kernel/errors';
import type { DuplicateCandidate } from '@shared/modules/filing/schema';
import type { QualificationFinding } from '@shared/modules/filing/qualification';
import type { Ctx } from '@functions/platform/context';
import { duplicatesOf, type Suspect } from './duplicates';
import type { FilingCase } from './filingCase';
import { qualificationOf } from './qualification';
import { reviewOf } from './review';

/** What an officer's decision rests on. */
export interface Examination {
  duplicates: DuplicateCandidate[];
  qualification: QualificationFinding[];
}

/** The case as the duplicate check reads it. */
export const suspectOf = ({ row, answers }: FilingCase): Suspect => ({
  id: row.id,
  kind: row.kind,
  communityCode: row.communityCode,
  organizationId: row.organizationId,
  nameFolded: row.nameFolded,
  answers,
});

export async function examine(ctx: Ctx, filing: FilingCase): Promise<Examination> {
  const duplicates = await duplicatesOf(ctx.tx, suspectOf(filing));
  // A record this case takes over is the leader's own group, not a further post of his.
  const own = filing.row.organizationId ?? takenOver({ duplicates });
  return { duplicates, qualification: await qualificationOf(ctx, filing, own) };
}

/**
 * What keeps a case from being forwarded: every suspicion decided and the review written.
 * A blocking qualification or a low score does not: the approver has to see such a case to refuse it.
 */
export function forwardProblem(filing: FilingCase, { duplicates }: Examination): AppError | undefined {
  if (duplicates.some(({ verdict }) => verdict === null)) return new AppError('DUPLICATE_UNDECIDED');
  if (!reviewOf(filing).complete) return new AppError('CHECKLIST_INCOMPLETE');
  return undefined;
}

const sameAs = (candidates: readonly DuplicateCandidate[], source: DuplicateCandidate['source']) =>
  candidates.filter((candidate) => candidate.source === source && candidate.verdict?.verdict === 'same');

/** The imported record that an approved set-up takes over. */
export function takenOver({ duplicates }: Pick<Examination, 'duplicates'>): string | null {
  return sameAs(duplicates, 'organization')[0]?.key.slice('organization:'.length) ?? null;
}

function duplicateProblem(filing: FilingCase, { duplicates }: Examination): AppError | undefined {
  const [otherCase] = sameAs(duplicates, 'filing');
  const name = otherCase?.name ?? '';
  if (otherCase)
    return new AppError('DUPLICATE_NAME', {
      message: `已判定与另一件在办的“${name}”是同一个组织，两件只能留一件，请退回或不予备案`,
    });
  const organizations = sameAs(duplicates, 'organization');
  if (filing.row.kind === 'change' && organizations.length > 0)
    return new AppError('DUPLICATE_NAME', { message: '新名称已有组织在用，请退回，请申请人换一个名字' });
  if (organizations.length > 1)
    return new AppError('DUPLICATE_NAME', { message: '判定为同一个组织的记录不止一条，请只保留一条“同一”，其余改判' });
  return undefined;
}

/** What keeps a case from being approved, beyond the workflow. */
export function approvalProblem(filing: FilingCase, examination: Examination): AppError | undefined {
  const forward = forwardProblem(filing, examination) ?? duplicateProblem(filing, examination);
  if (forward) return forward;
  const blocks = examination.qualification.filter(({ level }) => level === 'block');
  if (blocks.length > 0) {
    const words = blocks.map(({ person, sentence }) => `${person}${sentence}`).join('；');
    return new AppError('REQUIREMENTS_UNMET', { message: `资格审查没有通过：${words}。请退回补正或不予备案` });
  }
  const { total, passScore } = reviewOf(filing);
  if (total < passScore)
    return new AppError('REQUIREMENTS_UNMET', {
      message: `审查总分 ${total} 分，没有达到 ${passScore} 分，请退回补正或不予备案`,
    });
  return undefined;
}
