import {
  associationApprove,
  authorityApprove,
  authorityRefuse,
  authorityReturn,
  type Client,
  listSealing,
  listSealingDeadlines,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
let authority: Client;
let association: Client;
beforeAll(async () => {
  server = await startTestServer();
  [authority, association] = [await server.loginAs('authority'), await server.loginAs('association')];
  await server.moveClockTo('2024-07-10T01:00:00.000Z');
});
afterAll(() => server.close());

const PEOPLE = ['expert1', 'expert2', 'expert3', 'expert4', 'expert5', 'expert6'] as const;
let used = 0;
/** An application of somebody new in `stage`. */
async function inStage(stage: string, specialty = 'security'): Promise<string> {
  const username = PEOPLE[used++] ?? 'applicant';
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    return arrangeApplication(ctx, {
      personId,
      subject: { specialty, level: 'senior', route: 'normal' },
      state: { stage, submissions: 1 },
    });
  });
}

describe('sealing (LN-2024 五(六))', () => {
  it('sends security engineering on to the association, which the authority cannot replace', async () => {
    const id = await inStage('authority-review');
    const list = await authority(listSealing, { query: { limit: 50 } });
    expect(list.items.map((line) => line.id)).toContain(id);
    const line = list.items.find((one) => one.id === id);
    expect(line?.until?.words).toContain('2024年8月7日');
    expect(line?.levelName).toBe('高级工程师');
    const found = async (query: { readonly find?: string; readonly due?: 'late' | 'soon' }) =>
      (await authority(listSealing, { query: { limit: 50, ...query } })).items.map((one) => one.id);
    for (const find of [line?.number, line?.applicantName, line?.unitName.slice(0, 4)]) {
      expect(await found({ find: find ?? '' })).toContain(id);
    }
    expect(await found({ find: '没有这个人' })).toEqual([]);
    expect(await found({ due: 'soon' })).not.toContain(id);
    // Another organiser's time says nothing about this one's deadlines.
    await server.moveClockTo('2024-08-06T01:00:00.000Z', 'zhejiang');
    expect(await found({ due: 'soon' })).not.toContain(id);
    const { items: deadlines } = await authority(listSealingDeadlines, {});
    expect(deadlines).toMatchObject([{ waiting: list.items.length, soon: 0, late: 0, firstDue: line?.until?.at }]);
    expect((await association(listSealingDeadlines, {})).items).toEqual([]);
    const unit = await server.loginAs('unit');
    await expect(unit(listSealingDeadlines, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const approved = await authority(authorityApprove, { params: { id }, body: { version: 0 } });
    expect(approved.stage).toBe('association-review');
    await expect(authority(associationApprove, { params: { id }, body: { version: 1 } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const sealed = await association(associationApprove, { params: { id }, body: { version: 1 } });
    expect(sealed.stage).toBe('stamped-page');
  });

  it('leaves the association out for another specialty', async () => {
    const id = await inStage('authority-review', 'robotics');
    const approved = await authority(authorityApprove, { params: { id }, body: { version: 0 } });
    expect(approved.stage).toBe('stamped-page');
  });

  it('returns only with items, refuses only with grounds, and never on a stale view', async () => {
    const id = await inStage('authority-review');
    await expect(authority(authorityReturn, { params: { id }, body: { version: 0, items: [] } })).rejects.toMatchObject(
      { code: 'INVALID' },
    );
    await expect(authority(authorityApprove, { params: { id }, body: { version: 7 } })).rejects.toMatchObject({
      code: 'STALE',
    });
    const items = [
      { place: 'form', label: '六(一)', problem: '封面单位名称与公章不一致', whatToDo: '改为公章上的名称' },
    ];
    const returned = await authority(authorityReturn, { params: { id }, body: { version: 0, items } });
    expect(returned.stage).toBe('online-submission');
    const other = await inStage('authority-review');
    const refused = await authority(authorityRefuse, {
      params: { id: other },
      body: { version: 0, reason: '关系不符' },
    });
    expect(refused.stage).toBe('refused');
  });

  it('cannot return once the window has closed, and everything unsealed expires five working days later', async () => {
    const id = await inStage('authority-review');
    await server.moveClockTo('2024-08-01T01:00:00.000Z');
    const items = [{ place: 'form', label: '', problem: '错', whatToDo: '改' }];
    await expect(authority(authorityReturn, { params: { id }, body: { version: 0, items } })).rejects.toMatchObject({
      code: 'WINDOW_CLOSED',
    });
    await server.moveClockTo('2024-08-08T01:00:00.000Z');
    await expect(authority(authorityApprove, { params: { id }, body: { version: 0 } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const [row] = await server.asPlatform((ctx) =>
      ctx.tx.selectFrom('application').select(['stage']).where('id', '=', id).execute(),
    );
    expect(row?.stage).toBe('expired');
  });

  it('shows nothing to a unit, an applicant or another authority', async () => {
    const id = await inStage('authority-review');
    for (const username of ['unit', 'unit2', 'applicant', 'association', 'confirmer', 'supervisor'] as const) {
      const client = await server.loginAs(username);
      await expect(client(authorityApprove, { params: { id }, body: { version: 0 } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});
