import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const COOKIE = 'zhiping_session';

/** SHA-256 of the session token of a request, hexadecimal: all the database knows of it. */
export function sessionOf(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE];
  return token ? hashToken(token) : null;
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
