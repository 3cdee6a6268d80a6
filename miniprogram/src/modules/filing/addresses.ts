import { pages, withQuery } from '@/routes';

/** Addresses of the applicant's pages, with what they need. */
export const addresses = {
  wizard: (filingId: string) => withQuery('/modules/filing/pages/wizard/index', { filingId }),
  detail: (filingId: string) => withQuery(pages.filing, { filingId }),
  organization: (organizationId: string) => withQuery(pages.organization, { organizationId }),
  selfCheck: (organizationId: string) => withQuery('/modules/filing/pages/selfCheck/index', { organizationId }),
  guide: (code: string | undefined) => withQuery('/modules/public/pages/guide/index', { code }),
  check: (code: string) => withQuery(pages.check, { code }),
};
