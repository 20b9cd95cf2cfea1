import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Validator } from '@seriousme/openapi-schema-validator';
import { endpoint, id } from '@zhiping/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../modules/index.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { toAppError } from './errors.ts';
import { defineRoute } from './route.ts';
import { assertRoutes, createServer } from './server.ts';

/** Doors of the test's own, under actions the table knows. */
const count = endpoint({
  method: 'POST',
  url: '/api/test-count',
  action: 'account.change-password',
  summary: '',
  body: z.object({ note: z.string() }),
  answer: z.object({ times: z.number() }),
});
const silent = endpoint({ method: 'POST', url: '/api/test-silent', action: 'account.change-password', summary: '' });
const leaky = endpoint({
  method: 'GET',
  url: '/api/test-leaky/:id',
  action: 'policy.list',
  summary: '',
  params: z.object({ id }),
  answer: z.object({ seen: z.string() }),
});
const endless = endpoint({
  method: 'GET',
  url: '/api/test-endless',
  action: 'policy.list',
  summary: '',
  transport: 'download',
});
const endlessRoute = defineRoute(endless, {
  target: 'none',
  handle: async () => ({
    fileName: 'x.bin',
    mediaType: 'application/octet-stream',
    content: new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    }),
  }),
});
let times = 0;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    routes: [
      ...ROUTES,
      defineRoute(count, {
        target: 'own',
        handle: async (ctx) => {
          times += 1;
          await ctx.record({ organiserId: null, subject: { noun: 'test', id: ctx.newId() }, data: {} });
          return { times };
        },
      }),
      defineRoute(silent, { target: 'own', handle: async () => ({}) }),
      defineRoute(leaky, {
        target: 'none',
        handle: async () => ({ seen: 'yes', idNumber: '210102198501011234' }),
      }),
    ],
  });
});
afterAll(() => server.close());

describe('requests', () => {
  it('describes itself as valid OpenAPI 3.1', async () => {
    const description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Record<string, unknown>;
    const result = await new Validator().validate(description);
    expect(result).toEqual({ valid: true });
    expect(description).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys(description['paths'] as object).length).toBeGreaterThan(5);
  });

  it('answers one key once, also when two requests race, and refuses another content under it', async () => {
    const unit = await server.loginAs('unit');
    const ask = (note: string) => unit(count, { body: { note } }, { idempotencyKey: 'key-00000001' });
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('a')));
    expect(answers).toEqual(Array.from({ length: 12 }, () => ({ times: 1 })));
    expect(times).toBe(1);
    await expect(ask('b')).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    const other = await server.loginAs('unit2');
    expect(await other(count, { body: { note: 'a' } }, { idempotencyKey: 'key-00000001' })).toEqual({ times: 2 });
  });

  it('judges the permission before the body: a stranger learns nothing from the error', async () => {
    const response = await fetch(`${server.url}/api/test-count`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zhiping': '1' },
      body: '{"note":5}',
    });
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    const unit = await server.loginAs('unit');
    await expect(unit(count, { body: { note: 5 } as never })).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'note' }],
    });
  });

  it('refuses a change that leaves no event', async () => {
    const unit = await server.loginAs('unit');
    await expect(unit(silent, {})).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('lets nothing out that the schema of the answer does not name', async () => {
    const answer = await server.anyone(leaky, { params: { id: '01900000-0000-7000-8000-000000000001' } });
    expect(answer).toEqual({ seen: 'yes' });
  });

  it('takes no text that the database cannot keep', async () => {
    const unit = await server.loginAs('unit');
    for (const note of ['a\0b', 'half \ud83d']) {
      await expect(unit(count, { body: { note } })).rejects.toMatchObject({
        code: 'INVALID',
        fields: [{ path: 'note' }],
      });
    }
    const response = await fetch(`${server.url}/api/objection-answers/%00`);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('packs long answers and takes no packed request', async () => {
    const packed = await fetch(`${server.url}/api/openapi.json`, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Object.keys((await packed.json()) as object)).toContain('paths');
    const sent = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'x-zhiping': '1' },
      body: gzipSync('{"username":"unit","password":"x"}'),
    });
    expect(await sent.json()).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('answers an unreadable id like an unknown one, and JSON that is none, in the words of the catalogue', async () => {
    await expect(server.anyone(leaky, { params: { id: 'x' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const broken = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zhiping': '1' },
      body: '{',
    });
    expect(await broken.json()).toMatchObject({ code: 'BAD_REQUEST', message: '请求的格式不正确' });
    expect((await fetch(`${server.url}/api/no-such`)).status).toBe(404);
  });
});

describe('a database that goes away within a transaction', () => {
  it('is told as busy, not as a mistake of the program', async () => {
    const outcome = await server.installation.transactor
      .inTransaction('platform', async ({ tx }) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        const other = new pg.Client({ ...inject('postgres'), database: server.database });
        await other.connect();
        // Waits until it is gone, at most this many milliseconds.
        await other.query('select pg_terminate_backend($1, 10000)', [rows[0]?.pid]);
        await other.end();
        await pause(50);
        await sql`select 1`.execute(tx);
      })
      .catch((error: unknown) => error);
    expect(toAppError(outcome).code).toBe('BUSY');
  });
});

// Below the 72 seconds for which the server keeps an idle connection.
describe('closing', { timeout: 40_000 }, () => {
  const listening = async () => {
    const { installation } = server;
    const routes = [...ROUTES, endlessRoute];
    const own = await createServer({ installation, routes, webFolder: null, closesWithinMs: 500 });
    const asked = new Promise<void>((resolve) => own.addHook('onRequest', async () => resolve()));
    await own.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((own.server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    return { own, socket, asked };
  };

  it('does not wait for one who never reads the answer', async () => {
    const { own, socket } = await listening();
    socket.write('GET /api/test-endless HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'readable');
    await own.close();
    socket.destroy();
  });

  it('lets an answer on its way arrive, and then lets go of the connection the browser wants to keep', async () => {
    const { own, socket, asked } = await listening();
    const body = '{"username":"unit","password":"wrong-password"}';
    const head = `POST /api/session HTTP/1.1\r\nhost: x\r\nx-zhiping: 1\r\ncontent-type: application/json`;
    let answer = '';
    socket.on('data', (bytes) => (answer += String(bytes)));
    socket.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    await asked;
    await own.close();
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

describe('start-up', () => {
  it('refuses a route whose action the table does not know, and two at one address', () => {
    const unknown = endpoint({ method: 'GET', url: '/api/x', action: 'nothing.here', summary: '' });
    const route = defineRoute(unknown, { target: 'none', handle: async () => ({}) });
    expect(() => assertRoutes([route])).toThrow('nothing.here');
    const [first] = ROUTES;
    expect(() => assertRoutes(first ? [first, first] : [])).toThrow('两次');
  });
});
