import { api } from '../shared/api.ts';

/** What a certificate says, as its code carries it. */
export interface Claim {
  readonly number: string;
  readonly name: string;
  readonly title: string;
  readonly specialty: string;
  readonly obtainedOn: string;
}

/**
 * Checks the signature of a scanned code in this page: only the public keys come from the server, nothing about the
 * certificate goes there. Null where it was not signed by this platform or was altered.
 */
export async function checkFragment(fragment: string): Promise<Claim | null> {
  const [{ openClaim, readQrText }, { keys }] = await Promise.all([
    import('@zhiping/core/certificate/index'),
    api.get<{ keys: readonly string[] }>('/api/certificate-keys'),
  ]);
  const payload = readQrText(fragment);
  if (payload === null) return null;
  return openClaim(payload, keys.map(fromHex));
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
