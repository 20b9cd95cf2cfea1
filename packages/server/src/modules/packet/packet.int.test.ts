import {
  actForExperts,
  freezePackets,
  getMeeting,
  getPacket,
  getPacketFile,
  getScores,
  listPackets,
  recordDefence,
  recuseFromPacket,
  REVIEW_FACTORS,
  saveScore,
  signOpinion,
  urlFor,
  writeOpinion,
} from '@zhiping/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveFile } from '../../files/index.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { crawl } from '../../testing/crawl.ts';
import { PERSONAS } from '../../testing/personas.ts';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { ballotRoutes } from '../ballot/index.ts';
import { meetingRoutes } from '../meeting/index.ts';
import { poolRoutes } from '../pool/index.ts';
import { packetRoutes } from './index.ts';
import { importCodes } from '../codes/index.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';
import {
  arrangeReady,
  drawCommittee,
  enterRoom,
  newMeeting,
  personOf,
  type Room,
  seated,
} from '../ballot/testing/meeting.ts';

let server: TestServer;
let room: Room;
let meetingId: string;
let packetId: string;
let applicationId: string;
let experts: readonly DemonstrationLogin[];
const PDF = samplePdf();

beforeAll(async () => {
  server = await startTestServer();
  room = await enterRoom(server);
  applicationId = await arrangeReady(room, 'applicant');
  await server.asPlatform(async (ctx) => {
    const file = await saveFile(ctx, { content: PDF, name: '王安防-合同.pdf', mediaType: 'application/pdf' });
    const card = await saveFile(ctx, { content: samplePdf(), name: '身份证.pdf', mediaType: 'application/pdf' });
    const entries = '代码,名称,生效日期\n0101,省科学技术进步奖,2000-01-01';
    await importCodes(ctx, 'award', { fileName: '奖项.csv', content: entries, source: '省奖励办名录' });
    const award = ctx.newId();
    await arrangeSubmission(ctx, applicationId, 2, {
      dossier: { achievements: [{ kind: 'award', id: award, name: '省科学技术进步奖' }] },
      selfReport: '王安防任现职以来在沈阳安盾科技有限公司主持三个项目，联系电话13800000001。',
      rows: [
        {
          id: ctx.newId(),
          kind: 'project',
          kindName: '项目',
          title: '沈阳安盾科技有限公司一体化平台',
          effectiveOn: '2022-05-20',
          facts: [{ name: '角色', value: '主持' }],
          ownPart: '王安防负责总体设计',
          files: [{ fileId: file.id, name: '王安防-合同.pdf', mediaType: 'application/pdf', purpose: '合同' }],
        },
        {
          id: award,
          kind: 'award',
          kindName: '科技奖励',
          title: '省科学技术进步奖',
          effectiveOn: '2022-06-20',
          facts: [],
          ownPart: null,
          files: [],
        },
        {
          id: ctx.newId(),
          kind: 'basic',
          kindName: '基本信息',
          title: '王安防',
          effectiveOn: null,
          facts: [
            { name: '姓名', value: '王安防' },
            { name: '证件号码', value: '2101**********0018' },
            { name: '出生日期', value: '1985-01-02' },
            { name: '手机号码', value: '138****0001' },
            { name: '现工作岗位', value: '系统集成工程师' },
          ],
          ownPart: null,
          files: [{ fileId: card.id, name: '身份证.pdf', mediaType: 'application/pdf', purpose: '身份证人像面' }],
        },
      ],
    });
  });
  meetingId = await newMeeting(room, [applicationId]);
  await drawCommittee(room, meetingId);
  await room.office(actForExperts, { params: { id: meetingId }, body: { step: 'answer' } });
  await room.office(freezePackets, { params: { id: meetingId } });
  experts = (await seated(room, meetingId, 'accepted')).filter((login) => login !== 'chair');
  const { cases = [] } = await room.office(getMeeting, { params: { id: meetingId } });
  packetId = cases[0]?.packetId ?? '';
});
afterAll(() => server.close());

const as = (index: number) => server.loginAs(experts[index] ?? 'expert1');
const factors = (points: number) => Object.fromEntries(REVIEW_FACTORS.map((name) => [name, points]));

