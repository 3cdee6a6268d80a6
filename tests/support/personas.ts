import type { Caller, LocalHost } from './localHost';

/** One of the demo's people (cloudfunctions/localHost/demo/personas.ts), logged in. */
export interface LoggedIn extends Caller {
  token: string;
  hat: string | null;
}

/** Logs a persona in, under the hat it starts with. */
export const logIn = (host: LocalHost, personaId: string): Promise<LoggedIn> =>
  host.must<LoggedIn>('session.demoLogin', { personaId });

/** What the app keeps on the device for somebody logged in (miniprogram/src/client/sessionStore.ts). */
export const storedSession = ({ token, hat }: LoggedIn): Record<string, string> => ({
  'session.token': token,
  ...(hat ? { 'session.hat': hat } : {}),
});

/** Who WeChat says a persona is (cloudfunctions/localHost/demo/seedPeople.ts). */
export const openidOf = (personaId: string): string => `demo-${personaId}`;

/** What the app keeps on the device for elder mode. */
export const storedElderMode = { elderMode: 'on' };
