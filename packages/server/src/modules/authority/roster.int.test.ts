import { exportRoster, listRoster, listRosterPlans, printEntrustLetter, printRoster } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import { readWorkbook } from '../../spreadsheet/index.ts';
import { ZHEJIANG_IDS } from '../../start/demonstration/ids.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
const planId = ZHEJIANG_IDS.plan;
const papers = { planId, contact: '楼经信', phone: '0571-87654321' };

/** An application of Zhejiang that has come to the city's bureau. */
function arrange(username: DemonstrationLogin): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const id = await arrangeApplication(ctx, {
      personId,
      planId,
      unitId: ZHEJIANG_IDS.enterprise,
      subject: { specialty: 'design', level: 'senior', route: 'normal' },
      state: { stage: 'office-check', submissions: 1 },
    });
    await ctx.tx
      .updateTable('application')
      .set({ authority_id: ZHEJIANG_IDS.cityAuthority })
      .where('id', '=', id)
      .execute();
    return id;
  });
}

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const bytes = async (file: unknown) => Buffer.from(await (file as Blob).arrayBuffer());

describe('roster and package of a city (ZJ 附件1一)', () => {
  it('lists the people reported, without ID numbers, to the city and the unit alone', async () => {
    const id = await arrange('zj-applicant');
    for (const username of ['zj-authority', 'zj-unit'] as const) {
      const client = await server.loginAs(username);
      expect((await client(listRosterPlans, {})).items.map((plan) => plan.id)).toEqual([planId]);
      const { items } = await client(listRoster, { query: { planId } });
      expect(items).toMatchObject([{ id, name: '程护安', specialty: '安全技术防范（工程设计）', lacks: [] }]);
      expect(JSON.stringify(items)).not.toMatch(/\d{17}[\dX]/);
    }
    for (const username of ['zj-hr', 'zj-department', 'zj-unit2', 'authority'] as const) {
      const client = await server.loginAs(username);
      expect((await client(listRoster, { query: { planId } })).items).toEqual([]);
      await expect(client(exportRoster, { body: { planId } })).rejects.toMatchObject({ code: 'PLAN_UNKNOWN' });
    }
    const applicant = await server.loginAs('zj-applicant');
    await expect(applicant(listRoster, { query: { planId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('exports it with the ID numbers as text, and prints roster and entrusting letter', async () => {
    const city = await server.loginAs('zj-authority');
    const [sheet] = await readWorkbook(await bytes(await city(exportRoster, { body: { planId } })));
    const cells = JSON.stringify(sheet);
    expect(cells).toContain('身份证号');
    expect(cells).toMatch(/"330106\d{11}[\dX]"/);
    const roster = await readPdf(await bytes(await city(printRoster, { body: papers })));
    expect(roster.text).toContain('程护安');
    expect(roster.text).toContain('杭州市经济和信息化局');
    const letter = await readPdf(await bytes(await city(printEntrustLetter, { body: papers })));
    expect(letter.text).toContain('评审委托书');
    expect(letter.text).toContain('程护安');
    const unit = await server.loginAs('zj-unit');
    await expect(unit(printEntrustLetter, { body: papers })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('prints nothing while somebody is incomplete, and names what lacks', async () => {
    await arrange('expert1');
    const city = await server.loginAs('zj-authority');
    const { items } = await city(listRoster, { query: { planId } });
    expect(items.find(({ lacks }) => lacks.length > 0)?.lacks).toContain('基本信息没有核验');
    await expect(city(printRoster, { body: papers })).rejects.toMatchObject({
      code: 'ROSTER_INCOMPLETE',
      details: { words: expect.stringContaining('基本信息没有核验') },
    });
  });

  it('pages by key', async () => {
    const city = await server.loginAs('zj-authority');
    const first = await city(listRoster, { query: { planId, limit: 1 } });
    const second = await city(listRoster, { query: { planId, limit: 1, after: first.next ?? '' } });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(2);
    expect(second.next).toBe(null);
  });
});
