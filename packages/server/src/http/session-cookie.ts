import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const COOKIE = 'zhiping_session';

/** SHA-256 of the session token of a request, hexadecimal: all the database knows of it. */
export function sessionOf(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE];
  return token ? hashToken(token) : null;
}

/** What every token of a program begins with, so that leaked ones are found by searching for it. */
export const TOKEN_PREFIX = 'zhp_';

/** SHA-256 of the token a program sends in `Authorization: Bearer`, hexadecimal; null where none is sent. */
export function tokenOf(request: FastifyRequest): string | null {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer') return null;
  return hashToken(token);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function setSessionCookie(reply: FastifyReply, token: string, expiresAt: string, secure: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, expires: new Date(expiresAt) } as const;
  reply.setCookie(COOKIE, token, options);
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}
