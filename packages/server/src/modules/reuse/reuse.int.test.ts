import {
  addEvidence,
  type ApplicationContent,
  type Client,
  createArchiveRow,
  EMPTY_CONTENT,
  getMe,
  readApplication,
  readReuse,
  submitApplication,
} from '@zhiping/contract';
import { marksOf, markSort, useOf } from '@zhiping/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { markUses } from './index.ts';
import { arrangeApplication, moveArranged } from '../application/testing/arrange.ts';

let server: TestServer;
let office: Client;
beforeAll(async () => {
  server = await startTestServer();
  office = await server.loginAs('office');
  await server.moveClockTo('2024-07-10T02:00:00.000Z');
});
afterAll(() => server.close());

const CONTENT: ApplicationContent = {
  ...EMPTY_CONTENT,
  direction: '安防技术服务',
  selfReport: '任职以来的工作。',
  pledged: true,
  declassified: true,
  ownPart: true,
};
const PATENT = {
  name: '周界入侵探测信号处理装置及方法',
  type: 'invention',
  number: 'ZL 202110123456.7',
  specialtyRelation: 'same',
  grantedOn: '2022-03-01',
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A submitted application of this person that uses one patent. */
async function submitted(login: DemonstrationLogin, fields: Record<string, string>, unitId?: string, file?: Buffer) {
  const client = await server.loginAs(login);
  const { personId } = await client(getMe, {});
  const { row } = await client(createArchiveRow, { body: { kind: 'patent', fields: { ...PATENT, ...fields } } });
  if (file !== undefined) {
    const body = { purposes: 'certificate' };
    await client(addEvidence, { params: { rowId: row.id }, body }, { file: new Blob([file]), fileName: 'a.png' });
  }
  const id = await server.asPlatform(async (ctx) => {
    await sql`update archive_row set state = 'verified', submitted_at = ${ctx.businessNow}, verified_at = ${ctx.businessNow},
      verified_by = (select person_id from account where username = 'unit') where id = ${row.id}`.execute(ctx.tx);
    return arrangeApplication(ctx, {
      personId,
      subject: { specialty: 'security', level: 'technician', route: 'normal' },
      state: { stage: 'online-submission', submissions: 0 },
      content: { ...CONTENT, rows: [row.id], representative: row.id },
      ...(unitId === undefined ? {} : { unitId }),
    });
  });
  const { version } = await client(readApplication, { params: { id } });
  await client(submitApplication, { params: { id }, body: { version } });
  return { id, client, rowId: row.id, personId };
}
const findings = async (client: Client, id: string) => (await client(readReuse, { params: { id } })).items;

describe('second uses of an achievement', () => {
  it('are found at submission, on both sides, with the parts both state', async () => {
    const first = await submitted('expert1', { myPart: '负责信号处理算法。' }, DEMONSTRATION.enterprise, PNG);
    expect(await findings(office, first.id)).toEqual([]);
    const second = await submitted(
      'expert2',
      { number: '2021 1 0123456.7', name: '一种周界入侵探测信号处理装置和方法', myPart: '负责装置的结构设计。' },
      undefined,
      PNG,
    );
    const [found, ...more] = await findings(office, second.id);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      rowId: second.rowId,
      part: '负责装置的结构设计。',
      likenesses: ['number', 'file', 'title'],
      standing: 'parts-differ',
      other: { part: '负责信号处理算法。', title: PATENT.name },
    });
    expect(found?.other.personName).not.toContain('*');
    expect(await findings(office, first.id)).toMatchObject([{ rowId: first.rowId, standing: 'parts-differ' }]);
    const counted = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('record_event')
        .select(['subject_id as id', sql<number>`(document::jsonb #>> '{data,otherUses}')::int`.as('uses')])
        .where('subject_id', 'in', [first.id, second.id])
        .where('action', '=', 'application.submit')
        .execute(),
    );
    expect(new Map(counted.map(({ id, uses }) => [id, uses]))).toEqual(
      new Map([
        [first.id, 0],
        [second.id, 1],
      ]),
    );
  });

  it('are found among hundreds with a wording that half the trade uses', async () => {
    const [name, nearly] = ['城市轨道交通客流应急疏散推演方法', '城市轨道交通客流应急疏散的推演方法'];
    const marks = marksOf(
      useOf({ kind: 'patent', fields: { ...PATENT, name: nearly, number: 'ZL 202410999999.1' } }, []),
    );
    const common = marks.find((mark) => markSort(mark) === 'title');
    await server.asPlatform(({ tx }) =>
      sql`insert into achievement_use (id, application_id, organiser_id, person_id, unit_id, row_id, kind, title, part, text,
          numbers, files, marks, used_at)
        select gen_random_uuid(), application_id, organiser_id, person_id, unit_id, gen_random_uuid(), kind, '别的题目' || n,
          '', '', '{}', '{}', array[${String(common)}::bigint], used_at
        from achievement_use, generate_series(1, 300) n where title = ${PATENT.name}`.execute(tx),
    );
    await submitted('expert11', { name, number: 'ZL 202410888888.2' });
    const second = await submitted('expert12', { name: nearly, number: 'ZL 202410999999.1' });
    expect(await findings(office, second.id)).toMatchObject([{ likenesses: ['title'], other: { title: name } }]);
  });

  it('are named by a masked name to the unit, and to nobody else at all', async () => {
    const other = await submitted('expert3', { number: 'ZL 202010654321.0', name: '图像防抖装置', myPart: '' });
    const { id, client } = await submitted('expert4', {
      number: 'ZL202010654321.0',
      name: '防抖成像系统',
      myPart: '设计',
    });
    const unit = await server.loginAs('unit');
    expect(await findings(unit, id)).toMatchObject([
      { likenesses: ['number'], standing: 'part-missing', other: { personName: expect.stringContaining('*') } },
    ]);
    await expect(findings(client, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(findings(other.client, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(findings(await server.loginAs('unit2'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(findings(await server.loginAs('authority'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of the same person are an earlier application, and one that was withdrawn is none', async () => {
    const earlier = await submitted('expert5', { number: 'ZL 201910111111.1', myPart: '设计' });
    const end = (stage: string) => server.asPlatform((ctx) => moveArranged(ctx, earlier.id, stage));
    await end('not-passed');
    const later = await submitted('expert5', { number: 'ZL 201910111111.1', myPart: '设计' });
    const standings = async () => (await findings(office, later.id)).map(({ standing }) => standing);
    expect(await standings()).toContain('own-earlier');
    await end('withdrawn');
    expect(await standings()).not.toContain('own-earlier');
  });

  it('are found again when the platform has marked what was marked in another way', async () => {
    const first = await submitted('expert6', { name: '水下声呐入侵目标识别算法', number: 'ZL 201710222222.1' });
    const second = await submitted('expert7', { name: '水下声呐入侵目标识别的算法', number: 'ZL 201710333333.1' });
    const likenesses = async () => (await findings(office, second.id)).map((found) => found.likenesses);
    expect(await likenesses()).toEqual([['title']]);
    const uses = await server.asPlatform(async ({ tx }) => {
      // More than one portion.
      await sql`insert into achievement_use (id, application_id, organiser_id, person_id, unit_id, row_id, kind, title, part,
          text, numbers, files, used_at)
        select gen_random_uuid(), application_id, organiser_id, person_id, unit_id, gen_random_uuid(), kind, '', '', '', '{}',
          '{}', used_at
        from achievement_use, generate_series(1, 2000) where application_id = ${first.id} and kind = 'patent'`.execute(
        tx,
      );
      await sql`update achievement_use set marks = null`.execute(tx);
      return tx.selectFrom('achievement_use').select('id').execute();
    });
    expect(await likenesses()).toEqual([]);
    const told: number[] = [];
    expect(await markUses(server.installation, (done) => told.push(done))).toBe(uses.length);
    expect(told).toEqual([2000, uses.length]);
    expect(await likenesses()).toEqual([['title']]);
    expect(await markUses(server.installation, (done) => told.push(done))).toBe(0);
  });
});
