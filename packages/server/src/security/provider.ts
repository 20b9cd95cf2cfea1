import { AppError } from '@zhiping/contract';
import * as oidc from 'openid-client';
import type { SignOnSettings } from '../start/settings.ts';

/** What of an attempt has to be kept until the person comes back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
/** Who the provider says it is. */
export interface ProvedIdentity {
  readonly issuer: string;
  readonly subject: string;
}

const known = new Map<string, Promise<oidc.Configuration>>();

/** The provider's own description, asked for once; again after a failure. Throws `SIGN_ON_UNAVAILABLE`. */
async function configurationOf(settings: SignOnSettings): Promise<oidc.Configuration> {
  const key = `${settings.issuer} ${settings.clientId}`;
  // Plain HTTP only where the operator names such an issuer, which the settings refuse outside the demonstration.
  const insecure = settings.issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : {};
  const asked =
    known.get(key) ??
    oidc.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, insecure);
  known.set(key, asked);
  try {
    return await asked;
  } catch (cause) {
    known.delete(key);
    throw new AppError('SIGN_ON_UNAVAILABLE', { cause });
  }
}

/** Where to send the browser (authorization code, PKCE, state, nonce), and what to keep. */
export async function beginAttempt(
  settings: SignOnSettings,
  redirectUri: string,
): Promise<Attempt & { readonly address: string }> {
  const configuration = await configurationOf(settings);
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  });
  return { ...attempt, address: address.href };
}

/** Exchanges the code the browser brought back. Throws `SIGN_ON_FAILED` where anything does not fit. */
export async function finishAttempt(
  settings: SignOnSettings,
  redirectUri: string,
  query: string,
  attempt: Attempt,
): Promise<ProvedIdentity> {
  const configuration = await configurationOf(settings);
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri}?${query}`), {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('no id token');
    return { issuer: claims.iss, subject: claims.sub };
  } catch (cause) {
    throw new AppError('SIGN_ON_FAILED', { cause });
  }
}
