import type { AnswerOf, AnyEndpoint, CallInput } from './endpoint.ts';
import { AppError, type ErrorBody, isErrorCode } from './errors/index.ts';

/** The header that proves a changing request comes from our own page (a foreign page cannot set it without CORS). */
export const OWN_HEADER = 'x-zhiping';
/** Names a file that was sent piece by piece, where an upload endpoint else takes the file itself. */
export const UPLOAD_HEADER = 'x-zhiping-upload';

export interface ClientOptions {
  /** Address of the server without a trailing slash; empty in the browser. */
  readonly base: string;
  readonly fetch: typeof fetch;
  /** Extra headers, e.g. a cookie in tests. */
  readonly headers?: () => Readonly<Record<string, string>>;
}
export interface CallOptions {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** The file of an upload. */
  readonly file?: Blob;
  readonly fileName?: string;
  /** In place of `file`: a file sent piece by piece before, by its upload's id. */
  readonly uploadId?: string;
}
export type Client = <E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  options?: CallOptions,
) => Promise<AnswerOf<E>>;

/**
 * Makes a typed caller: `await call(getApplication, { params: { id } })`.
 * A refusal is thrown as `AppError` with the code of the error catalogue; no connection as code `OFFLINE`.
 */
export function createClient(options: ClientOptions): Client {
  return async (endpoint, input, callOptions = {}) => {
    const given = input as { params?: object; query?: object; body?: object };
    const init: RequestInit = { method: endpoint.method, headers: headersFor(endpoint, options, callOptions) };
    if (callOptions.signal) init.signal = callOptions.signal;
    if (endpoint.transport === 'chunk') init.body = callOptions.file ?? null;
    else if (endpoint.transport === 'upload' && callOptions.uploadId === undefined)
      init.body = multipart(given.body, callOptions);
    else if (endpoint.method !== 'GET') init.body = JSON.stringify(given.body ?? {});
    const address = options.base + urlFor(endpoint.url, given.params, given.query);
    const response = await options.fetch(address, init).catch((cause: unknown) => {
      if (callOptions.signal?.aborted) throw cause;
      throw new AppError('OFFLINE', { cause });
    });
    if (!response.ok) throw await errorFrom(response);
    if (endpoint.transport === 'download') return response.blob() as never;
    return (await response.json()) as never;
  };
}

/** The address of an endpoint with its parameters and query filled in; for links and downloads. */
export function urlFor(url: string, params: object = {}, query: object = {}): string {
  const values = params as Record<string, unknown>;
  const path = url.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

function headersFor(endpoint: AnyEndpoint, options: ClientOptions, call: CallOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
  if (endpoint.method !== 'GET') headers[OWN_HEADER] = '1';
  if (call.uploadId !== undefined) headers[UPLOAD_HEADER] = call.uploadId;
  if (endpoint.transport === 'chunk') headers['content-type'] = 'application/octet-stream';
  else if (endpoint.method !== 'GET' && (endpoint.transport !== 'upload' || call.uploadId !== undefined))
    headers['content-type'] = 'application/json';
  if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey;
  return headers;
}

function multipart(fields: object | undefined, call: CallOptions): FormData {
  const form = new FormData();
  // Fields stand before the file, so that the server knows them before it reads the stream.
  for (const [name, value] of Object.entries(fields ?? {})) if (value !== undefined) form.append(name, String(value));
  if (call.file) form.append('file', call.file, call.fileName ?? 'file');
  return form;
}

async function errorFrom(response: Response): Promise<AppError> {
  const body: unknown = await response.json().catch(() => null);
  if (isErrorBody(body)) return AppError.fromBody(body);
  return new AppError('UNEXPECTED_ANSWER');
}

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && isErrorCode(value.code);
}
