import {
  answerObjection,
  type Client,
  concludeUnitPublicity,
  editApplication,
  downloadUnitProof,
  fileObjection,
  invalidateUnitPublicity,
  listObjections,
  listPublicities,
  listUnitPublicities,
  proveUnitPublicity,
  removeUnitProof,
  readApplication,
  readApplicationPublicity,
  readObjectionAnswer,
  readPublicity,
  startPublicity,
} from '@zhiping/contract';
import { type Json, parsePlan, proofKinds } from '@zhiping/core';
import { sampleRow } from '@zhiping/core/archive/sample-rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../context.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication, moveArranged } from '../application/testing/arrange.ts';
import { findPolicy, importPack } from '../policy/index.ts';

let server: TestServer;
let unit: Client;
let office: Client;
let applicant: Client;
let application: string;
const rows: Record<string, string> = {};
const input = {
  startsOn: null,
  approvingMeeting: '总经理办公会议',
  contact: '孙人事',
  phone: '024-31234567',
  ways: '电话、信函、来访',
};

beforeAll(async () => {
  server = await startTestServer();
  [unit, office, applicant] = [
    await server.loginAs('unit'),
    await server.loginAs('office'),
    await server.loginAs('applicant'),
  ];
  await server.moveClockTo('2024-07-03T01:00:00.000Z');
  application = await server.asPlatform(async (ctx) => {
    const person = await ctx.tx
      .selectFrom('person')
      .select('id')
      .where('name', '=', '王安防')
      .executeTakeFirstOrThrow();
    await ctx.tx.deleteFrom('archive_evidence').where('person_id', '=', person.id).execute();
    await ctx.tx.deleteFrom('archive_row').where('person_id', '=', person.id).execute();
    for (const [kind, fields] of [
      ['basic', { name: '王安防', sex: 'male', bornOn: '1985-01-15', post: '系统设计' }],
      ['education', { level: 'bachelor' }],
      ['title', { name: '工程师', level: 'engineer', acquiredOn: '2018-09-20' }],
      ['project', { name: '视频监控联网项目', role: 'host' }],
      ['patent', { name: '周界入侵检测方法', place: 1, people: 3 }],
    ] as const) {
      rows[kind] = await addRow(ctx, person.id, kind, fields);
    }
    return arrangeApplication(ctx, {
      personId: person.id,
      state: { stage: 'unit-publicity' },
      content: { rows: [rows.project, rows.patent] },
    });
  });
});
afterAll(() => server.close());

async function addRow(
  ctx: Ctx,
  personId: string,
  kind: Parameters<typeof sampleRow>[0],
  fields: Parameters<typeof sampleRow>[1],
): Promise<string> {
  const id = ctx.newId();
  const { idNumber: _idNumber, phone: _phone, ...open } = sampleRow(kind, fields).fields;
  const verifier = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', 'unit')
    .executeTakeFirstOrThrow();
  await ctx.tx
    .insertInto('archive_row')
    .values({
      id,
      person_id: personId,
      unit_id: DEMONSTRATION.enterprise,
      kind,
      state: 'verified',
      fields: JSON.stringify(open),
      sealed: null,
      field_versions: JSON.stringify({}),
      return_items: null,
      returned_at: null,
      submitted_at: ctx.businessNow,
      verified_at: ctx.businessNow,
      verified_by: verifier.person_id,
      created_at: ctx.businessNow,
      updated_at: ctx.businessNow,
    })
    .execute();
  return id;
}

const params = () => ({ params: { id: application } });
const current = async () => {
  const { current: publicity } = await unit(readApplicationPublicity, params());
  if (publicity === null) throw new Error('nothing is posted');
  return publicity;
};
const objection = {
  place: null,
  name: '李真名',
  contact: '13900000000',
  content: '项目由他人主持',
  truthful: true as const,
};

