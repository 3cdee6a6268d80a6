import { filingActions, filingStatuses, type FilingAction } from '@shared/modules/filing/status';
import { aFiling, anOffice, goodReview, places, type Office } from '../../support/builders';
import { useTestApi, type Person } from '../../support/context';

const api = useTestApi();
let office: Office;
beforeAll(async () => {
  office = await anOffice(api(), places.countersigned);
});

const reason = '理由写明白';
/** Input of each act beside the case and its version: well-formed, so that only the rules can refuse it. */
const inputOf: Record<FilingAction, object> = {
  submit: {},
  withdraw: {},
  discard: {},
  claim: {},
  release: {},
  accept: {},
  return: { fields: [{ field: 'scope', reason }] },
  saveReview: goodReview,
  decideDuplicate: { key: 'organization:0b9e8b5e-0000-4000-8000-000000000000', verdict: 'different', reason },
  forward: {},
  countersign: { agree: true, opinion: reason },
  approve: {},
  refuse: { reason },
};
const refusedFor = [
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_ALLOWED_NOW',
  'SAME_PERSON',
  'RECUSAL',
  'CASE_HELD',
  'COUNTERSIGN_MISSING',
];

describe.each(filingStatuses)('a case in status %s', (status) => {
  it('refuses every act it does not offer, whoever tries, and nothing changes', async () => {
    const { filing, applicant } = await aFiling(api(), office, { status, countersign: status === 'approved' });
    const { acceptor, approver, party, county, foreignAcceptor, foreignApprover } = office;
    const stranger = await api().person();
    const people: Record<string, Person> = {
      applicant,
      acceptor,
      approver,
      party,
      county,
      foreignAcceptor,
      foreignApprover,
      stranger,
    };
    const surprises: string[] = [];
    for (const [name, person] of Object.entries(people)) {
      const seen = await api()
        .as(person)
        .call('filing.get', { filingId: filing.id })
        .catch(() => undefined);
      for (const action of filingActions.filter((each) => !seen?.availableActions.includes(each))) {
        const input = { filingId: filing.id, version: filing.version, ...inputOf[action] } as never;
        const outcome = await api()
          .as(person)
          .refusal(`filing.${action}`, input)
          .catch(() => ({ code: 'DONE' }));
        if (!refusedFor.includes(outcome.code)) surprises.push(`${name} ${action}: ${outcome.code}`);
      }
    }
    expect(surprises).toEqual([]);
    const [row] = await api().database.query('select status, version from filing where id = $1', [filing.id]);
    expect(row).toEqual({ status, version: filing.version });
  });
});
