import { AppError } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCtx, type Ctx } from '../context.ts';
import { randomWhole } from '../security/random.ts';
import { DEMONSTRATION } from '../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { after, systemNow } from '../time/clocks.ts';
import { acceptIntoWindow, closeWindow, type Window } from './window.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Stands for the three minutes: longer than the longest hold-up below, also on a busy machine. */
const DRAIN = 1500;
type Accept = (ctx: Ctx, window: Window) => Promise<void>;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Hands in 60 requests around the closing of one window, on as many connections as there are, each held up by chance
 * before its transaction and inside it. Answers who came in time but was refused, and who was acknowledged but is
 * not on the list that was frozen at the closing.
 */
async function race(
  name: string,
  accept: Accept,
  drainMs: number,
): Promise<{ refusedInTime: number; lost: number; late: number }> {
  const { installation } = server;
  const closesAt = await server.asPlatform(async (ctx) => after(ctx.businessNow, 120));
  const window = { organiserId: DEMONSTRATION.organiser, name, closesAt };
  const acknowledged = new Set<string>();
  let refusedInTime = 0;
  let late = 0;
  let list: readonly string[] = [];
  // The first one makes the row, so that closing finds it.
  await server.asPlatform((ctx) => acceptIntoWindow(ctx, window));
  const handIn = async (number: number): Promise<void> => {
    await pause(randomWhole(0, 240));
    const receivedAtReal = systemNow();
    // The queue in front of the database.
    await pause(randomWhole(0, 60));
    const key = `${name}-${number}`;
    let inTime = false;
    try {
      await installation.transactor.inTransaction('platform', async (begun) => {
        const ctx = createCtx(installation, begun, {
          action: 'test.hand-in',
          requestId: key,
          receivedAtReal,
          organiserId: window.organiserId,
        });
        inTime = ctx.receivedAt < closesAt;
        await accept(ctx, window);
        await pause(randomWhole(0, 60));
        await ctx.record({ organiserId: null, subject: { noun: 'test', id: ctx.newId() }, data: { key } });
      });
      acknowledged.add(key);
      if (!inTime) late += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (inTime) refusedInTime += 1;
    }
  };
  const freeze = async (): Promise<void> => {
    await pause(120 + drainMs);
    list = await server.asPlatform(async (ctx) => {
      const { id } = await ctx.tx
        .selectFrom('accepting_window')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      await closeWindow(ctx, id);
      const events = await ctx.tx
        .selectFrom('record_event')
        .select('document')
        .where('action', '=', 'test.hand-in')
        .execute();
      return events.map(({ document }) => (JSON.parse(document) as { data: { key: string } }).data.key);
    });
  };
  await Promise.all([freeze(), ...Array.from({ length: 60 }, (_, number) => handIn(number))]);
  const lost = [...acknowledged].filter((key) => !list.includes(key)).length;
  return { refusedInTime, lost, late };
}

describe('the closing of a window', () => {
  it('loses nobody who was acknowledged, refuses nobody who came in time, and accepts nobody late', async () => {
    for (let round = 0; round < 4; round += 1) {
      expect(await race(`right-${round}`, acceptIntoWindow, DRAIN)).toEqual({ refusedInTime: 0, lost: 0, late: 0 });
    }
  });

  it('is seen to fail by this race when the time is looked at on getting the turn', async () => {
    let refused = 0;
    const byTurn: Accept = async (ctx, window) => {
      if (ctx.businessNow >= window.closesAt) throw new AppError('WINDOW_CLOSED');
    };
    for (let round = 0; round < 4; round += 1) refused += (await race(`turn-${round}`, byTurn, 50)).refusedInTime;
    expect(refused).toBeGreaterThan(0);
  });

  it('is seen to fail by this race when the row is not locked and closing does not wait', async () => {
    let lost = 0;
    const unlocked: Accept = async (ctx, window) => {
      if (ctx.receivedAt >= window.closesAt) throw new AppError('WINDOW_CLOSED');
      await pause(200);
    };
    for (let round = 0; round < 4; round += 1) lost += (await race(`unlocked-${round}`, unlocked, 50)).lost;
    expect(lost).toBeGreaterThan(0);
  });

  it('refuses what comes after the time, and anything once it is closed', async () => {
    const soon = await server.asPlatform(async (ctx) => ctx.businessNow);
    const window = { organiserId: DEMONSTRATION.organiser, name: 'past', closesAt: soon };
    await expect(server.asPlatform((ctx) => acceptIntoWindow(ctx, window))).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
    });
  });
});
