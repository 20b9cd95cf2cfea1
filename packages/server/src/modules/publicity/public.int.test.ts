import {
  downloadPublicityNotice,
  fileObjection,
  listPublicities,
  readObjectionAnswer,
  readPublicity,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { postPublicity } from './index.ts';

let server: TestServer;
const tokens = { unit: '', result: '' };
const secret = '匿名举报人也要署名：李真名';

beforeAll(async () => {
  server = await startTestServer();
  await server.asPlatform(async (ctx) => {
    const common = {
      organiserId: DEMONSTRATION.organiser,
      workingDays: 5,
      contact: '孙人事',
      phone: '024-31234567',
      supervisionPhone: null,
      ways: '电话、信函、来访',
    };
    const person = await ctx.tx
      .selectFrom('person')
      .select('id')
      .where('name', '=', '王安防')
      .executeTakeFirstOrThrow();
    const unit = await postPublicity(ctx, {
      ...common,
      of: { kind: 'unit', applicationId: ctx.newId(), personId: person.id, unitId: DEMONSTRATION.enterprise },
      number: 'LN2024-000001',
      title: '关于拟推荐王安防同志申报安防工程专业（高级工程师）专业技术资格评审的公示',
      issuer: '沈阳安盾科技有限公司',
      period: { startsOn: '2024-07-03', lastDay: '2024-07-10', endsAt: '2024-07-10T16:00:00.000Z' },
      notice: {
        kind: 'unit',
        year: 2024,
        unitName: '沈阳安盾科技有限公司',
        specialty: '安防工程',
        titleName: '高级工程师',
        approvingMeeting: '总经理办公会议',
        person: {
          name: '王安防',
          sex: '男',
          bornIn: '1985-01',
          education: '大学本科、工学学士',
          currentTitle: '工程师',
          currentTitleSince: '2018-09',
          post: '系统设计',
        },
        achievements: [
          {
            rowId: ctx.newId(),
            name: '视频监控联网项目',
            startedIn: '2019-03',
            endedIn: '2020-11',
            content: '负责总体设计',
            role: '主持',
            category: '项目',
          },
        ],
      },
    });
    const result = await postPublicity(ctx, {
      ...common,
      of: {
        kind: 'result',
        meetingId: ctx.newId(),
        people: [{ place: 1, applicationId: ctx.newId(), personId: person.id }],
      },
      number: '公示〔2024〕1号',
      title: '关于2024年度安防工程专业评审结果的公示',
      issuer: '辽宁省工业和信息化厅',
      period: { startsOn: '2024-10-25', lastDay: '2024-11-01', endsAt: '2024-11-01T16:00:00.000Z' },
      notice: {
        kind: 'result',
        year: 2024,
        committeeName: '安防工程专业评审委员会',
        meetingName: '2024年评审会议',
        people: [
          { place: 1, name: '王安防', unit: '沈阳安盾科技有限公司', specialty: '安防工程', titleName: '高级工程师' },
        ],
      },
    });
    tokens.unit = unit.token;
    tokens.result = result.token;
  });
});
afterAll(() => server.close());

const objection = { place: null, name: '李真名', contact: '13900000000', content: secret, truthful: true as const };

describe('before the first day', () => {
  it('nothing is public', async () => {
    expect((await server.anyone(listPublicities, {})).items).toEqual([]);
    await expect(server.anyone(readPublicity, { params: { token: tokens.unit } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('during the period', () => {
  beforeAll(() => server.moveClockTo('2024-07-04T01:00:00.000Z'));

  it('anybody finds the publicity, with the fields of the template only', async () => {
    const { items } = await server.anyone(listPublicities, {});
    expect(items).toMatchObject([{ token: tokens.unit, kind: 'unit', lastDay: '2024-07-10', people: 1 }]);
    const shown = await server.anyone(readPublicity, { params: { token: tokens.unit } });
    expect(shown.unit?.person).toMatchObject({ name: '王安防', bornIn: '1985-01' });
    expect(JSON.stringify(shown)).not.toMatch(/2101\d{8}|138000|idNumber|personId|applicationId/);
    const notice = await server.anyone(downloadPublicityNotice, { params: { token: tokens.unit } });
    const { text } = await readPdf(new Uint8Array(await notice.arrayBuffer()));
    expect(text).toContain('2024年7月10日前（含当日）');
  });

  it('an unknown address is not found', async () => {
    await expect(server.anyone(readPublicity, { params: { token: 'nothing' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('anybody objects with a real name, and follows the answer by the receipt number alone', async () => {
    const filed = await server.anyone(fileObjection, { params: { token: tokens.unit }, body: objection });
    expect(filed.receiptNumber).toMatch(/^YY-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const typed = filed.receiptNumber.toLowerCase().replaceAll('-', ' ').replace('0', 'o');
    const answer = await server.anyone(readObjectionAnswer, { params: { receiptNumber: typed } });
    expect(answer).toEqual({
      receiptNumber: filed.receiptNumber,
      state: 'open',
      receivedAt: filed.receivedAt,
      answer: null,
      answeredAt: null,
    });
    await expect(
      server.anyone(readObjectionAnswer, { params: { receiptNumber: 'YY-AAAA-AAAA-AAAA' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps name, contact and text sealed, in the table as in the record', async () => {
    const dump = await server.asPlatform(async (ctx) => {
      const rows = await ctx.tx.selectFrom('objection').selectAll().execute();
      const events = await ctx.tx.selectFrom('record_event').selectAll().execute();
      const salts = await ctx.tx.selectFrom('record_salt').selectAll().execute();
      const bytes = rows.flatMap((row) => [row.name_sealed, row.contact_sealed, row.content_sealed]);
      return JSON.stringify([rows, events, salts]) + bytes.map((value) => value.toString('utf8')).join('');
    });
    for (const mark of ['李真名', '13900000000', secret]) expect(dump).not.toContain(mark);
  });

  it('refuses an objection without name, contact or the confirmation that it is true', async () => {
    const params = { token: tokens.unit };
    for (const missing of [{ name: ' ' }, { contact: '' }, { content: '' }]) {
      await expect(server.anyone(fileObjection, { params, body: { ...objection, ...missing } })).rejects.toMatchObject({
        code: 'INVALID',
      });
    }
    await expect(
      server.anyone(fileObjection, { params, body: { ...objection, truthful: false as never } }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('after the period', () => {
  it('the publicity has left the public pages and takes no objection', async () => {
    await server.moveClockTo('2024-07-10T16:00:00.000Z');
    expect((await server.anyone(listPublicities, {})).items).toEqual([]);
    const params = { token: tokens.unit };
    const attempts = [
      () => server.anyone(readPublicity, { params }),
      () => server.anyone(downloadPublicityNotice, { params }),
      () => server.anyone(fileObjection, { params, body: objection }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('results', () => {
  it('are objected to one person at a time', async () => {
    await server.moveClockTo('2024-10-28T01:00:00.000Z');
    const shown = await server.anyone(readPublicity, { params: { token: tokens.result } });
    expect(shown.list).toHaveLength(1);
    const params = { token: tokens.result };
    await expect(server.anyone(fileObjection, { params, body: objection })).rejects.toMatchObject({
      code: 'OBJECTION_PLACE',
    });
    await expect(server.anyone(fileObjection, { params, body: { ...objection, place: 2 } })).rejects.toMatchObject({
      code: 'OBJECTION_PLACE',
    });
  });
});
