import type { Actor, Role } from '@shared/kernel/actor';
import { availableActions } from '@shared/kernel/workflow';
import { canSeeFiling } from '@shared/modules/filing/policy';
import type { FilingAction, FilingStatus } from '@shared/modules/filing/status';
import { filingWorkflow, whyRefused, type FilingRecord } from '@shared/modules/filing/workflow';

const street = '370502003000';
const actorOf = (
  userId: string,
  role: Role,
  regionCode: string | null = null,
  organizationId: string | null = null,
): Actor => {
  const hat = { grantId: role === 'resident' ? null : `hat-${userId}`, role, regionCode, organizationId };
  return { userId, name: userId, hat, grants: [hat] };
};

const people = {
  applicant: actorOf('applicant', 'resident'),
  stranger: actorOf('stranger', 'resident'),
  acceptor: actorOf('acceptor', 'streetAcceptor', street),
  approver: actorOf('approver', 'streetApprover', street),
  /** The one who accepted it, under an approver's hat */
  acceptorAsApprover: actorOf('acceptor', 'streetApprover', street),
  party: actorOf('party', 'partyStaff', street),
  countyParty: actorOf('countyParty', 'partyStaff', '370502000000'),
  county: actorOf('county', 'countyStaff', '370502000000'),
  city: actorOf('city', 'cityStaff', '370500000000'),
  foreignAcceptor: actorOf('foreignAcceptor', 'streetAcceptor', '370502001000'),
  foreignApprover: actorOf('foreignApprover', 'streetApprover', '370502001000'),
  villageClerk: actorOf('clerk', 'villageClerk', '370502003001'),
  auditor: actorOf('auditor', 'auditor', '370502000000'),
  systemAdmin: actorOf('admin', 'systemAdmin'),
};
type PersonName = keyof typeof people;

const recordIn = (status: FilingStatus, words: Partial<FilingRecord> = {}): FilingRecord => ({
  id: 'f',
  kind: 'setup',
  status,
  streetCode: street,
  applicantId: 'applicant',
  organizationId: null,
  claimedBy: null,
  acceptedBy: ['accepted', 'underReview', 'approved', 'refused'].includes(status) ? 'acceptor' : null,
  countersign: 'pending',
  involvedUserIds: [],
  ...words,
});

const officer: FilingAction[] = ['claim', 'return', 'saveReview', 'decideDuplicate'];
/** By hand: what each may do in each status, while the countersign is pending. Who is not named may do nothing. */
const table: Record<FilingStatus, Partial<Record<PersonName, FilingAction[]>>> = {
  draft: { applicant: ['submit', 'discard'] },
  submitted: { applicant: ['withdraw'], acceptor: ['claim', 'accept', 'return', 'saveReview', 'decideDuplicate'] },
  accepted: {
    applicant: ['withdraw'],
    acceptor: ['claim', 'return', 'saveReview', 'decideDuplicate', 'forward'],
    party: ['countersign'],
    countyParty: ['countersign'],
  },
  underReview: { approver: [...officer, 'refuse'], party: ['countersign'], countyParty: ['countersign'] },
  returned: { applicant: ['submit', 'discard'] },
  approved: {},
  refused: {},
  discarded: {},
};

describe.each(Object.keys(table) as FilingStatus[])('in status %s', (status) => {
  it.each(Object.keys(people) as PersonName[])('%s is offered what the table says', (name) => {
    const offered = availableActions(filingWorkflow, recordIn(status), people[name]);
    expect(offered.sort()).toEqual([...(table[status][name] ?? [])].sort());
  });
});

describe('around the table', () => {
  const offered = (record: FilingRecord, name: PersonName) => availableActions(filingWorkflow, record, people[name]);

  it.each(['agreed', 'notRequired'] as const)('offers approval once the countersign is %s', (countersign) => {
    expect(offered(recordIn('underReview', { countersign }), 'approver')).toContain('approve');
    expect(offered(recordIn('underReview', { countersign }), 'party')).toEqual([]);
  });

  it('offers return and refusal, not approval, after an objection', () => {
    const actions = offered(recordIn('underReview', { countersign: 'objected' }), 'approver');
    expect(actions).toEqual(expect.arrayContaining(['return', 'refuse']));
    expect(actions).not.toContain('approve');
    expect(whyRefused(people.approver, recordIn('underReview', { countersign: 'objected' }), 'approve')).toBe(
      'COUNTERSIGN_MISSING',
    );
  });

  it('offers a held case to its holder only', () => {
    const held = recordIn('accepted', { claimedBy: 'acceptor' });
    expect(offered(held, 'acceptor')).toEqual(['release', 'return', 'saveReview', 'decideDuplicate', 'forward']);
    const other = actorOf('colleague', 'streetAcceptor', street);
    expect(availableActions(filingWorkflow, held, other)).toEqual([]);
    expect(whyRefused(other, held, 'forward')).toBe('CASE_HELD');
  });

  it('keeps acceptor and approver apart', () => {
    const record = recordIn('underReview', { countersign: 'agreed' });
    expect(offered(record, 'acceptorAsApprover')).toEqual([]);
    expect(whyRefused(people.acceptorAsApprover, record, 'approve')).toBe('SAME_PERSON');
  });

  it.each([
    ['his phone stands in the form', recordIn('submitted', { involvedUserIds: ['acceptor'] }), people.acceptor],
    ['he filed it himself', recordIn('submitted', { applicantId: 'acceptor' }), people.acceptor],
    [
      'he belongs to the organization under another hat',
      recordIn('submitted', { kind: 'change', organizationId: 'o' }),
      {
        ...people.acceptor,
        grants: [
          ...people.acceptor.grants,
          { grantId: 'm', role: 'orgMember' as const, regionCode: null, organizationId: 'o' },
        ],
      },
    ],
  ])('recuses an officer when %s', (_, record, actor) => {
    const actions = availableActions(filingWorkflow, record, actor).filter((action) => action !== 'withdraw');
    expect(actions).toEqual([]);
    expect(whyRefused(actor, record, 'accept')).toBe('RECUSAL');
  });

  it('recuses a countersigner too', () => {
    expect(offered(recordIn('accepted', { involvedUserIds: ['party'] }), 'party')).toEqual([]);
  });

  it('shows cases to their applicant and to staff whose region covers the street; drafts to nobody else', () => {
    const seers = (status: FilingStatus) =>
      (Object.keys(people) as PersonName[]).filter((name) => canSeeFiling(people[name], recordIn(status)));
    expect(seers('draft')).toEqual(['applicant']);
    expect(seers('discarded')).toEqual(['applicant']);
    expect(seers('submitted')).toEqual([
      'applicant',
      'acceptor',
      'approver',
      'acceptorAsApprover',
      'party',
      'countyParty',
      'county',
      'city',
    ]);
  });
});
