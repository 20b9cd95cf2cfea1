import type { Attempt, Channel } from './channels.ts';

const TIMEOUT_MS = 10_000;

/** Text messages by the HTTP contract of docs/SMS.md. The gateway sends each idempotency key once. */
export function smsChannel(smsUrl: string, smsKey: string | null): Channel {
  return async ({ id, to, template, title }): Promise<Attempt> => {
    try {
      const response = await fetch(smsUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(smsKey === null ? {} : { authorization: `Bearer ${smsKey}` }),
        },
        body: JSON.stringify({ to, template, text: `${title}。详情请登录平台查看。` }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      await response.body?.cancel();
      if (response.ok) return { outcome: 'sent' };
      const later = response.status === 429 || response.status >= 500;
      return { outcome: later ? 'try-later' : 'refused', code: `http-${response.status}` };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { outcome: 'try-later', code: timedOut ? 'timeout' : 'unreachable' };
    }
  };
}
