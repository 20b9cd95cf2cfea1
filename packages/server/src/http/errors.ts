import { AppError } from '@zhiping/contract';
import type { FastifyInstance, FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** Turns whatever went wrong into an entry of the catalogue. Only unexpected errors are logged, without input. */
export function installErrorHandler(server: FastifyInstance): void {
  server.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const known = toAppError(error);
    if (known.code === 'INTERNAL') request.log.error({ err: describeError(error), route: request.routeOptions.url });
    void reply.code(known.definition.status);
    if (request.method === 'GET' && request.headers['sec-fetch-dest'] === 'document') {
      void reply.type('text/html; charset=utf-8').send(pageOf(known, request.id));
    } else void reply.type('application/json').send(known.toBody(request.id));
  });
}

/** The same words for somebody who opened a file in a window of its own, where a program's answer would be all there is to see. */
function pageOf(error: AppError, requestId: string): string {
  const { message, what, code, details } = error.toBody(requestId);
  const words = (details as { readonly words?: unknown } | undefined)?.words;
  const said = [...(typeof words === 'string' ? [words] : []), what, `编号 ${code}，${requestId}`];
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(message)}</title><h1>${escaped(message)}</h1>${said
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')}</html>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { statusCode } = error as Partial<FastifyError>;
  if (isDatabaseAway(error)) return new AppError('BUSY', { cause: error });
  switch (statusCode ?? 500) {
    case 400:
      return new AppError('BAD_REQUEST');
    // Of the files of the web: an address that leads out of their folder.
    case 403:
    case 404:
      return new AppError('NOT_FOUND');
    case 413:
      return new AppError('TOO_LARGE');
    case 415:
      return new AppError('UNSUPPORTED_TYPE');
    case 429:
      return new AppError('TOO_MANY');
    case 503:
      return new AppError('BUSY');
    default:
      return new AppError('INTERNAL', { cause: error });
  }
}

/** Database errors quote values in `detail` and `where`; those may be personal and stay out of the log. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  const message = code === undefined ? error.message : 'database error';
  return {
    type: error.name,
    message,
    stack: code === undefined ? error.stack : frames(error),
    code,
    constraint,
    table,
    cause,
  };
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}

/** Codes of PostgreSQL and the socket while the database is busy, stops, starts or is gone for a moment. */
const AWAY = new Set([
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

/** What the driver says without a code: the third where the connection was lost between two statements of one transaction. */
const AWAY_IN_WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client (has encountered a connection error|was closed) and is not queryable/;

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: string; syscall?: string };
  // ENOENT is also said of a file; of the database it is said on connecting to its socket.
  if (code === 'ENOENT') return syscall === 'connect';
  return (code !== undefined && AWAY.has(code)) || AWAY_IN_WORDS.test(error.message);
}
