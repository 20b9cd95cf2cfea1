import { AppError } from '@zhiping/contract';
import type { FastifyInstance, FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** Turns whatever went wrong into an entry of the catalogue. Only unexpected errors are logged, without input. */
export function installErrorHandler(server: FastifyInstance): void {
  server.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const known = toAppError(error);
    if (known.code === 'INTERNAL') request.log.error({ err: describeError(error), route: request.routeOptions.url });
    void reply.code(known.definition.status).type('application/json').send(known.toBody(request.id));
  });
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { statusCode, code } = error as Partial<FastifyError>;
  if (code === '55P03' || code === '57014') return new AppError('BUSY', { cause: error });
  switch (statusCode ?? 500) {
    case 400:
      return new AppError('BAD_REQUEST');
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
