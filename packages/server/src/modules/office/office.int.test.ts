import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ApplicationSnapshot,
  approveStampedPage,
  type Client,
  downloadCorrectionNotice,
  listCatalogueMisses,
  listOfficeWork,
  officePass,
  officeRefuse,
  officeReturn,
  openCheck,
  readCheck,
  readOfficeBoard,
  readWaitingWork,
  receivePaper,
  returnStampedPage,
  saveCheckItems,
  saveOfficeJudgement,
  unlockSubmission,
} from '@zhiping/contract';
import { type CaseState, type CatalogueAsk, parsePlan } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication, openPlan } from '../application/testing/arrange.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';
import { importCodes, noteCatalogueAsks } from '../codes/index.ts';
import { findPolicy } from '../policy/index.ts';

const POLICIES = join(import.meta.dirname, '../../../../../policies');
let server: TestServer;
let office: Client;
beforeAll(async () => {
  server = await startTestServer();
  office = await server.loginAs('office');
  await server.moveClockTo('2024-07-10T01:00:00.000Z');
});
afterAll(() => server.close());

let used = 0;
async function arranged(
  state: Partial<CaseState>,
  ordinals: readonly number[] = [1],
  changes: Partial<ApplicationSnapshot> = {},
  other: { readonly planId?: string; readonly subject?: CaseState['subject'] } = {},
): Promise<string> {
  used += 1;
  const username = `expert${used}`;
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    const id = await arrangeApplication(ctx, { personId, state, ...other });
    for (const ordinal of ordinals) await arrangeSubmission(ctx, id, ordinal, changes);
    return id;
  });
}

async function decideAll(id: string, wrong: readonly string[] = []): Promise<void> {
  const { items, submission } = await office(readCheck, { params: { id } });
  for (const { place } of items) {
    const correct = wrong.includes(place);
    await office(saveCheckItems, {
      params: { id },
      body: {
        submission: submission?.ordinal ?? 0,
        items: [
          {
            place,
            decision: correct ? 'correct' : 'accepted',
            problem: correct ? '检索页缺页' : '',
            whatToDo: correct ? '补齐检索页' : '',
            lateReason: '',
          },
        ],
      },
    });
  }
}

