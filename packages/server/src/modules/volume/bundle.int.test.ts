import { checkBundle, downloadVolumes, listVolumeOrders, orderBundle } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import { readWorkbook } from '../../spreadsheet/index.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeSubmitted, downloaded, takeUpAgain } from './testing/arrange-order.ts';

const planId = DEMONSTRATION_PLAN;
const asked = { planId, contact: '刘职改', phone: '024-23456789' };
let server: TestServer;
let passed: string;
beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo('2024-07-20T01:00:00.000Z');
  passed = await arranged('applicant', 'stamped-page', 'approved');
  await arranged('applicant2', 'authority-review', null);
  // Approved once, then returned for correction: it has not been passed on.
  await arranged('expert1', 'office-check', 'returned');
});
afterAll(() => server.close());

/** A submitted case that stands with the demonstration's authority, and what that has decided. */
function arranged(username: DemonstrationLogin, stage: string, decision: 'approved' | 'returned' | null) {
  return server.asPlatform(async (ctx) => {
    const id = await arrangeSubmitted(ctx, username, stage);
    const seal = { organiser_id: DEMONSTRATION.organiser, application_id: id, authority_id: DEMONSTRATION.authority };
    const words = { wanted: '人社', acts_as: '', leads: true, label: '', why: '', entered_at: ctx.businessNow };
    const decided = decision === null ? null : ctx.businessNow;
    const end = { decision, decided_at: decided, decided_by: null, document_number: null, document_date: null };
    await ctx.tx
      .insertInto('application_seal')
      .values({ id: ctx.newId(), round: 1, position: 0, ...seal, ...words, ...end, committee: null })
      .execute();
    return id;
  });
}

describe('an authority’s package of one plan (ZJ 附件1一)', () => {
  it('is checked case by case before it is ordered: what was passed on and what its plan still wants', async () => {
    const authority = await server.loginAs('authority');
    const { items, next } = await authority(checkBundle, { query: { planId } });
    expect(items.map(({ id }) => id)).toEqual([passed]);
    expect(next).toBeNull();
    expect(items[0]?.lacks).toEqual(expect.arrayContaining(['没有提交盖章页', '单位公示没有办结']));
    expect(items[0]?.papers).toContainEqual({ name: '辽宁省专业技术资格评定表', copies: 3 });
  });

  it('is nobody else’s: another authority has nothing to pack, a unit and an applicant are refused', async () => {
    const other = await server.loginAs('zj-authority');
    expect((await other(checkBundle, { query: { planId } })).items).toEqual([]);
    await expect(other(orderBundle, { body: asked })).rejects.toMatchObject({ code: 'BUNDLE_NOTHING' });
    for (const username of ['unit', 'applicant', 'office'] as const) {
      const client = await server.loginAs(username);
      await expect(client(checkBundle, { query: { planId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(client(orderBundle, { body: asked })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const authority = await server.loginAs('authority');
    await expect(authority(orderBundle, { body: { ...asked, contact: ' ' } })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('holds cover, letter, roster in both forms and each form as often as the plan wants, after a dead server too', async () => {
    const authority = await server.loginAs('authority');
    const { id } = await authority(orderBundle, { body: asked });
    await expect(authority(orderBundle, { body: asked })).rejects.toMatchObject({ code: 'VOLUME_RUNNING' });
    await takeUpAgain(server, id);
    const [order] = (await authority(listVolumeOrders, { query: { planId } })).items;
    expect(order).toMatchObject({
      id,
      planId,
      applicationId: null,
      state: 'done',
      percent: 100,
      cases: 1,
      problems: [],
    });
    const files = await downloaded(authority, id);
    const names = [...files.keys()].map((name) => name.replace(/^T[^/]+\//, ''));
    const one = '表格/辽宁省专业技术资格评定表';
    const two = '表格/辽宁省专业技术资格报评推荐表';
    expect(names.filter((name) => name.includes('表格/')).toSorted()).toEqual(
      [
        `${one}（第 1 份）.pdf`,
        `${one}（第 2 份）.pdf`,
        `${one}（第 3 份）.pdf`,
        `${two}（第 1 份）.pdf`,
        `${two}（第 2 份）.pdf`,
      ].toSorted(),
    );
    expect(names).toContain('主卷.pdf');
    const textOf = async (name: string) => (await readPdf(new Uint8Array(files.get(name) ?? []))).text;
    const cover = (await textOf('0-封面.pdf')).replaceAll(/\s/g, '');
    expect(cover).toContain('1份还不齐全');
    expect(cover).toContain('没有提交盖章页');
    expect(await textOf('1-评审委托书.pdf')).toContain('王安防');
    expect(await textOf('2-推荐人员花名册.pdf')).toContain('刘职改');
    expect(JSON.stringify(await readWorkbook(files.get('2-推荐人员花名册.xlsx') ?? Buffer.alloc(0)))).toMatch(
      /"\d{17}[\dX]"/,
    );
    const other = await server.loginAs('zj-authority');
    await expect(other(downloadVolumes, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const unit = await server.loginAs('unit');
    await expect(unit(downloadVolumes, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