describe('before posting', () => {
  it('shows the unit what will be public and the last day by the official calendar', async () => {
    const view = await unit(readApplicationPublicity, params());
    expect(view).toMatchObject({ missing: [], lastDayIfToday: '2024-07-10', current: null, workingDays: 5 });
    expect(view.person).toMatchObject({ name: '王安防', bornIn: '1985-01', currentTitle: '工程师' });
    expect(view.achievements.map(({ name, role }) => [name, role])).toEqual(
      expect.arrayContaining([
        ['视频监控联网项目', '主持'],
        ['周界入侵检测方法', '主持'],
      ]),
    );
  });

  it('is not for another unit, the office or the applicant to post', async () => {
    for (const login of ['unit2', 'office', 'applicant', 'authority'] as const) {
      const other = await server.loginAs(login);
      await expect(other(startPublicity, { ...params(), body: input })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('refuses a first day in the past and a form not filled in', async () => {
    await expect(
      unit(startPublicity, { ...params(), body: { ...input, startsOn: '2024-07-02' } }),
    ).rejects.toMatchObject({ code: 'PUBLICITY_START_IN_PAST' });
    await expect(unit(startPublicity, { ...params(), body: { ...input, contact: ' ' } })).rejects.toMatchObject({
      code: 'INVALID',
    });
  });

  it('refuses while a chosen achievement is not verified', async () => {
    const set = (state: 'waiting' | 'verified') =>
      server.asPlatform((ctx) =>
        ctx.tx
          .updateTable('archive_row')
          .set({ state })
          .where('id', '=', rows.patent ?? '')
          .execute(),
      );
    await set('waiting');
    await expect(unit(startPublicity, { ...params(), body: input })).rejects.toMatchObject({
      code: 'PUBLICITY_INCOMPLETE',
      details: { missing: ['“周界入侵检测方法”还没有经单位核验'] },
    });
    await set('verified');
  });
});

describe('the period', () => {
  it('begins with a notice, a public page and a last day that nobody can shorten', async () => {
    const { publicity } = await unit(startPublicity, { ...params(), body: input });
    expect(publicity).toMatchObject({ phase: 'running', lastDay: '2024-07-10' });
    expect((await server.anyone(listPublicities, {})).items).toMatchObject([{ token: publicity.token }]);
    await expect(unit(startPublicity, { ...params(), body: input })).rejects.toMatchObject({
      code: 'PUBLICITY_ALREADY_STARTED',
    });
    for (const now of ['2024-07-03T02:00:00.000Z', '2024-07-10T15:59:00.000Z']) {
      await server.moveClockTo(now);
      const { id, version } = await current();
      await expect(unit(concludeUnitPublicity, { params: { id }, body: { version } })).rejects.toMatchObject({
        code: 'PUBLICITY_RUNNING',
      });
    }
  });

  it('takes proof and shows it to the unit and the office only', async () => {
    const { id } = await current();
    const file = new Blob([Uint8Array.from(samplePdf({ words: '盖章' }))], { type: 'application/pdf' });
    const prove = (body: { kind: string; takenOn?: string }, client = unit) =>
      client(proveUnitPublicity, { params: { id }, body }, { file, fileName: '公示.pdf' });
    const stranger = await server.loginAs('unit2');
    for (const client of [stranger, office]) {
      await expect(prove({ kind: 'stamped-notice' }, client)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(prove({ kind: 'letter' })).rejects.toMatchObject({ code: 'INVALID' });
    await expect(prove({ kind: 'posting', takenOn: '2024-07-02' })).rejects.toMatchObject({ code: 'INVALID' });
    await prove({ kind: 'stamped-notice' });
    await prove({ kind: 'posting', takenOn: '2024-07-04' });
    const { proofs } = await current();
    expect(proofs).toMatchObject([
      { kind: 'stamped-notice', needed: false, files: [{ takenOn: null }] },
      { kind: 'posting', files: [{ takenOn: '2024-07-04', uploadedBy: '孙人事' }] },
    ]);
    const [stamped, posting] = proofs.map(({ files }) => ({ id, proofId: files[0]?.id ?? '' }));
    if (!stamped || !posting) throw new Error('two proofs were uploaded');
    await office(downloadUnitProof, { params: stamped });
    await expect(stranger(downloadUnitProof, { params: stamped })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(office(removeUnitProof, { params: posting })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await unit(removeUnitProof, { params: posting });
    await expect(unit(removeUnitProof, { params: posting })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(office(downloadUnitProof, { params: posting })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes objections, which only unit, office and supervisor read', async () => {
    const { id, token } = await current();
    const filed = await server.anyone(fileObjection, { params: { token }, body: objection });
    const [seen] = (await unit(listObjections, { params: { id } })).items;
    expect(seen).toMatchObject({ name: '李真名', content: '项目由他人主持', receiptNumber: filed.receiptNumber });
    expect((await office(listObjections, { params: { id } })).items).toHaveLength(1);
    for (const login of ['applicant', 'unit2', 'authority', 'confirmer'] as const) {
      const other = await server.loginAs(login);
      await expect(other(listObjections, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(JSON.stringify(await applicant(readApplicationPublicity, params()))).not.toContain('李真名');
  });

  it('over, it cannot be concluded while an objection is open', async () => {
    await server.moveClockTo('2024-07-11T01:00:00.000Z');
    const { id, version, phase } = await current();
    expect(phase).toBe('over');
    await expect(unit(concludeUnitPublicity, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'OBJECTION_OPEN',
    });
  });
});

describe('answering', () => {
  it('takes a disputed achievement out only where the objection holds', async () => {
    const { id } = await current();
    const [open] = (await unit(listObjections, { params: { id } })).items;
    const answer = {
      version: open?.version ?? -1,
      finding: '经查，项目由他人主持',
      answer: '已剔除该项业绩',
      removeRowIds: [rows.project ?? ''],
    };
    const about = { params: { id: open?.id ?? '' } };
    await expect(unit(answerObjection, { ...about, body: { ...answer, outcome: 'dismissed' } })).rejects.toMatchObject({
      code: 'OBJECTION_ROWS',
    });
    await expect(
      unit(answerObjection, { ...about, body: { ...answer, outcome: 'upheld', removeRowIds: [rows.title ?? ''] } }),
    ).rejects.toMatchObject({ code: 'OBJECTION_ROWS' });
    await expect(office(answerObjection, { ...about, body: { ...answer, outcome: 'upheld' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await unit(answerObjection, { ...about, body: { ...answer, outcome: 'upheld' } });
    const { achievements } = await unit(readApplicationPublicity, params());
    expect(achievements.map(({ rowId }) => rowId)).toEqual([rows.patent]);
    await expect(unit(answerObjection, { ...about, body: { ...answer, outcome: 'upheld' } })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    const followed = await server.anyone(readObjectionAnswer, {
      params: { receiptNumber: open?.receiptNumber ?? '' },
    });
    expect(followed).toMatchObject({ state: 'upheld', answer: '已剔除该项业绩' });
    expect(JSON.stringify(followed)).not.toContain('项目由他人主持');
  });

  it('lets the unit recommend, once, with the version it saw', async () => {
    const { id, version } = await current();
    await expect(unit(concludeUnitPublicity, { params: { id }, body: { version: version + 1 } })).rejects.toMatchObject(
      { code: 'STALE' },
    );
    const done = await unit(concludeUnitPublicity, { params: { id }, body: { version } });
    expect(done.publicity.phase).toBe('concluded');
    const view = await unit(readApplicationPublicity, params());
    expect(view.stage).toBe('online-submission');
  });

  it('does not let the applicant take the disputed achievement back in', async () => {
    const seen = await applicant(readApplication, params());
    expect(seen.disputedRows).toEqual([rows.project]);
    const again = { version: seen.version, fields: { rows: [rows.patent ?? '', rows.project ?? ''] } };
    await expect(applicant(editApplication, { ...params(), body: again })).rejects.toMatchObject({
      code: 'ROW_DISPUTED',
    });
  });

  it('keeps what was concluded in the list of the unit', async () => {
    const { items, next } = await unit(listUnitPublicities, { query: { limit: 1 } });
    expect(items).toMatchObject([{ id: application, phase: 'concluded' }]);
    expect(next).toBeNull();
    const after = `online-submission/${application}` as const;
    expect((await unit(listUnitPublicities, { query: { after } })).items).toEqual([]);
    const before = `unit-publicity/${application}` as const;
    expect((await unit(listUnitPublicities, { query: { after: before } })).items).toHaveLength(1);
  });
});

describe('a publicity that is not in order', () => {
  it('is declared invalid by the office with reasons, and posted anew', async () => {
    const { id, version } = await current();
    await expect(
      office(invalidateUnitPublicity, { params: { id }, body: { version, reason: '' } }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    await expect(
      unit(invalidateUnitPublicity, { params: { id }, body: { version, reason: '不能自己认定' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office(invalidateUnitPublicity, { params: { id }, body: { version, reason: '公示文件没有加盖公章' } });
    const view = await unit(readApplicationPublicity, params());
    expect(view).toMatchObject({ stage: 'unit-publicity', current: null });
    expect(view.former).toMatchObject([{ phase: 'invalid', invalidReason: '公示文件没有加盖公章' }]);
    const again = await unit(startPublicity, { ...params(), body: input });
    expect(again.publicity).toMatchObject({ phase: 'running', lastDay: '2024-07-18' });
  });

  it('leaves the public pages when the application goes back to its applicant', async () => {
    const { token } = await current();
    await server.anyone(readPublicity, { params: { token } });
    await server.asPlatform((ctx) => moveArranged(ctx, application, 'draft'));
    await expect(server.anyone(readPublicity, { params: { token } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await server.anyone(listPublicities, {})).items).toEqual([]);
  });
});

describe('a plan that needs the proofs of the publicity', () => {
  it('lets the unit recommend only when one of each kind is there and was not taken away', async () => {
    await server.asPlatform(async (ctx) => {
      const stored = await findPolicy(ctx, { by: 'latest', pack: 'ln-2024-eng' });
      const plan = parsePlan(stored?.content);
      const proofs = proofKinds(plan).map((kind) => ({ ...kind, needed: true }));
      const content = { ...(stored?.content as Record<string, Json>) };
      content['publicity'] = {
        ...plan.publicity,
        unit: { ...plan.publicity.unit, proofs },
      } as unknown as Json;
      const { number } = await importPack(ctx, {
        pack: 'ln-2024-eng',
        kind: 'plan',
        name: plan.title,
        content,
        source: {},
      });
      await ctx.tx.updateTable('application').set({ pack_number: number }).where('id', '=', application).execute();
      await moveArranged(ctx, application, 'unit-publicity');
    });
    await server.moveClockTo('2024-07-19T01:00:00.000Z');
    const { publicity } = await unit(startPublicity, { ...params(), body: input });
    const { id } = publicity;
    await server.moveClockTo('2024-07-29T01:00:00.000Z');
    const conclude = async () =>
      unit(concludeUnitPublicity, { params: { id }, body: { version: (await current()).version } });
    const file = new Blob([Uint8Array.from(samplePdf({ words: '盖章' }))], { type: 'application/pdf' });
    const prove = (body: { kind: string; takenOn?: string }) =>
      unit(proveUnitPublicity, { params: { id }, body }, { file, fileName: '公示.pdf' });
    const missing = (names: readonly string[]) =>
      expect(conclude()).rejects.toMatchObject({ code: 'PUBLICITY_PROOF_MISSING', details: { missing: names } });
    const [stamped, posting] = publicity.proofs.map(({ name }) => name);
    await missing([stamped ?? '', posting ?? '']);
    await prove({ kind: 'stamped-notice' });
    await missing([posting ?? '']);
    await prove({ kind: 'posting', takenOn: '2024-07-22' });
    const taken = (await current()).proofs[0]?.files[0]?.id ?? '';
    await unit(removeUnitProof, { params: { id, proofId: taken } });
    await missing([stamped ?? '']);
    const listed = (ready?: 'yes') => unit(listUnitPublicities, { query: ready === undefined ? {} : { ready } });
    const [line] = (await listed()).items;
    expect(line).toMatchObject({ phase: 'over', unproved: [{ name: stamped, needed: true }] });
    expect((await listed('yes')).items).toEqual([]);
    await prove({ kind: 'stamped-notice' });
    expect((await listed('yes')).items).toMatchObject([{ id: application, unproved: [] }]);
    expect((await conclude()).publicity.phase).toBe('concluded');
  });
});
