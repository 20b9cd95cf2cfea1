import {
  type ApplicationContent,
  authorityApprove,
  associationApprove,
  type Client,
  createApplication,
  editApplication,
  listOpenPlans,
  listOwnApplications,
  readApplication,
  readArchive,
  readCheck,
  readStampedPage,
  sendToUnit,
  submitApplication,
  submitStampedPage,
  withdrawApplication,
} from '@zhiping/contract';
import { kindSpec } from '@zhiping/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { advance } from './advance.ts';
import { removeRows } from './chosen-rows.ts';
import { arrangeBasicState } from './testing/arrange-plan.ts';

let server: TestServer;
let wang: Client;
let liu: Client;
let office: Client;
let planId: string;

beforeAll(async () => {
  server = await startTestServer();
  [wang, liu, office] = [
    await server.loginAs('applicant'),
    await server.loginAs('applicant2'),
    await server.loginAs('office'),
  ];
  await server.asPlatform((ctx) => arrangeBasicState(ctx, 'applicant2'));
  planId = (await wang(listOpenPlans, {})).items[0]?.id ?? '';
});
afterAll(() => server.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A filled-in application of `client`, with every verified achievement of the archive. */
async function filled(client: Client): Promise<{ id: string; version: number; content: ApplicationContent }> {
  const { id, version } = await client(createApplication, {
    body: { planId, specialty: 'security', level: 'senior', route: 'normal' },
  });
  const archive = await client(readArchive, {});
  const rows = archive.rows.filter((row) => row.state === 'verified' && kindSpec(row.kind).achievement);
  const saved = await client(editApplication, {
    params: { id },
    body: {
      version,
      fields: {
        direction: '安防设计与集成',
        rows: rows.map((row) => row.id),
        representative: rows[0]?.id ?? null,
        selfReport: '任现职以来，主持完成高风险保护对象项目。',
        pledged: true,
        declassified: true,
        ownPart: true,
      },
    },
  });
  expect(saved.lacks).toEqual([]);
  return { id, version: saved.version, content: saved.content };
}

/** The unit's part of the year, as the platform: its own pages are tested with the module `unit`. */
async function throughUnit(id: string): Promise<void> {
  await server.asPlatform(async (ctx) => {
    await advance(ctx, id, 'unit-accept', {}, { as: 'unit' });
    await advance(ctx, id, 'record-appraisal', { recommended: true }, { as: 'unit' });
    await advance(ctx, id, 'start-publicity', {}, { as: 'unit' });
  });
}

const versionOf = async (client: Client, id: string) => (await client(readApplication, { params: { id } })).version;

describe('making an application (LN-2024 一, 二, 五(一))', () => {
  it('says which committee accepts each specialty and level for the own unit', async () => {
    const { items, unitName } = await wang(listOpenPlans, {});
    expect(unitName).toBe('沈阳安盾科技有限公司');
    const levels = (name: string) => items[0]?.specialties.find((one) => one.name === name)?.levels ?? [];
    expect(levels('安防工程').every(({ acceptance }) => acceptance.accepted)).toBe(true);
    expect(levels('电力').find(({ level }) => level === 'senior')?.acceptance).toEqual({
      accepted: false,
      entrusted: false,
      words: '由所在市的评审委员会受理',
      label: '二(一)2',
    });
    expect(levels('数据科学与工程').map(({ level }) => level)).toEqual(['senior', 'full-senior']);
  });

  it.each([
    [{ specialty: 'data-science', level: 'engineer', route: 'normal' }, 'LEVEL_NOT_OFFERED'],
    [{ specialty: 'power', level: 'senior', route: 'normal' }, 'COMMITTEE_ELSEWHERE'],
    [{ specialty: 'security', level: 'senior', route: 'green' }, 'ROUTE_NOT_OPEN'],
    [{ specialty: 'astrology', level: 'senior', route: 'normal' }, 'PLAN_UNKNOWN'],
  ] as const)('refuses %o', async (choice, code) => {
    await expect(wang(createApplication, { body: { planId, ...choice } })).rejects.toMatchObject({ code });
  });

  it('refuses somebody without a unit, and a second running application', async () => {
    const expert = await server.loginAs('expert30');
    const body = { planId, specialty: 'security', level: 'senior', route: 'normal' } as const;
    await expect(expert(createApplication, { body })).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
    const both = await Promise.allSettled([liu(createApplication, { body }), liu(createApplication, { body })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const made = both.find((one) => one.status === 'fulfilled');
    const id = made?.status === 'fulfilled' ? made.value.id : '';
    await liu(withdrawApplication, { params: { id }, body: { version: 0 } });
    const again = await liu(createApplication, { body });
    await liu(withdrawApplication, { params: { id: again.id }, body: { version: 0 } });
    const stages = (await liu(listOwnApplications, { query: {} })).items.map(({ stage }) => stage);
    expect(stages).toEqual(['withdrawn', 'withdrawn']);
  });
});

describe('who may not', () => {
  it('only the applicant fills in, sends, submits, withdraws; others look no further than their part', async () => {
    const { id } = await liu(createApplication, {
      body: { planId, specialty: 'security', level: 'technician', route: 'normal' },
    });
    const params = { id };
    const body = { version: 0 };
    const file = { file: new Blob([PNG]), fileName: 'a.png' };
    // The own unit may read (五(二)), and nothing else of these; everybody else finds nothing.
    for (const login of ['unit', 'unit2', 'authority', 'association', 'office', 'supervisor', 'confirmer'] as const) {
      const client = await server.loginAs(login);
      const nothing = { code: 'NOT_FOUND' };
      await expect(client(editApplication, { params, body: { version: 0, fields: {} } })).rejects.toMatchObject(
        nothing,
      );
      await expect(client(sendToUnit, { params, body })).rejects.toMatchObject(nothing);
      await expect(client(submitApplication, { params, body })).rejects.toMatchObject(nothing);
      await expect(client(withdrawApplication, { params, body })).rejects.toMatchObject(nothing);
      await expect(client(submitStampedPage, { params, body }, file)).rejects.toMatchObject(nothing);
      if (login === 'unit2') {
        const seen = await client(readApplication, { params });
        expect(seen.content).toBeDefined();
        expect(seen.lacks).toBeUndefined();
      } else {
        await expect(client(readApplication, { params })).rejects.toMatchObject(nothing);
      }
    }
    const strange = { code: 'UNAUTHENTICATED' };
    await expect(server.anyone(readApplication, { params })).rejects.toMatchObject(strange);
    await expect(server.anyone(listOpenPlans, {})).rejects.toMatchObject(strange);
    await expect(server.anyone(listOwnApplications, { query: {} })).rejects.toMatchObject(strange);
    const choice = { planId, specialty: 'security', level: 'senior', route: 'normal' } as const;
    await expect(server.anyone(createApplication, { body: choice })).rejects.toMatchObject(strange);
    expect((await wang(listOwnApplications, { query: {} })).items.map((line) => line.id)).not.toContain(id);
    // Out of its stages nobody may, not even the applicant (五(五)1, 五(六)).
    await expect(liu(submitApplication, { params, body })).rejects.toMatchObject({ code: 'ACTION_NOT_IN_STAGE' });
    await expect(liu(submitStampedPage, { params, body }, file)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await liu(withdrawApplication, { params, body });
  });

  it('retired people and civil servants (一)', async () => {
    await server.asPlatform((ctx) =>
      sql`update archive_row set fields = fields || '{"employment": "retired"}' where kind = 'basic' and person_id =
        (select person_id from account where username = 'applicant2')`.execute(ctx.tx),
    );
    const body = { planId, specialty: 'security', level: 'senior', route: 'normal' } as const;
    await expect(liu(createApplication, { body })).rejects.toMatchObject({ code: 'NOT_EMPLOYED_HERE' });
    await server.asPlatform((ctx) =>
      sql`update archive_row set fields = fields || '{"employment": "employee"}' where kind = 'basic' and person_id =
        (select person_id from account where username = 'applicant2')`.execute(ctx.tx),
    );
  });

  it('rows taken out after an objection do not come back from an open page (五(四))', async () => {
    const { id } = await liu(createApplication, {
      body: { planId, specialty: 'security', level: 'senior', route: 'normal' },
    });
    const rows = ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000a2'];
    const save = (version: number, chosen: string[]) =>
      liu(editApplication, { params: { id }, body: { version, fields: { rows: chosen } } });
    let { version } = await save(0, rows);
    for (const selfReport of ['一', '二']) {
      ({ version } = await liu(editApplication, { params: { id }, body: { version, fields: { selfReport } } }));
    }
    await server.asPlatform((ctx) => removeRows(ctx, id, rows.slice(0, 1)));
    await expect(save(version, rows)).rejects.toMatchObject({ code: 'FIELD_CONFLICT' });
    await expect(save(version + 1, rows)).rejects.toMatchObject({ code: 'ROW_DISPUTED' });
    await liu(withdrawApplication, { params: { id }, body: { version: version + 1 } });
  });
});

describe('autosave (product F4)', () => {
  it('merges different fields, refuses the same one with both values, keeps an invalid draft', async () => {
    const { id } = await liu(createApplication, {
      body: { planId, specialty: 'security', level: 'senior', route: 'normal' },
    });
    const save = (version: number, fields: Partial<ApplicationContent>) =>
      liu(editApplication, { params: { id }, body: { version, fields } });
    const one = await save(0, { selfReport: '甲' });
    const two = await save(0, { pledged: true });
    expect(two.content).toMatchObject({ selfReport: '甲', pledged: true });
    expect(two.version).toBe(one.version + 1);
    await expect(save(0, { selfReport: '乙' })).rejects.toMatchObject({
      code: 'FIELD_CONFLICT',
      details: { conflicts: [{ field: 'selfReport', yours: '乙', theirs: '甲' }], version: two.version },
    });
    // The same value is no conflict, and an over-long report is kept though it cannot be sent.
    expect((await save(0, { selfReport: '甲' })).version).toBe(two.version);
    const long = await save(two.version, { selfReport: '字'.repeat(1001) });
    expect(long.lacks.map(({ place }) => place)).toContain('selfReport');
    await expect(liu(sendToUnit, { params: { id }, body: { version: long.version } })).rejects.toMatchObject({
      code: 'CONTENT_INCOMPLETE',
    });
    await liu(withdrawApplication, { params: { id }, body: { version: long.version } });
    await expect(save(long.version + 1, { pledged: false })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });

  it('loses none of twenty parallel saves of different fields', async () => {
    const { id } = await liu(createApplication, {
      body: { planId, specialty: 'security', level: 'senior', route: 'normal' },
    });
    const fields: Partial<ApplicationContent>[] = [
      { selfReport: '述职' },
      { pledged: true },
      { declassified: true },
      { ownPart: true },
      { direction: '安防技术服务' },
    ];
    await Promise.all(fields.map((one) => liu(editApplication, { params: { id }, body: { version: 0, fields: one } })));
    const { content, version } = await liu(readApplication, { params: { id } });
    expect(content).toMatchObject(Object.assign({}, ...fields) as object);
    await liu(withdrawApplication, { params: { id }, body: { version } });
  });
});

describe('the year of one application', () => {
  let id: string;

  it('is filled in, sent to the unit, and waits for it', async () => {
    const made = await filled(wang);
    id = made.id;
    await expect(wang(sendToUnit, { params: { id }, body: { version: made.version - 1 } })).rejects.toMatchObject({
      code: 'STALE',
    });
    const sent = await wang(sendToUnit, { params: { id }, body: { version: made.version } });
    expect(sent.stage).toBe('unit-review');
    const view = await wang(readApplication, { params: { id } });
    expect(view.waiting).toMatchObject({ who: 'unit', yours: false, until: { words: '2024年7月31日（周三）24:00' } });
    expect(view.lastSafeDay?.date).toBe('2024-07-23');
    const calendar = `${server.url}/api/applications/${id}/calendar`;
    const file = await fetch(calendar, { headers: { cookie: await server.cookieOf('applicant') } });
    expect(file.headers.get('content-type')).toContain('text/calendar');
    const text = (await file.text()).replaceAll('\r\n ', '');
    expect(text).toContain('DTEND:20240731T160000Z');
    expect(text).toContain('DTSTART;VALUE=DATE:20240723');
    expect((await fetch(calendar, { headers: { cookie: await server.cookieOf('unit') } })).status).toBe(404);
    await expect(
      wang(editApplication, { params: { id }, body: { version: sent.version, fields: { pledged: false } } }),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(liu(readApplication, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(office(readApplication, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be submitted before the window opens', async () => {
    await throughUnit(id);
    await server.moveClockTo('2024-06-30T02:00:00.000Z');
    await expect(
      wang(submitApplication, { params: { id }, body: { version: await versionOf(wang, id) } }),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await server.moveClockTo('2024-07-02T02:00:00.000Z');
    await server.asPlatform(async (ctx) => {
      await advance(ctx, id, 'conclude-publicity', { openObjections: 0 }, { as: 'unit' });
    });
  });

  it('is submitted once, however often the button is pressed, with a frozen snapshot and a receipt', async () => {
    const version = await versionOf(wang, id);
    const input = { params: { id }, body: { version } };
    const [first, second] = await Promise.all([
      wang(submitApplication, input, { idempotencyKey: 'one-press' }),
      wang(submitApplication, input, { idempotencyKey: 'one-press' }),
    ]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      stage: 'office-check',
      ordinal: 1,
      snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const check = await office(readCheck, { params: { id } });
    expect(check.submission?.snapshot.rows.length).toBeGreaterThan(0);
    expect(check.submission?.standardPack).toBe('ln-sec-2024');
    expect(check.submission?.verdict).not.toBeNull();
    const view = await wang(readApplication, { params: { id } });
    expect(view.submitted).toMatchObject([{ ordinal: 1, snapshotHash: first.snapshotHash }]);
    expect(view.submissions).toEqual({ used: 1, left: 2, limit: 3 });
  });

  it('is sealed, and its stamped page handed in', async () => {
    await server.asPlatform(async (ctx) => {
      await advance(ctx, id, 'open-check', {}, { as: 'office' });
      await advance(ctx, id, 'office-pass', {}, { as: 'office' });
    });
    const authority = await server.loginAs('authority');
    const association = await server.loginAs('association');
    await authority(authorityApprove, { params: { id }, body: { version: await versionOf(wang, id) } });
    await association(associationApprove, { params: { id }, body: { version: await versionOf(wang, id) } });
    const version = await versionOf(wang, id);
    const handIn = (client: Client, seen: number) =>
      client(
        submitStampedPage,
        { params: { id }, body: { version: seen } },
        { file: new Blob([PNG]), fileName: 'a.png' },
      );
    await expect(handIn(liu, version)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(handIn(wang, version - 1)).rejects.toMatchObject({ code: 'STALE' });
    expect((await handIn(wang, version)).stage).toBe('stamped-page-check');
    const view = await wang(readApplication, { params: { id } });
    expect(view.stampedPages).toMatchObject([{ name: 'a.png', returned: false }]);
    const page = { params: { id, fileId: view.stampedPages?.[0]?.id ?? '' } };
    expect((await office(readStampedPage, page)).size).toBeGreaterThan(0);
    await expect(authority(readStampedPage, page)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells its whole course to the applicant', async () => {
    const view = await wang(readApplication, { params: { id } });
    expect(view.timeline.filter(({ state }) => state === 'done')).toHaveLength(9);
    expect(view.timeline.find(({ state }) => state === 'now')).toMatchObject({
      stage: 'stamped-page-check',
      to: '2024-08-07',
    });
    expect(view.history.map(({ action }) => action)).toContain('提交');
  });
});
