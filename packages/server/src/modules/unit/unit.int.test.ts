import {
  type AppError,
  type AppraisalInput,
  attest,
  type Client,
  getMe,
  listUnitCandidates,
  listUnitApplications,
  rankCandidates,
  readAppraisal,
  readCandidateFacts,
  readArchive,
  recordAppraisal,
  unitAccept,
  unitReturn,
  verifyArchiveRow,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { addRelation } from '../account/index.ts';
import { arrangeApplication, moveArranged } from '../application/testing/arrange.ts';

let server: TestServer;
let wang: Client;
let unit: Client;
let otherUnit: Client;
let personId: string;

beforeAll(async () => {
  server = await startTestServer();
  wang = await server.loginAs('applicant');
  unit = await server.loginAs('unit');
  otherUnit = await server.loginAs('unit2');
  personId = (await wang(getMe, {})).personId;
});
afterAll(() => server.close());

const APPRAISAL: AppraisalInput = {
  heldOn: '2024-06-24',
  meeting: '2024年第6次总经理办公会',
  members: [
    { name: '赵经理', role: '组长' },
    { name: '孙人事', role: '人事干部' },
    { name: '李总工', role: '考评专家' },
  ],
  bases: ['technical-file', 'achievements'],
  instruments: ['joint-review', 'self-report'],
  candidates: 2,
  place: 1,
  conduct: '职业操守良好。',
  opinion: '业绩突出，同意推荐。',
  recommended: true,
};

/** One application at a time: a person has at most one that runs in a plan. */
async function arranged(stage: string, rows: readonly string[] = []): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const earlier = await ctx.tx.selectFrom('application').select('id').where('person_id', '=', personId).execute();
    for (const { id } of earlier) await moveArranged(ctx, id, 'withdrawn');
    return arrangeApplication(ctx, { personId, state: { stage }, content: { rows } });
  });
}

async function chosen(): Promise<readonly { readonly id: string; readonly state: string; readonly version: number }[]> {
  const { rows } = await wang(readArchive, {});
  return rows.filter(({ kind, state }) => kind === 'software-copyright' && state !== 'draft');
}