describe('a packet', () => {
  it('has the one-page summary and the rows, and no mark of who the applicant is', async () => {
    const expert = await as(0);
    const { packets } = await expert(listPackets, {});
    expect(packets).toMatchObject([{ id: packetId, number: 1, reviewed: false, defenceNeeded: true }]);
    const packet = await expert(getPacket, { params: { id: packetId } });
    expect(packet.content.rows).toMatchObject([
      { kind: '项目', title: '〔所在单位〕一体化平台', fileNumbers: [1] },
      {
        title: '省科学技术进步奖',
        achievement: true,
        facts: [{ label: '奖项目录', value: expect.stringContaining('来源：省奖励办名录') as string }],
      },
      // Who somebody is stays outside: not even masked numbers, and no scan of the identity card.
      {
        kind: '基本信息',
        title: '基本信息',
        achievement: false,
        facts: [{ label: '现工作岗位', value: '系统集成工程师' }],
        fileNumbers: [],
      },
    ]);
    expect(packet.files).toHaveLength(1);
    expect(packet.content.selfReport).toContain('〔申报人〕任现职以来');
    expect(packet.files).toMatchObject([{ number: 1, name: '佐证1' }]);
    const text = JSON.stringify(packet);
    const person = await personOf(server, 'applicant');
    for (const mark of ['王安防', '安盾', '13800000001', person, applicationId]) expect(text).not.toContain(mark);
  });

  it('answers its files under ids of its own, with a neutral name', async () => {
    const cookie = await server.cookieOf(experts[0] ?? 'expert1');
    const { files } = await (await as(0))(getPacket, { params: { id: packetId } });
    const address = server.url + urlFor(getPacketFile.url, { id: packetId, fileId: files[0]?.id });
    const response = await fetch(address, { headers: { cookie } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).not.toContain('王安防');
    expect((await fetch(address)).status).toBe(401);
    const other = await fetch(address, { headers: { cookie: await server.cookieOf('applicant') } });
    expect(other.status).toBe(404);
  });

  it('is not there for office, supervisor, administrators, the applicant, or experts without a seat', async () => {
    const outside = (await seated(room, meetingId, 'reserve'))[0] ?? 'expert1';
    for (const login of [
      'office',
      'supervisor',
      'system',
      'security',
      'audit',
      'applicant',
      'unit',
      outside,
    ] as const) {
      const caller = await server.loginAs(login);
      await expect(caller(getPacket, { params: { id: packetId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('does not change when the application changes afterwards', async () => {
    const before = await (await as(0))(getPacket, { params: { id: packetId } });
    await server.asPlatform((ctx) => arrangeSubmission(ctx, applicationId, 3, { selfReport: '改写后的述职' }));
    expect((await (await as(0))(getPacket, { params: { id: packetId } })).content).toEqual(before.content);
  });

  it('cannot be reached by the experts’ role beside its own schema', async () => {
    await server.asPlatform(async ({ tx }) => {
      for (const table of ['application', 'person', 'meeting_case', 'application_submission', 'draw_code', 'recusal']) {
        const { rows } = await sql<{ may: boolean }>`select has_table_privilege('zhiping_expert', ${table}, 'select')
          as may`.execute(tx);
        expect([table, rows[0]?.may]).toEqual([table, false]);
      }
    });
  });
});

describe('scores', () => {
  it('are given per factor, at most a quarter of the points each, and changed with the version seen', async () => {
    const expert = await as(0);
    const save = (body: { factors: Record<string, number>; version: number | null }) =>
      expert(saveScore, { params: { id: packetId, kind: 'review' }, body: { ...body, comment: '' } });
    await expect(save({ factors: factors(2501), version: null })).rejects.toMatchObject({ code: 'FACTORS_WRONG' });
    await expect(save({ factors: { 真实性: 2000 }, version: null })).rejects.toMatchObject({ code: 'FACTORS_WRONG' });
    expect(await save({ factors: factors(2000), version: null })).toMatchObject({ total: 8000, version: 0 });
    await expect(save({ factors: factors(2100), version: null })).rejects.toMatchObject({ code: 'STALE' });
    expect(await save({ factors: factors(2250), version: 0 })).toMatchObject({ total: 9000, version: 1 });
    await expect(save({ factors: factors(1000), version: 0 })).rejects.toMatchObject({ code: 'STALE' });
  });

  it('wait for the defence to be held, and inform with mean and spread', async () => {
    const expert = await as(1);
    const defend = () =>
      expert(saveScore, {
        params: { id: packetId, kind: 'defence' },
        body: { factors: { 真实性: 2000, 创新性: 2000, 专业性: 2000, 贡献性: 2000 }, comment: '', version: null },
      });
    await expect(defend()).rejects.toMatchObject({ code: 'DEFENCE_NOT_HELD' });
    await room.office(recordDefence, { params: { id: meetingId, applicationId }, body: { present: true } });
    expect(await defend()).toMatchObject({ total: 8000 });
    await (await as(1))(saveScore, {
      params: { id: packetId, kind: 'review' },
      body: { factors: factors(1500), comment: '', version: null },
    });
    const { packets } = await room.chair(getScores, { params: { id: meetingId } });
    // (90.00 + 60.00) / 2 × 60 % + 80.00 × 40 %
    expect(packets).toMatchObject([{ composite: 7700, review: { mean: 7500, range: 3000, count: 2 } }]);
    await expect((await as(1))(getScores, { params: { id: meetingId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('everything of a meeting under review, asked by everybody', () => {
  it('is there for those the table allows, and not there for all others', async () => {
    const logins = [...PERSONAS.map(({ login }) => login), experts[0] ?? null, experts[3] ?? null];
    const routes = [...poolRoutes, ...meetingRoutes, ...packetRoutes, ...ballotRoutes];
    const { asked, wrong } = await crawl(server, routes, logins);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  }, 300_000);
});

describe('the group’s opinion', () => {
  it('needs three signatures, which fall when the words change', async () => {
    const [a, b, c] = [await as(0), await as(1), await as(2)];
    const first = await a(writeOpinion, {
      params: { id: packetId },
      body: { text: '业绩真实，同意推荐。', recommended: true, version: null },
    });
    expect(first).toMatchObject({ signatures: 1, complete: false });
    const sign = (expert: typeof a, version: number) =>
      expert(signOpinion, { params: { id: packetId }, body: { version } });
    await sign(b, 0);
    await sign(c, 0);
    expect((await a(getPacket, { params: { id: packetId } })).opinion).toMatchObject({ signatures: 3, complete: true });
    await b(writeOpinion, {
      params: { id: packetId },
      body: { text: '补充：水平较高。', recommended: true, version: 0 },
    });
    expect((await a(getPacket, { params: { id: packetId } })).opinion).toMatchObject({
      signatures: 1,
      complete: false,
    });
    await expect(sign(c, 0)).rejects.toMatchObject({ code: 'STALE' });
  });
});

describe('recusal from one packet', () => {
  it('takes packet, scores and vote away at once, and the score given before does not count', async () => {
    const expert = await as(1);
    await expert(recuseFromPacket, { params: { id: packetId }, body: { reason: '认出是本人学生' } });
    await expect(expert(getPacket, { params: { id: packetId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await expert(listPackets, {})).packets).toEqual([]);
    const score = expert(saveScore, {
      params: { id: packetId, kind: 'review' },
      body: { factors: factors(2000), comment: '', version: 0 },
    });
    await expect(score).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { packets } = await room.chair(getScores, { params: { id: meetingId } });
    expect(packets).toMatchObject([{ review: { mean: 9000, count: 1 }, expected: 10 }]);
    const hidden = await server.asPlatform(async ({ tx }) => {
      const person = await personOf(server, experts[1] ?? 'expert1');
      await sql`select set_config('zhiping.person', ${person}, true)`.execute(tx);
      await sql`set local role zhiping_expert`.execute(tx);
      const { rows } = await sql`select id from packet.packet`.execute(tx);
      await sql`set local role zhiping_jobs`.execute(tx);
      return rows;
    });
    expect(hidden).toEqual([]);
  });
});
