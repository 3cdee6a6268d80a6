import { randomUUID } from 'node:crypto';
import { idCheckCharacter } from '@shared/kernel/idNumber';
import type { MemberRow, ResponsiblePerson, SetupAnswers } from '@shared/modules/filing/forms';
import type { FilingDetail } from '@shared/modules/filing/schema';
import type { FilingKind, FilingStatus } from '@shared/modules/filing/status';
import type { Person, TestApi } from './context';

/** Real places. 武汉 follows the default rules, 东营 wants the Party-building body's countersign. */
export const places = {
  plain: {
    county: '420102000000',
    street: '420102002000',
    community: '420102002003',
    neighbour: '420102002004',
    otherStreet: '420102003000',
    otherCommunity: '420102003001',
  },
  countersigned: {
    county: '370502000000',
    street: '370502003000',
    community: '370502003001',
    neighbour: '370502003005',
    otherStreet: '370502001000',
    otherCommunity: '370502001011',
  },
} as const satisfies Record<string, Record<string, string>>;
export type Place = Record<keyof (typeof places)['plain'], string>;

/** The office of one street: everybody who may lay hands on a case, and some who may not. */
export interface Office {
  place: Place;
  acceptor: Person;
  secondAcceptor: Person;
  approver: Person;
  secondApprover: Person;
  party: Person;
  county: Person;
  /** Acceptor and approver in one person; `grantId` is the acceptor's hat */
  both: Person;
  bothAsApprover: Person;
  /** Officers of the next street */
  foreignAcceptor: Person;
  foreignApprover: Person;
}

/** Everybody of one street's office. */
export async function anOffice(api: TestApi, place: Place = places.plain): Promise<Office> {
  const { street, county, otherStreet } = place;
  const person = (name: string, role: Parameters<TestApi['person']>[0] & object) => api.person({ name, ...role });
  const both = await person('两顶帽', { role: 'streetAcceptor', region: street });
  return {
    place,
    acceptor: await person('受理人甲', { role: 'streetAcceptor', region: street }),
    secondAcceptor: await person('受理人乙', { role: 'streetAcceptor', region: street }),
    approver: await person('审批人甲', { role: 'streetApprover', region: street }),
    secondApprover: await person('审批人乙', { role: 'streetApprover', region: street }),
    party: await person('党建员', { role: 'partyStaff', region: street }),
    county: await person('县民政', { role: 'countyStaff', region: county }),
    both,
    bothAsApprover: await api.grant(both, { role: 'streetApprover', region: street }),
    foreignAcceptor: await person('邻街受理人', { role: 'streetAcceptor', region: otherStreet }),
    foreignApprover: await person('邻街审批人', { role: 'streetApprover', region: otherStreet }),
  };
}

let serial = 0;

/** A number no other call has given: for names, people, phones. */
export const unique = (): number => (serial += 1);

