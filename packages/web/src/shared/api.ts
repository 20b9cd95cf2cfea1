import type { AppError } from '@zhiping/contract';

/**
 * The one way pages talk to the server. Every request that is not a GET carries our own header (a foreign page cannot
 * set it), every refusal becomes an `ApiError` with the code and the Chinese texts of the error catalogue.
 */
export interface Problem {
  /** Stable code, e.g. `STALE_VERSION`; `NETWORK` where no answer came. */
  readonly code: string;
  readonly status: number;
  /** What happened, Chinese. */
  readonly message: string;
  /** What to do, Chinese. */
  readonly what: string;
  readonly requestId: string | null;
  /** What is wrong with which part of the input, where the server named it. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** Facts the page needs to go on, e.g. both values of an autosave conflict. */
  readonly details?: unknown;
}

export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

const NO_ANSWER: Problem = {
  code: 'NETWORK',
  status: 0,
  message: '暂时连不上服务器。',
  what: '请检查网络后再试。已经填写的内容仍在本页，没有丢失。',
  requestId: null,
};

const isText = (value: unknown): value is string => typeof value === 'string';

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return {
    code: isText(fields['code']) ? fields['code'] : `HTTP_${response.status}`,
    status: response.status,
    message: isText(fields['message']) ? fields['message'] : '服务器没有完成这次操作。',
    what: isText(fields['what']) ? fields['what'] : '请稍后再试；如仍然出现，请把下面的编号告诉评委会办公室。',
    requestId: isText(fields['requestId']) ? fields['requestId'] : response.headers.get('x-request-id'),
    ...(Array.isArray(fields['fields']) ? { fields: fields['fields'] as NonNullable<Problem['fields']> } : {}),
    ...(fields['details'] === undefined ? {} : { details: fields['details'] }),
  };
}

export interface CallOptions {
  readonly body?: unknown;
  /** Same key for every attempt of one command, so that a repeated click or a lost answer does nothing twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Sends the request; throws `ApiError`. `body` is sent as JSON, a `FormData` or `Blob` as it is. */
export async function send(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  options: CallOptions = {},
): Promise<Response> {
  const raw = options.body instanceof FormData || options.body instanceof Blob;
  const headers: Record<string, string> = {};
  if (method !== 'GET') headers['x-zhiping'] = '1';
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  if (options.body !== undefined && !raw) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.body !== undefined) init.body = raw ? (options.body as BodyInit) : JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new ApiError(NO_ANSWER);
  });
  if (!response.ok) throw new ApiError(await problemOf(response));
  return response;
}

async function call<T>(method: Parameters<typeof send>[0], url: string, options?: CallOptions): Promise<T> {
  const response = await send(method, url, options);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

export const api = {
  get: <T>(url: string, signal?: AbortSignal) => call<T>('GET', url, signal ? { signal } : {}),
  post: <T>(url: string, body?: unknown, options?: CallOptions) =>
    call<T>('POST', url, { ...options, body: body ?? {} }),
  put: <T>(url: string, body: unknown, options?: CallOptions) => call<T>('PUT', url, { ...options, body }),
  patch: <T>(url: string, body: unknown, options?: CallOptions) => call<T>('PATCH', url, { ...options, body }),
  delete: <T>(url: string, body?: unknown) => call<T>('DELETE', url, body === undefined ? {} : { body }),
};

/** Any thrown thing as a problem that can be shown: our own, the typed client's, or an unforeseen one. */
export function problemFrom(thrown: unknown): Problem {
  if (thrown instanceof ApiError) return thrown.problem;
  if (thrown instanceof Error && 'code' in thrown && 'definition' in thrown) {
    // `AppError` of the contract, known by its form: importing the class would bring the whole contract to public pages.
    const { code, message, definition, requestId, fields, details } = thrown as AppError;
    return {
      code,
      status: definition.status,
      message,
      what: definition.what,
      requestId: requestId ?? null,
      ...(fields ? { fields } : {}),
      ...(details === undefined ? {} : { details }),
    };
  }
  return {
    code: 'PAGE',
    status: 0,
    message: '本页出了问题，没有完成刚才的操作。',
    what: '请刷新本页再试。服务器上已保存的内容没有丢失。',
    requestId: null,
  };
}
