import { api } from './api.ts';
import { keepInTab } from './device.ts';

const ATTEMPT = 'sign-on-attempt';
const PENDING = 'sign-on-pending';

export interface SignOnAttempt {
  readonly proof: string;
  /** Where to go once signed in. */
  readonly to: string;
  /** What it is for: signing in, or showing that another account is one's own. */
  readonly purpose: 'sign-in' | 'merge';
}

/** Keeps what proves that this tab began, until the provider sends it back. */
function keepAttempt(attempt: SignOnAttempt): void {
  keepInTab.write(ATTEMPT, JSON.stringify(attempt));
}

/** Takes the attempt out: it serves once. Null where this tab began none. */
export function takeAttempt(): SignOnAttempt | null {
  const kept = keepInTab.read(ATTEMPT);
  keepInTab.erase(ATTEMPT);
  if (kept === null) return null;
  const { proof, to, purpose = 'sign-in' } = JSON.parse(kept) as Partial<SignOnAttempt>;
  return proof === undefined || to === undefined ? null : { proof, to, purpose };
}

/** Keeps the identity that has no account yet, to be linked after signing in. */
export function keepPending(details: unknown): void {
  const { pending } = (details ?? {}) as { readonly pending?: unknown };
  if (typeof pending === 'string') keepInTab.write(PENDING, pending);
}

/** Sends the browser to the identity provider. Answers only where that fails. */
export async function beginSignOn(to: string, purpose: SignOnAttempt['purpose'] = 'sign-in'): Promise<void> {
  const { address, proof } = await api.post<{ address: string; proof: string }>('/api/sign-on');
  keepAttempt({ proof, to, purpose });
  location.assign(address);
}

/** After signing in: links the identity that had no account, where there is one, then goes on. A link that came too late is made from 账户安全. */
export function goOn(to: string): void {
  const pending = keepInTab.read(PENDING);
  keepInTab.erase(PENDING);
  const go = () => location.assign(to);
  if (pending === null) go();
  else api.post('/api/me/identities', { pending }).then(go, go);
}
