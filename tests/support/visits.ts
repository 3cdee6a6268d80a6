import type { LocalHost } from './localHost';
import { logIn, type LoggedIn } from './personas';

/** Who opens a page, and with what in its address. */
interface Visit {
  persona?: string;
  query?: (host: LocalHost, as: LoggedIn | undefined) => Promise<Record<string, string>>;
}

interface Items {
  items: { id: string; status: string; filingCode?: string | null }[];
}

/** The community of the demo's people. */
const community = '370502003001';

const firstFiling: Visit['query'] = async (host, as) => {
  const { items } = await host.must<Items>('filing.mine', {}, as);
  return { filingId: items[0]?.id ?? '' };
};

const draft: Visit['query'] = async (host, as) => {
  const { items } = await host.must<Items>('filing.mine', {}, as);
  const open = items.find(({ status }) => status === 'draft');
  const filing =
    open ?? (await host.must<{ id: string }>('filing.create', { kind: 'setup', communityCode: community }, as));
  return { filingId: filing.id };
};

const organization: Visit['query'] = async (host, as) => {
  const { items } = await host.must<Items>('organization.mine', {}, as);
  return { organizationId: items[0]?.id ?? '' };
};

const ownCode: Visit['query'] = async (host) => {
  const { items } = await host.must<Items>('organization.mine', {}, await logIn(host, 'leader'));
  return { code: items[0]?.filingCode ?? '' };
};

/** Every page of the app, and the person it is made for. A page that is missing here fails its tests. */
const visits: Record<string, Visit> = {
  'pages/home/index': { persona: 'leader' },
  'pages/inbox/index': { persona: 'leader' },
  'pages/mine/index': { persona: 'leader' },
  'pages/personas/index': {},
  'modules/filing/pages/start/index': { persona: 'newLeader' },
  'modules/filing/pages/wizard/index': { persona: 'newLeader', query: draft },
  'modules/filing/pages/detail/index': { persona: 'leader', query: firstFiling },
  'modules/filing/pages/mine/index': { persona: 'leader' },
  'modules/filing/pages/organization/index': { persona: 'leader', query: organization },
  'modules/filing/pages/selfCheck/index': { persona: 'leader', query: organization },
  'modules/desk/pages/desk/index': { persona: 'acceptor' },
  'modules/desk/pages/ledger/index': { persona: 'county' },
  'modules/desk/pages/import/index': { persona: 'county' },
  'modules/desk/pages/counts/index': { persona: 'city' },
  'modules/desk/pages/ruleSets/index': { persona: 'county' },
  'modules/desk/pages/barred/index': { persona: 'county' },
  'modules/desk/pages/grants/index': { persona: 'county' },
  'modules/public/pages/check/index': { query: ownCode },
  'modules/public/pages/guide/index': {},
};

/** The person and the address for a page. @throws for a page nobody has been named for */
export async function visitOf(
  host: LocalHost,
  path: string,
): Promise<{ persona?: string; person?: LoggedIn; query: Record<string, string> }> {
  const plan = visits[path];
  if (!plan) throw new Error(`${path} is not in visits.ts: say who opens it.`);
  const person = plan.persona ? await logIn(host, plan.persona) : undefined;
  return { persona: plan.persona, person, query: (await plan.query?.(host, person)) ?? {} };
}
