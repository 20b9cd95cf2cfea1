import { listCalls, noteCall } from '@zhiping/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crawl } from '../../testing/crawl.ts';
import { PERSONAS } from '../../testing/personas.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { callRoutes } from './index.ts';

let server: TestServer;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
  id = await server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', 'applicant')
      .executeTakeFirstOrThrow();
    return arrangeApplication(ctx, { personId, state: { stage: 'office-check' } });
  });
});
afterAll(() => server.close());

const CALLED = '2024-06-24T00:30:00.000Z';
const call = (changes: object = {}) => ({
  params: { id },
  body: {
    callee: 'applicant',
    outcome: 'unanswered',
    calledAt: CALLED,
    note: '无人接听，下午再打',
    ...changes,
  } as const,
});

it('is kept with who was called, when and what came of it, the latest first, and stands in the record', async () => {
  const office = await server.loginAs('office');
  await office(noteCall, call());
  await office(noteCall, call({ outcome: 'reached', calledAt: '2024-06-24T00:45:00.000Z', note: '请三日内补正' }));
  const { items } = await office(listCalls, { params: { id } });
  expect(items).toMatchObject([
    { callee: 'applicant', outcome: 'reached', note: '请三日内补正', notedBy: expect.any(String) as string },
    { callee: 'applicant', outcome: 'unanswered', calledAt: CALLED },
  ]);
  const events = await server.asPlatform(({ tx }) =>
    tx.selectFrom('record_event').selectAll().where('subject_id', '=', id).execute(),
  );
  const noted = events.filter(({ action }) => action === 'call.note');
  expect(noted).toHaveLength(2);
  expect(JSON.stringify(noted)).not.toContain('补正');
});

it('refuses calls of the future and of long ago, blank notes and unknown words', async () => {
  const office = await server.loginAs('office');
  const before = (await office(listCalls, { params: { id } })).items.length;
  for (const calledAt of ['2024-06-25T00:00:00.000Z', '2023-06-20T00:00:00.000Z', '0001-01-01T00:00:00.000Z']) {
    await expect(office(noteCall, call({ calledAt }))).rejects.toMatchObject({ code: 'CALL_TIME' });
  }
  await expect(office(noteCall, call({ note: '  ' }))).rejects.toMatchObject({ code: 'INVALID' });
  await expect(office(noteCall, call({ outcome: 'paid' }))).rejects.toMatchObject({ code: 'INVALID' });
  expect((await office(listCalls, { params: { id } })).items).toHaveLength(before);
});

it('is full after two hundred', async () => {
  await server.asPlatform(async (ctx) => {
    const { id: _first, ...row } = await ctx.tx.selectFrom('call_note').selectAll().executeTakeFirstOrThrow();
    const { kept } = await ctx.tx
      .selectFrom('call_note')
      .select((eb) => eb.fn.countAll<string>().as('kept'))
      .executeTakeFirstOrThrow();
    const rows = Array.from({ length: 200 - Number(kept) }, () => ({ ...row, id: ctx.newId() }));
    await ctx.tx.insertInto('call_note').values(rows).execute();
  });
  const office = await server.loginAs('office');
  await expect(office(noteCall, call())).rejects.toMatchObject({ code: 'CALLS_FULL' });
  expect((await office(listCalls, { params: { id } })).items).toHaveLength(200);
});

it('is there for those the table allows, and not there for all others', async () => {
  const { asked, wrong } = await crawl(
    server,
    callRoutes,
    PERSONAS.map(({ login }) => login),
  );
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(PERSONAS.length);
});
