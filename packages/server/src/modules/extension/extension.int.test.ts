import {
  approveExtension,
  type Client,
  declineExtension,
  listExtensions,
  listOpenPlans,
  proposeExtension,
  readApplication,
  readExtensions,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { personOf } from '../../testing/person-of.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication, openPlan } from '../application/testing/arrange.ts';
import { arrangePlan } from '../application/testing/arrange-plan.ts';

let server: TestServer;
let office: Client;
let supervisor: Client;
beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo('2024-07-30T01:00:00.000Z');
  office = await server.loginAs('office');
  supervisor = await server.loginAs('supervisor');
});
afterAll(() => server.close());

const arranged = (username: string, stage = 'draft'): Promise<string> =>
  server.asPlatform(async (ctx) =>
    arrangeApplication(ctx, { personId: await personOf(ctx, username), state: { stage } }),
  );
const params = { id: DEMONSTRATION_PLAN };

describe('an extension for everybody after a fault of the platform (O9)', () => {
  it('needs a later day that contradicts nothing, a reason, and another person', async () => {
    const window = (await office(listExtensions, {})).plans.find(({ id }) => id === DEMONSTRATION_PLAN)?.windows[0];
    const body = { window: window?.id ?? '', to: '2024-08-05', reason: '7月31日20时起平台不能登录' };
    await expect(office(proposeExtension, { params, body: { ...body, to: '2024-07-31' } })).rejects.toMatchObject({
      code: 'EXTENSION_EARLIER',
    });
    const zhejiang = await server.asPlatform((ctx) => openPlan(ctx, 'zj-2022'));
    await expect(
      office(proposeExtension, { params: { id: zhejiang }, body: { ...body, window: 'online', to: '2024-11-01' } }),
    ).rejects.toMatchObject({ code: 'EXTENSION_CONFLICT' });
    const { id } = await office(proposeExtension, { params, body });
    await expect(office(proposeExtension, { params, body })).rejects.toMatchObject({ code: 'EXTENSION_OPEN' });
    await expect(office(approveExtension, { params: { id } })).rejects.toMatchObject({ code: 'EXTENSION_SAME_PERSON' });
    for (const login of ['applicant', 'unit', 'authority', 'confirmer'] as const) {
      const other = await server.loginAs(login);
      await expect(other(approveExtension, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other(proposeExtension, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await supervisor(declineExtension, { params: { id } });
    await expect(supervisor(approveExtension, { params: { id } })).rejects.toMatchObject({ code: 'EXTENSION_DECIDED' });
    expect((await server.anyone(readExtensions, {})).items).toEqual([]);
  });

  it('moves the deadlines of all, revives whom the closing ended, and is announced', async () => {
    const id = await arranged('applicant');
    const sealed = await arranged('applicant2', 'stamped-page');
    const applicant = await server.loginAs('applicant');
    const read = () => applicant(readApplication, { params: { id } });
    await server.moveClockTo('2024-08-01T01:00:00.000Z');
    expect((await read()).stage).toBe('expired');
    const window = (await office(listExtensions, {})).plans.find((one) => one.id === DEMONSTRATION_PLAN)?.windows[0];
    const body = { window: window?.id ?? '', to: '2024-08-05', reason: '7月31日20时起平台不能登录' };
    const proposed = await office(proposeExtension, { params, body });
    const answer = await supervisor(approveExtension, { params: { id: proposed.id } });
    expect(answer).toEqual({ moved: 1, revived: 1 });
    const back = await read();
    expect(back.stage).toBe('draft');
    expect(back.waiting.until?.at).toBe('2024-08-05T16:00:00.000Z');
    expect((await server.anyone(readExtensions, {})).items[0]).toMatchObject({ to: '2024-08-05', reason: body.reason });
    await server.moveClockTo('2024-08-05T15:59:00.000Z');
    expect((await read()).stage).toBe('draft');
    await server.moveClockTo('2024-08-05T16:05:00.000Z');
    expect((await read()).stage).toBe('expired');
    // Five working days after the new closing, not after the old one.
    const other = await server.loginAs('applicant2');
    const { waiting } = await other(readApplication, { params: { id: sealed } });
    expect(waiting.until?.at).toBe('2024-08-12T16:00:00.000Z');
  });

  it('leaves another organiser that runs the same pack as it was', async () => {
    const { planId } = await server.asPlatform((ctx) => arrangePlan(ctx, 'ln-2024-eng', '2024-07-30T01:00:00.000Z'));
    const { items } = await (await server.loginAs('applicant'))(listOpenPlans, {});
    const closing = (id: string) => items.find((plan) => plan.id === id)?.windows[0]?.closesOn;
    expect(closing(DEMONSTRATION_PLAN)).toBe('2024-08-05');
    expect(closing(planId)).toBe('2024-07-31');
  });
});