describe('check by the office (LN-2024 五(五)2)', () => {
  it('passes only after every item was decided, and never before it was opened', async () => {
    const id = await arranged({ stage: 'office-check', submissions: 1 });
    const check = await office(readCheck, { params: { id } });
    expect(check.items.map(({ group }) => group)).toEqual(['rows', 'form', 'form', 'form']);
    await expect(office(officePass, { params: { id }, body: { version: 0 } })).rejects.toMatchObject({
      code: 'CHECK_NOT_OPENED',
    });
    await office(openCheck, { params: { id }, body: { version: 0 } });
    await expect(office(officePass, { params: { id }, body: { version: 1 } })).rejects.toMatchObject({
      code: 'ITEMS_UNDECIDED',
    });
    await decideAll(id);
    const passed = await office(officePass, { params: { id }, body: { version: 1 } });
    expect(passed.stage).toBe('authority-review');
  });

  it('returns with one complete notice that is printed, and cannot pass with something to correct', async () => {
    const id = await arranged({ stage: 'office-check', submissions: 1 });
    const { version } = await office(openCheck, { params: { id }, body: { version: 0 } });
    await decideAll(id, ['form.publicity']);
    await expect(office(officePass, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'CHECK_HAS_CORRECTIONS',
    });
    const returned = await office(officeReturn, { params: { id }, body: { version } });
    expect(returned.stage).toBe('online-submission');
    const { notices } = await office(readCheck, { params: { id } });
    expect(notices).toMatchObject([{ ordinal: 1, items: [{ place: 'form.publicity', problem: '检索页缺页' }] }]);
    const pdf = await office(downloadCorrectionNotice, { params: { id, ordinal: 1 } });
    expect(
      Buffer.from(await (pdf as Blob).arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('says of papers and awards what the catalogues have, with the document behind it (X3)', async () => {
    const dossier = JSON.parse(
      readFileSync(join(POLICIES, 'liaoning/ln-sec-2024/examples/done-senior.dossier.json'), 'utf8'),
    ) as ApplicationSnapshot['dossier'];
    const id = await arranged({ stage: 'office-check', submissions: 1 }, [1], { dossier });
    const catalogue = async () => (await office(readCheck, { params: { id } })).catalogue;
    expect(await catalogue()).toEqual([]);
    const list = (header: string, line: string) => ({
      fileName: '名录.csv',
      content: `${header}\n${line}`,
      source: '省厅2024年名录',
    });
    await server.asPlatform(async (ctx) => {
      await importCodes(ctx, 'journal', list('代码,名称,生效日期', '21-0000/TP,安防技术,2020-01-01'));
      await importCodes(ctx, 'award', list('代码,名称,生效日期', 'LN-001,省自然科学奖一等奖,2020-01-01'));
    });
    expect(await catalogue()).toEqual([
      { row: '乙', table: 'award', asked: '省科学技术奖三等奖', entry: null },
      {
        row: '丙',
        table: 'journal',
        asked: '1000-0000、21-0000/TP',
        entry: expect.objectContaining({
          code: '21-0000/TP',
          name: '安防技术',
          source: '省厅2024年名录',
          ended: false,
        }),
      },
    ]);
  });

  it('lists what the catalogues do not have over all applications of a plan, until they have it (X3)', async () => {
    const asks = (names: readonly string[]) =>
      names.map((name, index): CatalogueAsk => {
        const row = `01900000-0000-7000-8000-0000000ca${String(index).padStart(3, '0')}`;
        return { row, title: name, table: 'award', asked: name, codes: [], name };
      });
    const ids = [await arranged({ stage: 'office-check' }), await arranged({ stage: 'ready' })];
    const submits = (id: string, names: readonly string[]) =>
      server.asPlatform(async (ctx) => {
        const row = await ctx.tx.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        await noteCatalogueAsks(ctx, row, asks(names), '2024-07-10');
        return row.plan_id;
      });
    const params = { id: await submits(ids[0] ?? '', ['甲奖', '乙奖', '丙奖']) };
    await submits(ids[1] ?? '', ['甲奖']);
    const imports = (line: string) =>
      server.asPlatform((ctx) =>
        importCodes(ctx, 'award', { fileName: '名录.csv', content: `代码,名称,生效日期\n${line}`, source: '名录' }),
      );
    await imports('LN-099,别的奖,2020-01-01');
    await imports('LN-100,甲奖,2024-07-11');
    await server.settle();
    const page = (after?: string) =>
      office(listCatalogueMisses, { params, query: { table: 'award', limit: 3, ...(after ? { after } : {}) } });
    const first = await page();
    // An entry from a later day says nothing of what was received before it.
    expect(first.items.map(({ applicationId, title }) => [applicationId, title])).toEqual([
      [ids[0], '甲奖'],
      [ids[0], '乙奖'],
      [ids[0], '丙奖'],
    ]);
    expect((await page(first.next ?? '')).items).toMatchObject([{ applicationId: ids[1], stage: '等待上会' }]);
    await imports('LN-101,甲奖,2020-01-01');
    await server.settle();
    expect((await page()).items.map(({ title }) => title)).toEqual(['乙奖', '丙奖']);
    // The next submission takes the place of the one before.
    await submits(ids[0] ?? '', ['甲奖', '丁奖']);
    expect((await page()).items.map(({ title }) => title)).toEqual(['丁奖']);
    for (const login of ['zj-office', 'unit', 'applicant', 'supervisor'] as const) {
      const other = await server.loginAs(login);
      await expect(other(listCatalogueMisses, { params, query: { table: 'award' } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('asks what the standard leaves to a person, and the report follows the answers (P6)', async () => {
    const dossier = JSON.parse(
      readFileSync(join(POLICIES, 'liaoning/ln-sec-2024/examples/done-senior.dossier.json'), 'utf8'),
    ) as ApplicationSnapshot['dossier'];
    const schooling = '01900000-0000-7000-8000-0000000000b1';
    const id = await arranged({ stage: 'office-check', submissions: 1 }, [1], {
      dossier,
      rows: [
        {
          id: schooling,
          kind: 'education',
          kindName: '学历',
          title: '沈阳理工大学',
          effectiveOn: null,
          facts: [],
          ownPart: null,
          files: [],
          lacks: ['证书'],
        },
      ],
    });
    const first = await office(readCheck, { params: { id } });
    const stored = first.submission?.report;
    // The row lies beside every clause about schooling, and beside no other, with what it lacks.
    expect(first.submission?.snapshot.rows[0]?.lacks).toEqual(['证书']);
    expect(first.behind.length).toBeGreaterThan(0);
    expect(first.behind.every(({ condition, rows }) => condition !== 'plan-scope' && rows[0] === schooling)).toBe(true);
    expect(first.judgements.length).toBeGreaterThan(0);
    const [one] = first.judgements;
    const answer = { submission: 1, judgement: one?.id ?? '', answer: one?.choices[0]?.value ?? '', reason: '' };
    const save = (body: typeof answer) => office(saveOfficeJudgement, { params: { id }, body });
    await expect(save(answer)).rejects.toMatchObject({ code: 'CHECK_NOT_OPENED' });
    await office(openCheck, { params: { id }, body: { version: 0 } });
    await expect(save({ ...answer, judgement: 'condition:nowhere' })).rejects.toMatchObject({
      code: 'JUDGEMENT_UNKNOWN',
    });
    await expect(save({ ...answer, answer: 'perhaps' })).rejects.toMatchObject({ code: 'JUDGEMENT_UNKNOWN' });
    await expect(save({ ...answer, answer: one?.choices.at(-1)?.value ?? '' })).rejects.toMatchObject({
      code: 'JUDGEMENT_REASON',
    });
    await expect(save({ ...answer, submission: 2 })).rejects.toMatchObject({ code: 'STALE' });
    for (let open = first.judgements; open.length > 0; ) {
      for (const { id: judgement, choices } of open) {
        await save({ ...answer, judgement, answer: choices[0]?.value ?? '' });
      }
      open = (await office(readCheck, { params: { id } })).judgements.filter(({ answer: given }) => given === null);
    }
    const after = await office(readCheck, { params: { id } });
    const verdictOf = (report: typeof after.reviewed) =>
      report?.routes.find(({ route }) => route === 'normal')?.verdict ?? null;
    expect(verdictOf(stored ?? null)).toBe('needs-judgement');
    expect(verdictOf(after.reviewed)).toBe('eligible');
    // What was handed in, and the report on it, stay as they were.
    expect(after.submission?.report).toEqual(stored);
    await decideAll(id);
    const passed = await office(officePass, { params: { id }, body: { version: 1 } });
    expect(passed.stage).toBe('authority-review');
    await expect(save(answer)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });

  it('wants a reason for raising in the second round what it accepted unchanged in the first', async () => {
    const id = await arranged({ stage: 'office-check', submissions: 2 }, [1, 2]);
    await server.asPlatform(async (ctx) => {
      const { organiser_id } = await ctx.tx
        .selectFrom('application')
        .select('organiser_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await ctx.tx
        .insertInto('office_check_item')
        .values({
          organiser_id,
          application_id: id,
          ordinal: 1,
          place: 'form.basics',
          decision: 'accepted',
          problem: '',
          what_to_do: '',
          late_reason: '',
          decided_by: id,
          decided_at: ctx.businessNow,
        })
        .execute();
    });
    const { version } = await office(openCheck, { params: { id }, body: { version: 0 } });
    await decideAll(id, ['form.basics']);
    await expect(office(officeReturn, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'CHECK_LATE_REASON',
      fields: [{ path: 'form.basics' }],
    });
    await office(saveCheckItems, {
      params: { id },
      body: {
        submission: 2,
        items: [
          {
            place: 'form.basics',
            decision: 'correct',
            problem: '单位名称与公章不一致',
            whatToDo: '改为公章名称',
            lateReason: '单位上周更名',
          },
        ],
      },
    });
    expect((await office(officeReturn, { params: { id }, body: { version } })).stage).toBe('online-submission');
  });

  it('refuses with grounds only', async () => {
    const id = await arranged({ stage: 'office-check', submissions: 1, openedAt: '2024-07-10T01:00:00.000Z' });
    await expect(office(officeRefuse, { params: { id }, body: { version: 0, reason: ' ' } })).rejects.toMatchObject({
      code: 'INVALID',
    });
    const refused = await office(officeRefuse, { params: { id }, body: { version: 0, reason: '不在申报范围' } });
    expect(refused.stage).toBe('refused');
  });

  it('unlocks after the third submission with a reason', async () => {
    const id = await arranged({ stage: 'online-submission', submissions: 3 });
    const unlocked = await office(unlockSubmission, { params: { id }, body: { version: 0, reason: '平台原因' } });
    expect(unlocked.stage).toBe('online-submission');
    const other = await arranged({ stage: 'online-submission', submissions: 2 });
    await expect(
      office(unlockSubmission, { params: { id: other }, body: { version: 0, reason: '平台原因' } }),
    ).rejects.toMatchObject({ code: 'SUBMISSIONS_LEFT' });
  });

  it('checks the stamped page and takes the paper in', async () => {
    const id = await arranged({ stage: 'stamped-page-check', submissions: 1 });
    const items = [{ place: 'form.stamp', label: '六(一)', problem: '盖章位置不对', whatToDo: '重新盖章扫描' }];
    const back = await office(returnStampedPage, { params: { id }, body: { version: 0, items } });
    expect(back.stage).toBe('stamped-page');
    const other = await arranged({ stage: 'stamped-page-check', submissions: 1 });
    const approved = await office(approveStampedPage, { params: { id: other }, body: { version: 0 } });
    expect(approved.stage).toBe('paper-delivery');
    const received = await office(receivePaper, { params: { id: other }, body: { version: approved.version } });
    expect(received.stage).toBe('ready');
  });

  it('lists by stage and counts on the board', async () => {
    const list = await office(listOfficeWork, { query: { stage: 'ready', limit: 10 } });
    expect(list.items.every(({ stage }) => stage === 'ready')).toBe(true);
    const { plans } = await office(readOfficeBoard, {});
    expect(plans[0]?.stages.find(({ stage }) => stage === 'ready')?.count).toBe(list.items.length);
  });

  it('is nobody else’s (权限矩阵)', async () => {
    const id = await arranged({ stage: 'office-check', submissions: 1 });
    for (const username of ['applicant', 'unit', 'authority', 'association', 'confirmer', 'chair', 'system'] as const) {
      const client = await server.loginAs(username);
      await expect(client(readCheck, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(client(openCheck, { params: { id }, body: { version: 0 } })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const supervisor = await server.loginAs('supervisor');
    expect((await supervisor(readCheck, { params: { id } })).line.id).toBe(id);
    await expect(supervisor(officePass, { params: { id }, body: { version: 0 } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('one notice for every province ([40] 第十八条)', () => {
  it('gives time to correct once where the windows are over, and abandons by itself what is overdue', async () => {
    const planId = await server.asPlatform((ctx) => openPlan(ctx, 'zj-2022'));
    const subject = { specialty: 'design', level: 'senior', route: 'normal' } as const;
    const opened = { stage: 'office-check', submissions: 1, openedAt: '2024-07-10T01:00:00.000Z' };
    const id = await arranged(opened, [1], {}, { planId, subject });
    await decideAll(id, ['form.self-report']);
    expect((await office(officeReturn, { params: { id }, body: { version: 0 } })).stage).toBe('correction');
    const { line, notices } = await office(readCheck, { params: { id } });
    expect(notices[0]?.items[0]).toMatchObject({ place: 'form.self-report', label: '附件2之6' });
    // Five working days after Wednesday, the day of entering not counted.
    expect(line.until?.at).toBe('2024-07-17T16:00:00.000Z');
    const notice = await office(downloadCorrectionNotice, { params: { id, ordinal: 1 } });
    expect((await readPdf(new Uint8Array(await notice.arrayBuffer()))).text).toContain('2024年7月18日00:00前');
    await server.moveClockTo('2024-07-17T16:00:01.000Z');
    expect((await office(readCheck, { params: { id } })).line.stage).toBe('expired');
  });

  it('asks for a decision by hand where the standard of a specialty is not packed', async () => {
    const unpacked = await server.asPlatform(async (ctx) => {
      const stored = await findPolicy(ctx, { by: 'latest', pack: 'ln-2024-eng' });
      return parsePlan(stored?.content).specialties.find(({ standard }) => standard.pack === undefined);
    });
    const subject = { specialty: unpacked?.id ?? '', level: 'senior', route: 'normal' } as const;
    const opened = { stage: 'office-check', submissions: 1, openedAt: '2024-07-17T16:00:01.000Z' };
    const id = await arranged(opened, [1], {}, { subject });
    const { items, submission } = await office(readCheck, { params: { id } });
    expect(submission?.report).toBeNull();
    expect(items.filter(({ group }) => group === 'conditions')).toHaveLength(3);
    expect(items[0]?.title).toContain(unpacked?.standard.title ?? '-');
  });
});

describe('what waits', () => {
  it('is counted for those it waits for, by stage, with what is late, and for nobody else', async () => {
    const counted = async (who: Client, stage: string) =>
      (await who(readWaitingWork, {})).items.find((one) => one.stage === stage) ?? { count: 0, late: 0 };
    const before = await counted(office, 'office-check');
    const id = await arranged({ stage: 'office-check', submissions: 1 });
    await server.asPlatform(({ tx }) =>
      tx.updateTable('application').set({ due_at: '2024-07-09T01:00:00.000Z' }).where('id', '=', id).execute(),
    );
    expect(await counted(office, 'office-check')).toMatchObject({
      relation: 'office',
      count: before.count + 1,
      late: before.late + 1,
    });
    expect(await counted(await server.loginAs('unit'), 'office-check')).toMatchObject({ count: 0 });
    expect(await counted(await server.loginAs('zj-office'), 'office-check')).toMatchObject({ count: 0 });
    await expect((await server.loginAs('policy'))(readWaitingWork, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
