import {
  type Client,
  giveBackPaper,
  listPaper,
  officeRefuse,
  type PaperView,
  readPaper,
  receiveFullPaper,
  receivePaper,
  savePaper,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';

let server: TestServer;
let office: Client;
beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo('2024-07-10T01:00:00.000Z');
  office = await server.loginAs('office');
});
afterAll(() => server.close());

async function awaited(username: string): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const id = await arrangeApplication(ctx, { personId, state: { stage: 'paper-delivery', submissions: 1 } });
    await arrangeSubmission(ctx, id);
    return id;
  });
}
const view = (id: string): Promise<PaperView> => office(readPaper, { params: { id } });
const all = ({ items }: PaperView) => items.map(({ id, copies }) => ({ id, copies, absent: false, defect: '' }));
const numbers = async (list: 'expected' | 'late' | 'partial' | 'complete' | 'returned') =>
  (await office(listPaper, { query: { list } })).items.map(({ id }) => id);

describe('the paper desk (LN-2024 五(七)、附件2)', () => {
  it('takes a part first and the whole later, stores it, and gives it back to whoever signs', async () => {
    const id = await awaited('applicant');
    const params = { id };
    const before = await view(id);
    expect(before).toMatchObject({ asked: true, state: 'expected', paperVersion: 0 });
    expect(before.snapshot?.mark).toBe('ARRANGED');
    expect(await numbers('expected')).toContain(id);
    await expect(office(receiveFullPaper, { params, body: { version: before.version } })).rejects.toMatchObject({
      code: 'PAPER_INCOMPLETE',
    });

    const [first, ...rest] = all(before);
    const short = { ...(first ?? { id: '', absent: false, defect: '' }), copies: 2 };
    const part = { paperVersion: 0, found: [short, ...rest], storage: '3柜2层', note: '' };
    const saved = await office(savePaper, { params, body: part });
    expect(saved.lacks).toEqual([`${before.items[0]?.name ?? ''}：应有 3 份，收到 2 份`]);
    await expect(office(savePaper, { params, body: part })).rejects.toMatchObject({ code: 'STALE' });
    await expect(
      office(savePaper, { params, body: { ...part, paperVersion: 1, found: [{ ...short, id: 'form.99' }] } }),
    ).rejects.toMatchObject({ code: 'PAPER_UNKNOWN_ITEM' });
    expect(await numbers('partial')).toEqual([id]);
    // What has been begun to be checked cannot be waved through.
    await expect(office(receivePaper, { params, body: { version: before.version } })).rejects.toMatchObject({
      code: 'PAPER_INCOMPLETE',
    });

    await office(savePaper, { params, body: { ...part, paperVersion: 1, found: all(before) } });
    expect(await numbers('complete')).toEqual([id]);
    expect(await office(receiveFullPaper, { params, body: { version: before.version } })).toMatchObject({
      stage: 'ready',
    });
    const back = { paperVersion: 2, on: '2024-07-10', to: '孙人事', note: '' };
    await expect(office(giveBackPaper, { params, body: back })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await server.asPlatform(async ({ tx }) => {
      const { state } = await tx
        .selectFrom('application')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const ended = { stage: 'not-passed', state: JSON.stringify({ ...state, stage: 'not-passed' }) };
      await tx.updateTable('application').set(ended).where('id', '=', id).execute();
    });
    await office(giveBackPaper, { params, body: back });
    await expect(office(giveBackPaper, { params, body: { ...back, paperVersion: 3 } })).rejects.toMatchObject({
      code: 'PAPER_NOT_HERE',
    });
    expect((await view(id)).givenBack).toEqual({ on: '2024-07-10', to: '孙人事', note: '' });
    expect(await numbers('returned')).toEqual([id]);
  });

  it('is read by the applicant and the unit for the label, by no other, and written by the office only', async () => {
    const id = await awaited('applicant2');
    const applicant = await server.loginAs('applicant2');
    const seen = await applicant(readPaper, { params: { id } });
    expect(seen.delivery.address).toContain('沈阳');
    const body = { paperVersion: 0, found: [], storage: '', note: '' };
    await expect(applicant(savePaper, { params: { id }, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const login of ['applicant', 'unit2', 'authority', 'chair'] as const) {
      const other = await server.loginAs(login);
      await expect(other(readPaper, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('says who is late after five working days; then it takes a reason, or refuses', async () => {
    const taken = await awaited('expert1');
    const refused = await awaited('expert2');
    expect((await view(taken)).until?.at).toBe('2024-07-17T16:00:00.000Z');
    await server.moveClockTo('2024-07-17T16:00:01.000Z');
    expect(await numbers('late')).toEqual(expect.arrayContaining([taken, refused]));
    const { version, late, paperVersion } = await view(taken);
    expect(late).toBe(true);
    const params = { id: taken };
    await office(savePaper, { params, body: { paperVersion, found: all(await view(taken)), storage: '', note: '' } });
    await expect(office(receiveFullPaper, { params, body: { version } })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    const body = { version, reason: '大雪封路，当日已电话报备' };
    expect(await office(receiveFullPaper, { params, body })).toMatchObject({ stage: 'ready' });
    const other = await view(refused);
    await office(officeRefuse, { params: { id: refused }, body: { version: other.version, reason: '逾期未送达' } });
    expect(await numbers('late')).not.toContain(refused);
  });
});
