import { randomUUID } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import type { Action, Output, SentInput } from '@shared/contract';
import { builtInRuleSets } from '@shared/modules/filing/ruleSets';
import type { createApi } from '@functions/api/createApi';
import type { StoragePort } from '@functions/platform/ports';
import type { DemoCase } from './cases';
import { demoOpenidOf } from './seedPeople';

type Handle = ReturnType<typeof createApi>;
const dayMs = 86_400_000;

/** Plays the people of the demo through the real pipeline. */
export class DemoDesk {
  constructor(
    private readonly handle: Handle,
    private readonly files: Pick<StoragePort, 'write'>,
    private readonly setClock: (at: Date) => void,
  ) {}

  private async call<A extends Action>(
    person: string,
    action: A,
    input: SentInput<A>,
    hat?: string,
  ): Promise<Output<A>> {
    const { envelope } = await this.handle({ action, input, requestId: randomUUID(), hat }, demoOpenidOf(person));
    if (!envelope.ok) throw new Error(`${person} ${action}: ${JSON.stringify(envelope.error)}`);
    return envelope.data as Output<A>;
  }

  /** The first hat of a persona that is not the resident's. */
  private async hatOf(person: string): Promise<string | undefined> {
    const { hats } = await this.call(person, 'session.me', {});
    return hats.find(({ grantId }) => grantId !== null)?.grantId ?? undefined;
  }

  private async act<A extends Action>(person: string, action: A, input: SentInput<A>): Promise<Output<A>> {
    return this.call(person, action, input, await this.hatOf(person));
  }

  private async proofFile(person: string): Promise<string> {
    const document = await PDFDocument.create();
    document.addPage([420, 300]).drawText('Proof of venue (demo)', { x: 60, y: 160, size: 20 });
    const bytes = await document.save();
    const upload = await this.call(person, 'file.prepareUpload', {
      name: '场所使用证明.pdf',
      bytes: bytes.length,
      purpose: 'venueProof',
    });
    await this.files.write(upload.url, bytes);
    return (await this.call(person, 'file.completeUpload', { uploadId: upload.uploadId })).fileId;
  }

  /** One case, brought as far as it says; each step a little later than the one before. */
  async file(
    applicant: string,
    { answers, progress }: Pick<DemoCase, 'answers' | 'progress'>,
    at: Date,
  ): Promise<string> {
    let time = at.getTime();
    const later = () =>
      this.setClock(new Date((time = Math.min(time + dayMs / 24, Math.max(at.getTime(), Date.now())))));
    this.setClock(at);
    let filing = await this.call(applicant, 'filing.create', { kind: 'setup', communityCode: answers.communityCode });
    const id = { filingId: filing.id };
    const save = async (more: Record<string, unknown>) => {
      filing = await this.call(applicant, 'filing.saveDraft', {
        ...id,
        version: filing.version,
        formVersion: filing.formVersion,
        answers: more as never,
      });
    };
    await save({ ...answers, venueProofFiles: [await this.proofFile(applicant)] });
    await save({ charter: (await this.call(applicant, 'filing.draftCharter', id)).charter });
    if (progress === 'draft') return filing.id;
    later();
    filing = await this.call(applicant, 'filing.submit', { ...id, version: filing.version });
    if (progress === 'submitted') return filing.id;
    later();
    if (progress === 'returned') {
      const fields = [
        { field: 'members', reason: '花名册里有两位没有写电话，请补上' },
        { field: 'venueProofFiles', reason: '证明拍得不清楚，请重新拍一张' },
      ];
      await this.act('acceptor', 'filing.return', { ...id, version: filing.version, fields });
      return filing.id;
    }
    filing = await this.act('acceptor', 'filing.accept', { ...id, version: filing.version });
    if (progress === 'accepted') return filing.id;
    later();
    const checklist =
      builtInRuleSets.find((rules) => rules.id === filing.ruleSet.id)?.data.checklist ?? filing.ruleSet.data.checklist;
    const scores = Object.fromEntries(checklist.map(({ id: item, maxScore }) => [item, maxScore - 3]));
    for (const { key, verdict } of filing.duplicates) {
      if (verdict) continue;
      filing = await this.act('acceptor', 'filing.decideDuplicate', {
        ...id,
        version: filing.version,
        key,
        verdict: 'different',
        reason: '成员和负责人都不同，是两支队伍',
      });
    }
    filing = await this.act('acceptor', 'filing.saveReview', {
      ...id,
      version: filing.version,
      scores,
      opinion: '材料齐全，情况属实，建议同意备案。',
      committeeOpinion: '同意',
    });
    filing = await this.act('acceptor', 'filing.forward', { ...id, version: filing.version });
    if (progress === 'underReview') return filing.id;
    later();
    filing = await this.act('party', 'filing.countersign', {
      ...id,
      version: filing.version,
      agree: true,
      opinion: '负责人人选没有问题，同意。',
    });
    if (progress === 'countersigned') return filing.id;
    later();
    await this.act('approver', 'filing.approve', { ...id, version: filing.version, opinion: '同意备案。' });
    return filing.id;
  }

  /** The leader's group, filed so long ago that it must be renewed now; its member gets his hat. */
  async fileOldGroup(answers: DemoCase['answers'], now: Date): Promise<void> {
    const threeYearsLessTwelveDays = new Date(now.getTime() - (3 * 365 - 11) * dayMs);
    await this.file('leader', { answers, progress: 'approved' }, threeYearsLessTwelveDays);
    this.setClock(now);
    const { items } = await this.call('leader', 'organization.mine', {}, await this.hatOf('leader'));
    const organizationId = items[0]?.id;
    if (!organizationId) throw new Error('the demo group was not filed');
    await this.act('leader', 'grant.give', { phone: '13805460004', role: 'orgMember', organizationId });
  }
}
