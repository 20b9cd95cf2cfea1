import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ClosedAddress, isAllowedUrl, openLookup } from './address.ts';

const TIMEOUT_MS = 10_000;

export interface SignedBody {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}
/** `code` is ours or a number, never what the other side said. */
export type Told = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** The signature of a body: HMAC-SHA-256 of `<timestamp>.<body>`, hexadecimal. */
export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

/** Tells one address once. Follows no redirect and reads no answer but its status. */
export function send({ id, url, secret, body, timestamp }: SignedBody, privateAllowed: boolean): Promise<Told> {
  if (!isAllowedUrl(url, privateAllowed)) return Promise.resolve({ ok: false, code: 'closed-address' });
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sent = request(
      url,
      {
        method: 'POST',
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(privateAllowed ? {} : { lookup: openLookup }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'zhiping-delivery': id,
          'zhiping-timestamp': String(timestamp),
          'zhiping-signature': `v1=${signatureOf(secret, timestamp, body)}`,
        },
      },
      (response) => {
        response.resume();
        const status = response.statusCode ?? 0;
        resolve(status >= 200 && status < 300 ? { ok: true } : { ok: false, code: `http-${status}` });
      },
    );
    sent.on('error', (error) => {
      resolve({ ok: false, code: error instanceof ClosedAddress ? 'closed-address' : 'unreachable' });
    });
    sent.end(body);
  });
}
