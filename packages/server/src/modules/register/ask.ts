import type { ErrorCode } from '@zhiping/contract';
import { type FetchedRow, readRegisterAnswer, type RegisterId } from '@zhiping/core';

export interface RegisterAddress {
  readonly url: string;
  readonly key: string | null;
  /** Longest wait for an answer in milliseconds; ten seconds unless told. */
  readonly timeoutMs?: number;
}
export interface AskedPerson {
  readonly requestId: string;
  readonly name: string;
  readonly idNumber: string;
}
export type Asked =
  | { readonly ok: true; readonly rows: readonly FetchedRow[] }
  | { readonly ok: false; readonly code: ErrorCode };

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 256 * 1024;

/**
 * One call of the HTTP contract of docs/连接器.md. The ID number stands in the body only, never in an address or a log; what
 * the register answers besides its rows is not kept.
 */
export async function ask(
  register: RegisterId,
  { url, key, timeoutMs = TIMEOUT_MS }: RegisterAddress,
  person: AskedPerson,
): Promise<Asked> {
  const { requestId, name, idNumber } = person;
  const refused = (code: ErrorCode): Asked => ({ ok: false, code });
  let text: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': requestId,
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ register, requestId, name, idNumber }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === 404) return refused('REGISTER_NOT_FOUND');
      return refused(response.status === 429 || response.status >= 500 ? 'REGISTER_DOWN' : 'REGISTER_REFUSED');
    }
    if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
      await response.body?.cancel();
      return refused('REGISTER_STRANGE');
    }
    text = await response.text();
  } catch (error) {
    return refused(error instanceof Error && error.name === 'TimeoutError' ? 'REGISTER_TIMEOUT' : 'REGISTER_DOWN');
  }
  const answer = text.length > MOST_BYTES ? 'strange' : readRegisterAnswer(register, jsonOf(text));
  if (answer === 'not-found') return refused('REGISTER_NOT_FOUND');
  return answer === 'strange' ? refused('REGISTER_STRANGE') : { ok: true, rows: answer };
}

/** Undefined for text that is no JSON: no schema takes it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