/** A valid ID number; `birthDate` as `YYYY-MM-DD`. */
export function anIdNumber(birthDate = '1965-04-12'): string {
  const first17 = `420102${birthDate.replaceAll('-', '')}${String(unique() % 1000).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

export const aPerson = (words: Partial<ResponsiblePerson> = {}): ResponsiblePerson => ({
  name: '王建国',
  idNumber: anIdNumber(),
  phone: `1390000${String(unique()).padStart(4, '0')}`,
  tags: [],
  ...words,
});

export const members = (count: number): MemberRow[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `成员${String.fromCodePoint(0x4e00 + index)}`,
    resident: true,
  }));

/** Answers that meet every local rule but the files. */
export function setupAnswers(words: Partial<SetupAnswers> = {}): SetupAnswers {
  const leader = words.leader ?? aPerson();
  return {
    name: `春风${unique()}号舞蹈队`,
    communityCode: places.plain.community,
    category: 'cultureSports',
    foundedOn: '2025-05-01',
    purpose: '丰富老年人的文化生活',
    scope: '排练和演出广场舞',
    activityArea: '本社区',
    venueAddress: '社区活动室二楼',
    venueProofFiles: [],
    leader,
    founders: [leader, aPerson({ name: '李秀英' })],
    members: members(10),
    partyMemberCount: 2,
    partyOrgForm: 'none',
    fundSource: '成员自愿交会费',
    charter: '第一章 总则：本组织由居民自愿发起，自愿参加，自我管理。',
    ...words,
  };
}

/** A file as `file.completeUpload` leaves it. */
export async function aFile(api: TestApi, owner: Person, status: 'ready' | 'prepared' = 'ready'): Promise<string> {
  const id = randomUUID();
  await api.database.query(
    `insert into stored_file (id, owner_user_id, name, kind, purpose, bytes, sha256, storage_key, status, created_at)
     values ($1, $2, '场所证明.jpg', 'jpg', 'venueProof', 1234, 'x', $3, $4, now())`,
    [id, owner.id, `kept/${id}`, status],
  );
  return id;
}

const fullScores = { necessity: 20, founders: 20, name: 20, capacity: 20 };
export const goodReview = { scores: fullScores, opinion: '材料齐全，建议同意。', committeeOpinion: '' };

export interface FilingWords {
  status?: FilingStatus;
  applicant?: Person;
  answers?: Partial<SetupAnswers>;
  /** Which fields a `returned` one is sent back for */
  returnedFields?: { field: string; reason: string }[];
  /** The countersign is asked for and given before approval; `false` leaves it pending */
  countersign?: boolean;
}

export interface BuiltFiling {
  filing: FilingDetail;
  applicant: Person;
  answers: SetupAnswers;
}

type Step = (filing: FilingDetail) => Promise<FilingDetail>;
const ref = ({ id, version }: FilingDetail) => ({ filingId: id, version });

/** A set-up case, brought to its status through the real use cases by the office's people. */
export async function aFiling(api: TestApi, office: Office, words: FilingWords = {}): Promise<BuiltFiling> {
  const { status = 'draft' } = words;
  const applicant = words.applicant ?? (await api.person({ name: '申请人' }));
  const venueProofFiles = [await aFile(api, applicant)];
  const answers = setupAnswers({ communityCode: office.place.community, venueProofFiles, ...words.answers });
  const begun = await api.as(applicant).call('filing.create', { kind: 'setup', communityCode: answers.communityCode });
  const save: Step = (at) =>
    api
      .as(applicant)
      .call('filing.saveDraft', { ...ref(at), formVersion: 1, answers: JSON.parse(JSON.stringify(answers)) });
  const filing = await advance(api, office, applicant, await save(begun), words);
  if (filing.status !== status) throw new Error(`The case came to ${filing.status}, not to ${status}`);
  return { filing, applicant, answers };
}

/** Brings a saved draft of any kind as far as asked. */
export async function advance(
  api: TestApi,
  office: Office,
  applicant: Person,
  draft: FilingDetail,
  words: FilingWords,
): Promise<FilingDetail> {
  const { status = 'draft', returnedFields = [{ field: 'purpose', reason: '请写具体些' }], countersign = true } = words;
  const { acceptor, approver, party } = office;
  if (status === 'draft') return draft;
  if (status === 'discarded') {
    await api.as(applicant).call('filing.discard', ref(draft));
    return api.as(applicant).call('filing.get', { filingId: draft.id });
  }
  let filing = await api.as(applicant).call('filing.submit', ref(draft));
  if (status === 'submitted') return filing;
  if (status === 'returned') return api.as(acceptor).call('filing.return', { ...ref(filing), fields: returnedFields });
  filing = await api.as(acceptor).call('filing.accept', ref(filing));
  if (filing.countersign === 'pending' && countersign)
    filing = await api.as(party).call('filing.countersign', { ...ref(filing), agree: true, opinion: '人选合适' });
  if (status === 'accepted') return filing;
  filing = await api.as(acceptor).call('filing.saveReview', { ...ref(filing), ...goodReview });
  for (const { key, verdict } of (await api.as(acceptor).call('filing.get', { filingId: filing.id })).duplicates)
    if (!verdict)
      filing = await api
        .as(acceptor)
        .call('filing.decideDuplicate', { ...ref(filing), key, verdict: 'different', reason: '不是一个组织' });
  filing = await api.as(acceptor).call('filing.forward', ref(filing));
  if (status === 'underReview') return filing;
  if (status === 'refused')
    return api.as(approver).call('filing.refuse', { ...ref(filing), reason: '与已有组织业务重复' });
  return api.as(approver).call('filing.approve', ref(filing));
}

/** An approved group and its leader, wearing the leader's hat. */
export async function aFiledGroup(
  api: TestApi,
  office: Office,
  words: FilingWords = {},
): Promise<{ organizationId: string; leader: Person; filing: FilingDetail; answers: SetupAnswers }> {
  const { filing, applicant, answers } = await aFiling(api, office, { ...words, status: 'approved' });
  const organizationId = filing.organizationId ?? '';
  const [hat] = await api.database.query<{ id: string }>(
    `select id from role_grant where organization_id = $1 and user_id = $2`,
    [organizationId, applicant.id],
  );
  return { organizationId, leader: { ...applicant, grantId: hat?.id ?? null }, filing, answers };
}

const otherAnswers: Record<Exclude<FilingKind, 'setup'>, Record<string, unknown>> = {
  change: { reason: '活动室搬迁', changedOn: '2026-02-01', venueAddress: '新活动室一楼' },
  renewal: { summary: '三年来每周排练两次，参加社区演出二十场。' },
  cancellation: { reason: '成员年纪大了，不再活动', settlement: '无' },
};

/** A change, renewal or cancellation of a group, brought to its status through the real use cases. */
export async function aLaterFiling(
  api: TestApi,
  office: Office,
  group: { organizationId: string; leader: Person },
  kind: Exclude<FilingKind, 'setup'>,
  words: Omit<FilingWords, 'answers' | 'applicant'> & { answers?: Record<string, unknown> } = {},
): Promise<FilingDetail> {
  const caller = api.as(group.leader);
  const begun = await caller.call('filing.create', { kind, organizationId: group.organizationId });
  const answers = { ...otherAnswers[kind], ...words.answers };
  const saved = await caller.call('filing.saveDraft', {
    ...ref(begun),
    formVersion: 1,
    answers: JSON.parse(JSON.stringify(answers)),
  });
  return advance(api, office, group.leader, saved, { ...words, answers: undefined });
}
