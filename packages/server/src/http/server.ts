import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { AppError } from '@zhiping/contract';
import { PERMISSION_TABLE } from '@zhiping/core';
import { fastify, LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { FreshFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import { newId } from '../security/random.ts';
import { systemNow } from '../time/clocks.ts';
import { installErrorHandler } from './errors.ts';
import { openApi } from './openapi.ts';
import { type AnyRoute, type FileAnswer, type HttpDoor, isFileAnswer } from './route.ts';
import { assertAdmitted, runRoute } from './run.ts';
import { assertOwnRequest } from './same-site.ts';
import { clearSessionCookie, sessionOf, setSessionCookie, tokenOf } from './session-cookie.ts';
import { withUpload } from './upload.ts';
import { validate } from './validate.ts';
import { boundClosing } from './closing.ts';
import { serveVerifier } from './verifier.ts';
import { serveWeb } from './web.ts';

export interface ServerOptions {
  readonly installation: Installation;
  readonly routes: readonly AnyRoute[];
  /** Folder of the built web pages; null serves the API only. */
  readonly webFolder: string | null;
  /** Calls taken from one address in a minute; an office of hundreds may share one. */
  readonly callsPerMinute?: number;
  /** Whether reads are turned away while it is two seconds behind, so that what people hand in is still taken; they are. */
  readonly shedsReads?: boolean;
  /** How long answers on their way may still take once it is told to stop, in milliseconds. */
  readonly closesWithinMs?: number;
}
const CLOSES_WITHIN_MS = 10_000;
const MAX_BODY_BYTES = 1024 * 1024;

/** Refuses routes that the permission table does not know, and two for one address. */
export function assertRoutes(routes: readonly AnyRoute[]): void {
  const known = new Set<string>(PERMISSION_TABLE.map(({ action }) => action));
  const seen = new Set<string>();
  for (const { endpoint } of routes) {
    const address = `${endpoint.method} ${endpoint.url}`;
    if (!known.has(endpoint.action)) throw new Error(`${address}：权限表里没有动作 ${endpoint.action}`);
    if (seen.has(address)) throw new Error(`${address} 定义了两次`);
    seen.add(address);
  }
}

/** The HTTP server with every route, not yet listening. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { installation, routes } = options;
  assertRoutes(routes);
  const secure = installation.settings.publicUrl.startsWith('https:');
  const server = fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 120_000,
    genReqId: newId,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    logger: { level: installation.settings.logLevel, serializers: { req: ({ method, id }) => ({ method, id }) } },
    logController: new LogController({ disableRequestLogging: true }),
  });
  installErrorHandler(server);
  boundClosing(server, options.closesWithinMs ?? CLOSES_WITHIN_MS);
  await server.register(helmet, securityHeaders(secure));
  // Long answers go out packed; what comes in is never unpacked: a small packed body may be a huge one.
  await server.register(compress, { encodings: ['gzip'], threshold: 2048, globalDecompression: false });
  await server.register(cookie);
  await server.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 10_000 }, throwFileSizeLimit: false });
  await server.register(rateLimit, {
    max: options.callsPerMinute ?? 6000,
    timeWindow: 60_000,
    keyGenerator: callerAddress,
  });
  if (options.shedsReads !== false) {
    await server.register(underPressure, { maxEventLoopDelay: 2000, pressureHandler: shedReads });
  }
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) => {
    done(null, bytes);
  });
  server.decorateRequest('receivedAtReal', '');
  // Stamped when the body is in and before anything waits for the database.
  server.addHook('preValidation', async (request) => {
    request.receivedAtReal = systemNow();
  });
  for (const route of routes.filter(({ endpoint }) => endpoint.transport !== 'signed')) {
    addRoute(server, installation, route, secure);
  }
  // What another system signs is its bytes: here JSON is not read before the signature.
  await server.register((signed, _options, done) => {
    signed.removeContentTypeParser('application/json');
    signed.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, taken) => {
      taken(null, bytes);
    });
    for (const route of routes.filter(({ endpoint }) => endpoint.transport === 'signed')) {
      addRoute(signed, installation, route, secure);
    }
    done();
  });
  server.get('/api/health', () => health(installation));
  server.get('/api/openapi.json', () => openApi(routes, installation.settings.publicUrl));
  serveVerifier(server);
  const web = options.webFolder !== null && existsSync(options.webFolder) ? options.webFolder : null;
  if (web !== null) await serveWeb(server, web);
  else server.setNotFoundHandler(() => Promise.reject(new AppError('NOT_FOUND')));
  return server;
}

declare module 'fastify' {
  interface FastifyRequest {
    receivedAtReal: string;
  }
}

function addRoute(server: FastifyInstance, installation: Installation, route: AnyRoute, secure: boolean): void {
  server.route({
    method: route.endpoint.method,
    url: route.endpoint.url,
    ...(route.perMinute === undefined
      ? {}
      : { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000, keyGenerator: callerAddress } } }),
    handler: async (request, reply) => {
      // A token is sent on purpose, never by a browser on its own: no foreign page can use it.
      const token = tokenOf(request);
      if (!route.stateless && token === null) assertOwnRequest(request);
      const { body } = request;
      const chunk = Buffer.isBuffer(body) && inBytes(route) ? body : null;
      const http = {
        chunk,
        session: token === null ? sessionOf(request) : null,
        token,
        address: callerAddress(request),
        agent: (request.headers['user-agent'] ?? '').slice(0, 200),
        header: (name: string) => {
          const value = request.headers[name];
          return typeof value === 'string' ? value : null;
        },
        openSession: (token: string, expiresAt: string) => setSessionCookie(reply, token, expiresAt, secure),
        closeSession: () => clearSessionCookie(reply),
      };
      const run = (body: unknown, file: FreshFile | null, receivedAtReal: string): Promise<unknown> =>
        prepare(installation, route, request, http, body).then((prepared) =>
          runRoute(installation, route, { request, reply, body, http, file, receivedAtReal, prepared }),
        );
      const answer =
        route.endpoint.transport === 'upload'
          ? await withUpload(installation, route, request, http, run)
          : await run(chunk === null ? body : {}, null, request.receivedAtReal);
      if (answer instanceof AppError) throw answer;
      if (isFileAnswer(answer)) return sendFile(reply, answer);
      // Answers are for one person at one moment; nothing between us and them may keep one.
      return reply.header('cache-control', 'no-store').send(answer);
    },
  });
}

const inBytes = ({ endpoint }: AnyRoute): boolean => endpoint.transport === 'chunk' || endpoint.transport === 'signed';

async function prepare(
  installation: Installation,
  route: AnyRoute,
  request: FastifyRequest,
  { session, token }: Pick<HttpDoor, 'session' | 'token'>,
  body: unknown,
): Promise<unknown> {
  if (route.prepare === undefined) return undefined;
  await assertAdmitted(installation, route, { request, receivedAtReal: request.receivedAtReal, session, token });
  return route.prepare(installation, validate(route.endpoint.body, body ?? {}));
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const name = encodeURIComponent(file.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${file.disposition ?? 'attachment'}; filename*=UTF-8''${name}`)
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
    .header('x-frame-options', 'SAMEORIGIN')
    .header('cache-control', 'private, no-store')
    .send(file.content);
}

async function health(installation: Installation): Promise<{ status: 'ready' }> {
  await installation.transactor.inTransaction({ session: null }, async () => undefined);
  return { status: 'ready' };
}

/** Under pressure reads are refused first; what people hand in is still taken. */
function shedReads(request: FastifyRequest): void {
  if (request.method === 'GET' && request.url !== '/api/health') throw new AppError('BUSY');
}

function callerAddress(request: FastifyRequest): string {
  return isIP(request.ip) === 6 ? request.ip.split(':').slice(0, 4).join(':') : request.ip;
}

function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  } as const;
}
