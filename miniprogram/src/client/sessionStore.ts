import { create } from 'zustand';
import { forget, remember, remembered } from './storage';

const tokenKey = 'session.token';
const hatKey = 'session.hat';
const userKey = 'session.userId';

interface SessionState {
  /** Opaque session token; undefined for a stranger, and where WeChat vouches for the person */
  token: string | undefined;
  /** Grant id of the chosen hat; undefined: the plain resident */
  hat: string | undefined;
  /** Who the server said we are; commands waiting for the network belong to this person */
  userId: string | undefined;
}

/** Who uses this phone. Pages read it through `useSession`. */
export const sessionStore = create<SessionState>(() => ({
  token: remembered<string>(tokenKey),
  hat: remembered<string>(hatKey),
  userId: remembered<string>(userKey),
}));

export function setToken(token: string | undefined): void {
  if (token) remember(tokenKey, token);
  else forget(tokenKey);
  forget(hatKey);
  forget(userKey);
  sessionStore.setState({ token, hat: undefined, userId: undefined });
}

/** The server told who this is. */
export function setUserId(userId: string | undefined): void {
  if (userId === sessionStore.getState().userId) return;
  if (userId) remember(userKey, userId);
  else forget(userKey);
  sessionStore.setState({ userId });
}

/** Chooses a hat; null is the resident's. */
export function setHat(grantId: string | null): void {
  const hat = grantId ?? undefined;
  if (hat) remember(hatKey, hat);
  else forget(hatKey);
  sessionStore.setState({ hat });
}
