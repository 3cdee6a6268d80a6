import type { LocalHost } from '../../support/localHost';
import type { LoggedIn } from '../../support/personas';

/** Who opens a page, and with what in its address. */
export interface Visit {
  persona?: string;
  query?: (host: LocalHost, as: LoggedIn) => Promise<Record<string, string>>;
}

/** Every page of the app, and the person it is made for. A page that is missing here fails its test. */
export const visits: Record<string, Visit> = {
  'pages/home/index': { persona: 'leader' },
  'pages/inbox/index': { persona: 'leader' },
  'pages/mine/index': { persona: 'leader' },
  'pages/personas/index': {},
};
