import { getClock, moveClock } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepDeadlines } from '../../jobs/sweep.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const params = { organiserId: DEMONSTRATION.organiser };
const minutes = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('the business clock', () => {
  it('starts on 24 June 2024 at nine in Shanghai and runs', async () => {
    const clock = await server.anyone(getClock, {});
    expect(clock.demonstration).toBe(true);
    expect(minutes('2024-06-24T01:00:00.000Z', clock.businessNow)).toBeGreaterThanOrEqual(0);
    expect(minutes('2024-06-24T01:00:00.000Z', clock.businessNow)).toBeLessThan(24 * 60);
  });

  it('is moved forward by the office only, never back', async () => {
    const unit = await server.loginAs('unit');
    const to = '2024-07-01T01:00:00.000Z';
    await expect(unit(moveClock, { params, body: { to } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(server.anyone(moveClock, { params, body: { to } })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const office = await server.loginAs('office');
    expect((await office(moveClock, { params, body: { to } })).businessNow).toBe(to);
    expect(minutes(to, (await server.anyone(getClock, {})).businessNow)).toBeLessThan(60);
    const back = office(moveClock, { params, body: { to: '2024-06-30T01:00:00.000Z' } });
    await expect(back).rejects.toMatchObject({ code: 'CLOCK_BACKWARDS' });
    const events = await server.asPlatform((ctx) =>
      ctx.tx.selectFrom('record_event').select('document').where('action', '=', 'clock.move').execute(),
    );
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0]?.document ?? '')).toMatchObject({ actor: { relation: 'office' }, data: { to } });
  });
});

describe('deadlines', () => {
  const subjectId = '01900000-0000-7000-8000-0000000000aa';
  const key = { what: 'test.due', subjectId };
  const set = (dueAt: string): Promise<void> =>
    server.asPlatform((ctx) => ctx.deadline.set({ ...key, organiserId: DEMONSTRATION.organiser, dueAt }));

  it('are taken once when due by business time, in the transaction of their handler', async () => {
    const now = Date.parse((await server.anyone(getClock, {})).businessNow);
    const seen: string[] = [];
    const handlers = {
      'test.due': async (_ctx: unknown, subject: string) => {
        seen.push(subject);
      },
    };
    const { installation } = server;
    await set(new Date(now + 60_000).toISOString());
    expect(await sweepDeadlines(installation, handlers)).toBe(0);
    await set(new Date(now - 1).toISOString());
    const sweeps = await Promise.all([1, 2, 3, 4].map(() => sweepDeadlines(installation, handlers)));
    expect(sweeps.reduce((a, b) => a + b)).toBe(1);
    expect(seen).toEqual([subjectId]);
    await set(new Date(now - 1).toISOString());
    await server.asPlatform((ctx) => ctx.deadline.cancel(key, ctx.businessNow));
    expect(await sweepDeadlines(installation, handlers)).toBe(0);
  });

  it('stay due when the handler fails, and do not keep others waiting', async () => {
    const now = Date.parse((await server.anyone(getClock, {})).businessNow);
    const other = '01900000-0000-7000-8000-0000000000bb';
    await set(new Date(now - 2).toISOString());
    await server.asPlatform((ctx) =>
      ctx.deadline.set({
        what: 'test.due',
        subjectId: other,
        organiserId: DEMONSTRATION.organiser,
        dueAt: new Date(now - 1).toISOString(),
      }),
    );
    const seen: string[] = [];
    const handlers = {
      'test.due': async (_ctx: unknown, subject: string) => {
        if (subject === subjectId) throw new Error('not today');
        seen.push(subject);
      },
    };
    await expect(sweepDeadlines(server.installation, handlers)).rejects.toThrow('not today');
    expect(seen).toEqual([other]);
    const open = await server.asPlatform((ctx) =>
      ctx.tx
        .selectFrom('deadline')
        .select(['subject_id', 'attempts'])
        .where('what', '=', 'test.due')
        .where('done_at', 'is', null)
        .where('cancelled_at', 'is', null)
        .execute(),
    );
    expect(open).toEqual([{ subject_id: subjectId, attempts: 1 }]);
  });
});
