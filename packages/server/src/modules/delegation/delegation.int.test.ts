import {
  approveExtension,
  type Client,
  createToken,
  createWebhook,
  declineExtension,
  endDelegation,
  getMe,
  listDelegations,
  listExtensions,
  listWebhooks,
  offerDelegation,
  proposeExtension,
  readApplication,
  readDelegationOffer,
  takeDelegation,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { personOf } from '../../testing/person-of.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
let office: Client;
let stand: Client;
beforeAll(async () => {
  server = await startTestServer({ settings: { webhookPrivate: true } });
  await server.moveClockTo('2024-07-30T01:00:00.000Z');
  office = await server.loginAs('office');
  stand = await server.loginAs('applicant2');
});
afterAll(() => server.close());

const asked = {
  kind: 'delegation' as 'delegation' | 'handover',
  relation: 'office' as 'office' | 'unit',
  subjectId: DEMONSTRATION.organiser as string,
  name: '刘监测',
  firstDay: '2024-07-30',
  lastDay: '2024-08-02',
  reason: '出差',
  password: DEMONSTRATION_PASSWORD as string,
};
const tokenOf = (link: string) => ({ params: { token: link.split('/').at(-1) ?? '' }, body: {} });
const offered = async (giver: Client, change: Partial<typeof asked> = {}) =>
  tokenOf((await giver(offerDelegation, { body: { ...asked, ...change } })).link);
const arranged = (username: string) =>
  server.asPlatform(async (ctx) =>
    arrangeApplication(ctx, { personId: await personOf(ctx, username), state: { stage: 'office-check' } }),
  );

describe('acting in a colleague’s place (X1)', () => {
  it('is offered by whoever holds the post and taken by the one it names, who may not be on another side', async () => {
    for (const [change, code] of [
      [{ password: 'wrong' }, 'PASSWORD_WRONG'],
      [{ subjectId: DEMONSTRATION.enterprise, relation: 'unit' }, 'DELEGATION_NOT_HELD'],
      [{ firstDay: '2024-07-29' }, 'DELEGATION_DAYS'],
      [{ lastDay: '2024-07-29' }, 'DELEGATION_DAYS'],
      [{ lastDay: '2025-07-30' }, 'DELEGATION_DAYS'],
    ] as const) {
      await expect(office(offerDelegation, { body: { ...asked, ...change } })).rejects.toMatchObject({ code });
    }
    await expect(stand(offerDelegation, { body: asked })).rejects.toMatchObject({ code: 'DELEGATION_NOT_HELD' });
    for (const [login, name, code] of [
      ['applicant', '刘监测', 'DELEGATION_OTHER_NAME'],
      ['office', '李办公', 'DELEGATION_OTHER_NAME'],
      ['supervisor', '郑监督', 'DELEGATION_TWO_SIDES'],
      ['system', '卫系统', 'DELEGATION_ADMINISTRATOR'],
    ] as const) {
      const taker = await server.loginAs(login);
      await expect(taker(takeDelegation, await offered(office, { name }))).rejects.toMatchObject({ code });
    }
    await expect(stand(readDelegationOffer, { params: { token: 'x'.repeat(22) } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const link = await offered(office);
    expect(await stand(readDelegationOffer, link)).toMatchObject({
      from: '李办公',
      name: '刘监测',
      kind: 'delegation',
    });
    await stand(takeDelegation, link);
    await expect(stand(takeDelegation, link)).rejects.toMatchObject({ code: 'DELEGATION_OVER' });
    expect((await stand(getMe, {})).relations).toMatchObject([{ relation: 'office', inPlaceOf: '李办公' }]);
    // What is held in somebody's place is not delegated on.
    await expect(stand(offerDelegation, { body: asked })).rejects.toMatchObject({ code: 'DELEGATION_NOT_HELD' });
  });

  it('does the work, recorded as such, but is not the second of two people and never judges the colleague’s own case', async () => {
    const other = await arranged('applicant');
    expect((await stand(readApplication, { params: { id: other } })).id).toBe(other);
    const colleagues = await arranged('office');
    await expect(stand(readApplication, { params: { id: colleagues } })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const window = (await stand(listExtensions, {})).plans.find(({ id }) => id === DEMONSTRATION_PLAN)?.windows[0];
    const body = { window: window?.id ?? '', to: '2024-08-05', reason: '7月31日20时起平台不能登录' };
    const params = { id: DEMONSTRATION_PLAN };
    const first = await office(proposeExtension, { params, body });
    await expect(stand(approveExtension, { params: { id: first.id } })).rejects.toMatchObject({
      code: 'SAME_PERSON_BY_DELEGATION',
    });
    await stand(declineExtension, { params: { id: first.id } });
    const second = await stand(proposeExtension, { params, body });
    await expect(office(approveExtension, { params: { id: second.id } })).rejects.toMatchObject({
      code: 'SAME_PERSON_BY_DELEGATION',
    });
    const idOf = (username: string) => server.asPlatform((ctx) => personOf(ctx, username));
    const [placeOf, person] = [await idOf('office'), await idOf('applicant2')];
    const document = await server.asPlatform((ctx) =>
      ctx.tx
        .selectFrom('record_event')
        .select('document')
        .where('subject_id', '=', second.id)
        .orderBy('id')
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(document.document)).toMatchObject({
      actor: { relation: 'office', personId: person, inPlaceOf: placeOf },
    });
    await (await server.loginAs('supervisor'))(approveExtension, { params: { id: second.id } });
  });

  it('ends by itself after its last day, and before when either wants', async () => {
    const [line] = (await office(listDelegations, { query: {} })).items.filter(({ state }) => state === 'standing');
    expect(line).toMatchObject({ given: true, name: '刘监测', lastDay: '2024-08-02' });
    await expect(
      (await server.loginAs('applicant'))(endDelegation, { params: { id: line?.id ?? '' }, body: {} }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await server.moveClockTo('2024-08-02T15:59:00.000Z');
    expect((await stand(getMe, {})).relations).toHaveLength(1);
    await server.moveClockTo('2024-08-02T16:00:00.000Z');
    expect((await stand(getMe, {})).relations).toEqual([]);
    expect((await stand(listExtensions, {}).catch(({ code }: { code: string }) => code)) as unknown).toBe('NOT_FOUND');

    const days = { firstDay: '2024-08-03', lastDay: '2024-08-10' };
    await stand(takeDelegation, await offered(office, days));
    expect((await stand(getMe, {})).relations).toHaveLength(1);
    const taken = (await stand(listDelegations, { query: {} })).items[0];
    await stand(endDelegation, { params: { id: taken?.id ?? '' }, body: {} });
    expect((await stand(getMe, {})).relations).toEqual([]);
    await expect(stand(endDelegation, { params: { id: taken?.id ?? '' }, body: {} })).rejects.toMatchObject({
      code: 'DELEGATION_ENDED',
    });
  });
});

it('hands a post over: the successor holds it, webhooks go on, tokens end', async () => {
  const unit = await server.loginAs('unit');
  const place = { relation: 'unit' as const, subjectId: DEMONSTRATION.enterprise };
  const password = DEMONSTRATION_PASSWORD;
  await unit(createWebhook, { body: { ...place, name: '人事系统', url: 'http://127.0.0.1:9/hook', password } });
  await unit(createToken, { body: { ...place, name: '人事系统', actions: ['unit-staff.list'], days: 30, password } });
  const day = { firstDay: '2024-08-03', lastDay: '2024-08-03' };
  const link = await offered(unit, { ...place, ...day, kind: 'handover', reason: '退休' });
  expect(await stand(takeDelegation, link)).toMatchObject({ kind: 'handover', webhooks: 1, tokens: 1 });
  expect((await unit(getMe, {})).relations).toEqual([]);
  expect((await stand(getMe, {})).relations).toMatchObject([{ ...place, inPlaceOf: null }]);
  expect((await stand(listWebhooks, { query: {} })).items).toHaveLength(1);
  expect((await unit(listWebhooks, { query: {} })).items).toEqual([]);
});
