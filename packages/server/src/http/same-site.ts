import { AppError, OWN_HEADER } from '@zhiping/contract';
import type { FastifyRequest } from 'fastify';

/**
 * A changing request must carry our own header, which a foreign page cannot send without CORS, and must not say that
 * it comes from elsewhere.
 */
export function assertOwnRequest(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && hostOf(origin) !== host;
  if (request.headers[OWN_HEADER] !== '1' || foreignSite || foreignOrigin) throw new AppError('FOREIGN_REQUEST');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