describe('review by the unit (LN-2024 五(二)1)', () => {
  it('passes only when every chosen row is verified and each basic condition is attested', async () => {
    const rows = await chosen();
    const id = await arranged(
      'unit-review',
      rows.map((row) => row.id),
    );
    const accept = () => unit(unitAccept, { params: { id }, body: { version: 0 } });
    const waiting = rows.filter(({ state }) => state === 'waiting');
    await expect(accept()).rejects.toMatchObject({
      code: 'UNIT_ROWS_UNVERIFIED',
      details: { rows: waiting.map((row) => row.id) },
    });
    for (const row of waiting) {
      await unit(verifyArchiveRow, { params: { rowId: row.id }, body: { version: row.version } });
    }
    await expect(accept()).rejects.toMatchObject({
      code: 'UNIT_ATTESTATION_MISSING',
      details: { missing: ['law-abiding', 'ethical', 'healthy', 'dutiful', 'learning'] },
    });
    for (const one of ['law-abiding', 'ethical', 'healthy', 'dutiful', 'learning'] as const) {
      await unit(attest, { params: { personId }, body: { id: one, holds: one !== 'ethical' } });
    }
    await expect(accept()).rejects.toMatchObject({
      code: 'UNIT_ATTESTATION_DENIED',
      details: { denied: ['ethical'] },
    });
    await unit(attest, { params: { personId }, body: { id: 'ethical', holds: true } });
    expect(await accept()).toMatchObject({ stage: 'unit-appraisal', version: 1 });
  });

  it('does not pass rows that are not in the archive', async () => {
    const id = await arranged('unit-review', ['01900000-0000-7000-8000-00000000dead']);
    const accept = unit(unitAccept, { params: { id }, body: { version: 0 } });
    await expect(accept).rejects.toMatchObject({ code: 'UNIT_ROWS_UNVERIFIED' });
  });

  it('returns with a list, back to the applicant', async () => {
    const id = await arranged('unit-review');
    const items = [{ place: 'selfReport', label: '六(一)', problem: '述职与业绩不一致', whatToDo: '请核对后改写' }];
    const answer = await unit(unitReturn, { params: { id }, body: { version: 0, items } });
    expect(answer.stage).toBe('draft');
    const again = unit(unitReturn, { params: { id }, body: { version: 0, items } });
    await expect(again).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });

  it('is no business of another unit, the applicant or the office', async () => {
    const id = await arranged('unit-review');
    for (const client of [otherUnit, wang, await server.loginAs('office')]) {
      await expect(client(unitAccept, { params: { id }, body: { version: 0 } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect((await otherUnit(listUnitApplications, {})).items).toEqual([]);
    expect((await unit(listUnitApplications, {})).items.map((item) => item.id)).toContain(id);
  });

  it('does not show the unit a draft (LN-2024 五(一))', async () => {
    const id = await arranged('draft');
    expect((await unit(listUnitApplications, {})).items.map((item) => item.id)).not.toContain(id);
  });
});

describe('democratic appraisal (LN-2024 五(三))', () => {
  const record = (id: string, appraisal: AppraisalInput, client = unit) =>
    client(recordAppraisal, { params: { id }, body: { version: 0, appraisal } });

  it('recommends: publicity comes next, and the record can be read', async () => {
    const id = await arranged('unit-appraisal');
    expect(await record(id, APPRAISAL)).toMatchObject({ stage: 'unit-publicity' });
    const { appraisal } = await unit(readAppraisal, { params: { id } });
    expect(appraisal).toMatchObject({ ...APPRAISAL, recordedBy: '孙人事' });
  });

  it('does not recommend: the application ends', async () => {
    const id = await arranged('unit-appraisal');
    const not = { ...APPRAISAL, place: 2, recommended: false };
    expect(await record(id, not)).toMatchObject({ stage: 'not-recommended' });
  });

  it('refuses a place beyond the candidates, a day to come, a member twice and fewer than three', async () => {
    const id = await arranged('unit-appraisal');
    const [first] = APPRAISAL.members;
    const wrong: AppraisalInput[] = [
      { ...APPRAISAL, place: 3 },
      { ...APPRAISAL, heldOn: '2024-06-25' },
      { ...APPRAISAL, members: first ? [first, first, first] : [] },
      { ...APPRAISAL, members: first ? [first] : [] },
      { ...APPRAISAL, bases: [] },
    ];
    for (const appraisal of wrong) await expect(record(id, appraisal)).rejects.toMatchObject({ code: 'INVALID' });
    expect((await unit(readAppraisal, { params: { id } })).appraisal).toBeNull();
  });

  it('is recorded once of two at the same time', async () => {
    const id = await arranged('unit-appraisal');
    const both = await Promise.allSettled([record(id, APPRAISAL), record(id, { ...APPRAISAL, recommended: false })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const kept = await server.asPlatform(({ tx }) =>
      tx.selectFrom('unit_appraisal').select('id').where('application_id', '=', id).execute(),
    );
    expect(kept).toHaveLength(1);
  });

  it('is the own unit’s', async () => {
    const id = await arranged('unit-appraisal');
    await expect(record(id, APPRAISAL, otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(record(id, APPRAISAL, wang)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(otherUnit(readAppraisal, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('ranking of several candidates (LN-2024 五(三): 择优确定)', () => {
  const unitId = DEMONSTRATION.enterprise;
  const group = { planId: DEMONSTRATION_PLAN, specialty: 'security', level: 'senior' };
  const { conduct, opinion, heldOn, meeting, members, bases, instruments } = APPRAISAL;
  const one = (applicationId: string | undefined, chosen: boolean) => ({
    applicationId: applicationId ?? '',
    version: 0,
    chosen,
    conduct,
    reason: chosen ? opinion : '名额有限，明年再推荐。',
  });
  const rank = (order: ReturnType<typeof one>[], client = unit) =>
    client(rankCandidates, {
      params: { unitId },
      body: { ...group, heldOn, meeting, members, bases, instruments, order },
    });
  /** An application of each that waits for the appraisal of the enterprise, in this order. */
  const waitingOf = (...usernames: string[]): Promise<string[]> =>
    server.asPlatform(async (ctx) => {
      const ids: string[] = [];
      for (const username of usernames) {
        const { person_id: person } = await ctx.tx
          .selectFrom('account')
          .select('person_id')
          .where('username', '=', username)
          .executeTakeFirstOrThrow();
        ids.push(await arrangeApplication(ctx, { personId: person, state: { stage: 'unit-appraisal' } }));
      }
      return ids;
    });
  const stagesOf = (ids: readonly string[]) =>
    server.asPlatform(async ({ tx }) => {
      const rows = await tx.selectFrom('application').select(['id', 'stage']).where('id', 'in', ids).execute();
      return ids.map((id) => rows.find((row) => row.id === id)?.stage);
    });

  it('is whole, without ties and one decision; it says who was chosen and why', async () => {
    await arranged('withdrawn');
    const [first, second] = await waitingOf('expert1', 'expert2');
    const { groups } = await unit(listUnitCandidates, { params: { unitId } });
    expect(groups.map(({ candidates }) => candidates.map(({ applicationId }) => applicationId))).toEqual([
      [first, second],
    ]);
    for (const order of [[one(first, true)], [one(first, true), one(first, false)]]) {
      await expect(rank(order)).rejects.toMatchObject({ code: 'RANKING_INCOMPLETE' });
    }
    await expect(rank([one(first, false), one(second, true)])).rejects.toMatchObject({ code: 'INVALID' });
    const stale = { ...one(first, false), version: 7 };
    await expect(rank([one(second, true), stale])).rejects.toMatchObject({ code: 'STALE' });
    for (const client of [otherUnit, wang]) {
      await expect(rank([one(second, true), one(first, false)], client)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const { decided } = await rank([one(second, true), one(first, false)]);
    expect(decided).toEqual([
      { applicationId: second, stage: 'unit-publicity' },
      { applicationId: first, stage: 'not-recommended' },
    ]);
    const after = await unit(listUnitCandidates, { params: { unitId } });
    expect(after.groups).toEqual([]);
    expect(after.rankings).toMatchObject([
      {
        recordedBy: '孙人事',
        places: [
          { place: 1, chosen: true },
          { place: 2, chosen: false },
        ],
      },
    ]);
    const { appraisal } = await unit(readAppraisal, { params: { id: second ?? '' } });
    expect(appraisal).toMatchObject({ candidates: 2, place: 1, recommended: true });
  });

  it('says of candidates what is laid side by side, to their own unit only and while they wait', async () => {
    const [waits] = await waitingOf('expert9');
    const of = { params: { unitId }, query: { of: [waits, waits].join(',') } };
    expect((await unit(readCandidateFacts, of)).items).toMatchObject([
      { applicationId: waits, person: null, achievements: [], assessments: [] },
    ]);
    await expect(otherUnit(readCandidateFacts, of)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await server.asPlatform((ctx) => moveArranged(ctx, waits ?? '', 'withdrawn'));
    expect((await unit(readCandidateFacts, of)).items).toEqual([]);
  });

  it('is one of two sent from two pages at the same time; the other is refused and changes nothing', async () => {
    const [third, fourth] = await waitingOf('expert3', 'expert4');
    const both = await Promise.allSettled([
      rank([one(third, true), one(fourth, false)]),
      rank([one(fourth, true), one(third, false)]),
    ]);
    const [done, refused] = [
      both.filter(({ status }) => status === 'fulfilled'),
      both.flatMap((sent) => (sent.status === 'rejected' ? [(sent.reason as AppError).code] : [])),
    ];
    expect(done).toHaveLength(1);
    // Which one it meets first: the application moved on, or nobody waits any more.
    expect(['STALE', 'RANKING_INCOMPLETE']).toContain(refused[0]);
    const stages = await stagesOf([third ?? '', fourth ?? '']);
    expect(new Set(stages)).toEqual(new Set(['not-recommended', 'unit-publicity']));
    const { rankings } = await unit(listUnitCandidates, { params: { unitId } });
    expect(rankings).toHaveLength(2);
    expect(rankings[0]?.places.map(({ place }) => place)).toEqual([1, 2]);
  });

  it('is refused as old where somebody has come or gone since the page was read', async () => {
    const [fifth] = await waitingOf('expert5');
    const order = [one(fifth, true)];
    const [sixth] = await waitingOf('expert6');
    await expect(rank(order)).rejects.toMatchObject({ code: 'RANKING_INCOMPLETE' });
    await server.asPlatform((ctx) => moveArranged(ctx, sixth ?? '', 'withdrawn'));
    await expect(rank([...order, one(sixth, false)])).rejects.toMatchObject({ code: 'RANKING_INCOMPLETE' });
    await server.asPlatform((ctx) => moveArranged(ctx, fifth ?? '', 'withdrawn'));
  });

  it('is not for who is among the candidates: somebody else of the unit ranks them all', async () => {
    const ids = await waitingOf('unit', 'expert7');
    const [own, other] = ids;
    const { groups } = await unit(listUnitCandidates, { params: { unitId } });
    expect(groups[0]?.candidates.map((each) => each.own)).toEqual([true, false]);
    const order = [one(own, true), one(other, false)];
    await expect(rank(order)).rejects.toMatchObject({ code: 'UNIT_OWN_CASE' });
    await expect(
      unit(recordAppraisal, { params: { id: own ?? '' }, body: { version: 0, appraisal: APPRAISAL } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await stagesOf(ids)).toEqual(['unit-appraisal', 'unit-appraisal']);
    const colleague = await server.loginAs('expert8');
    const { personId: of } = await colleague(getMe, {});
    await server.asPlatform((ctx) => addRelation(ctx, of, { relation: 'unit', subjectId: unitId }));
    await rank(order, colleague);
    expect(await stagesOf(ids)).toEqual(['unit-publicity', 'not-recommended']);
  });
});
