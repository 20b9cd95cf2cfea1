import {
  addPaperEndorsement,
  beginPledgeSignature,
  cancelEndorsement,
  checkEndorsement,
  type Client,
  createApplication,
  editApplication,
  fillInvitation,
  inviteEndorser,
  listEndorsements,
  listOpenPlans,
  openInvitation,
  printEndorsement,
  openPledge,
  readApplication,
  readArchive,
  readEndorsementFile,
  readPledgeSignature,
  readPledgeSignatureFile,
  scanPledgeSignature,
  signPledge,
} from '@zhiping/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PLAN } from '../../start/demonstration/plan.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { snapshotFor } from '../application/snapshot-for.ts';
import { contentOf } from '../application/content.ts';
import { readMaterial } from '../application/material.ts';
import { readNumbers } from '../account/index.ts';
import { loadApplication, processOf } from '../application/index.ts';
import { endorserNames } from '../meeting/recusals.ts';

let server: TestServer;
let wang: Client;
let liu: Client;
let office: Client;
let id: string;
let reportId: string;

beforeAll(async () => {
  server = await startTestServer();
  [wang, liu, office] = [
    await server.loginAs('applicant'),
    await server.loginAs('applicant2'),
    await server.loginAs('office'),
  ];
  const made = await wang(createApplication, {
    body: { planId: DEMONSTRATION_PLAN, specialty: 'security', level: 'senior', route: 'exception' },
  });
  id = made.id;
  const archive = await wang(readArchive, {});
  reportId = archive.rows.find((row) => row.kind === 'report')?.id ?? '';
  await wang(editApplication, { params: { id }, body: { version: 0, fields: { rows: [reportId] } } });
});
afterAll(() => server.close());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const file = () => ({ file: new Blob([PNG]), fileName: 'signature.png' });
const letter = {
  name: '何正高',
  idNumber: '210102196001010011',
  unit: '沈阳理工大学',
  titleName: '教授级高级工程师',
  titleLevel: 'full-senior',
  field: '安全技术防范',
  relation: 'same',
  titleYears: 8,
  nationalTalent: 'no',
  relationToApplicant: '无',
  opinion: '业绩突出，同意推荐。',
} as const;
const invite = (kind: 'recommendation' | 'appraisal' = 'recommendation', rowId?: string) =>
  wang(inviteEndorser, { params: { id }, body: { kind, name: '何正高', ...(rowId === undefined ? {} : { rowId }) } });
const fillIn = (token: string, changes: Partial<Record<keyof typeof letter | 'pledged', string | number>> = {}) =>
  server.anyone(fillInvitation, { body: { token, ...letter, pledged: 'yes', ...changes } as never }, file());

describe('专家推荐与评议 (product F7, LN-2024 六(三)3)', () => {
  it('a link shows who is asked for what, takes a fitting letter once, and is used up', async () => {
    const { token } = await invite();
    const shown = await server.anyone(openInvitation, { body: { token } });
    expect(shown).toMatchObject({ form: '专家推荐书', applicantName: '王安防', kind: 'recommendation', subject: null });
    expect(shown.asked[0]?.text).toContain('正高级');
    await expect(fillIn(token, { titleLevel: 'senior' })).rejects.toMatchObject({
      code: 'ENDORSER_UNFIT',
      details: { words: expect.stringContaining('正高级') as string },
    });
    await expect(fillIn(token, { relation: 'other' })).rejects.toMatchObject({ code: 'ENDORSER_UNFIT' });
    await expect(fillIn(token, { pledged: 'no' })).rejects.toMatchObject({ code: 'NOT_PLEDGED' });
    const both = await Promise.allSettled([fillIn(token), fillIn(token)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(fillIn(token)).rejects.toMatchObject({ code: 'LINK_UNUSABLE' });
    await expect(server.anyone(openInvitation, { body: { token } })).rejects.toMatchObject({ code: 'LINK_UNUSABLE' });
    const { items, needs } = await wang(listEndorsements, { params: { id } });
    expect(items).toMatchObject([{ state: 'filled', way: 'link', letter: { name: '何正高', titleYears: 8 } }]);
    expect(needs?.find(({ kind }) => kind === 'recommendation')).toMatchObject({ min: 2 });
    expect(JSON.stringify(items)).not.toContain(letter.idNumber);
  });

  it('two means two people, neither the applicant', async () => {
    const { token } = await invite();
    await expect(fillIn(token)).rejects.toMatchObject({ code: 'ENDORSER_SAME' });
    const own = await server.asPlatform(async (ctx) => {
      const { rows } = await sql<{
        id: string;
      }>`select person_id as id from account where username = 'applicant'`.execute(ctx.tx);
      return (await readNumbers(ctx, rows[0]?.id ?? '')).idNumber ?? '';
    });
    await expect(fillIn(token, { idNumber: own })).rejects.toMatchObject({ code: 'ENDORSER_SELF' });
    await fillIn(token, { name: '丁教授', idNumber: '21010219590202002X' });
    expect((await wang(readApplication, { params: { id } })).facts?.recommendations).toHaveLength(2);
    const seen = await office(listEndorsements, { params: { id } });
    const first = seen.items[0]?.id ?? '';
    const printed = await office(printEndorsement, { params: { id, endorsementId: first } });
    expect(printed.size).toBeGreaterThan(5_000);
    expect(seen.needs?.find(({ kind }) => kind === 'recommendation')).toMatchObject({ min: 2, found: 2 });
    const filled = seen.items.filter(({ letter: sent }) => sent !== null);
    expect(filled.map(({ samePerson }) => samePerson)).toEqual([false, false]);
    expect(filled.every(({ serves }) => serves.length > 0)).toBe(true);
  });

  it('an expired, cancelled or unknown link opens nothing', async () => {
    const first = await invite();
    await wang(cancelEndorsement, { params: { id, endorsementId: first.id }, body: {} });
    const second = await invite();
    await server.asPlatform((ctx) =>
      sql`update endorsement set expires_at = '2020-01-01' where id = ${second.id}`.execute(ctx.tx),
    );
    for (const token of [first.token, second.token, 'x'.repeat(22)]) {
      await expect(server.anyone(openInvitation, { body: { token } })).rejects.toMatchObject({ code: 'LINK_UNUSABLE' });
      await expect(fillIn(token, { idNumber: '110105194912310021' })).rejects.toMatchObject({ code: 'LINK_UNUSABLE' });
    }
    const { items } = await wang(listEndorsements, { params: { id } });
    expect(items.map(({ state }) => state)).toEqual(['filled', 'filled', 'expired']);
  });

  it('an appraisal is of a chosen report; on paper it is checked by the office, and a returned one does not count', async () => {
    await expect(invite('appraisal')).rejects.toMatchObject({ code: 'ENDORSEMENT_NOT_ASKED' });
    const { rowId: _, ...body } = { ...letter, kind: 'appraisal' as const, rowId: reportId };
    await expect(wang(addPaperEndorsement, { params: { id }, body }, file())).rejects.toMatchObject({
      code: 'ENDORSEMENT_NOT_ASKED',
    });
    const add = () => wang(addPaperEndorsement, { params: { id }, body: { ...body, rowId: reportId } }, file());
    const twice = await Promise.allSettled([add(), add()]);
    expect(twice.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'ENDORSER_SAME' } }]);
    const added = await wang(listEndorsements, { params: { id } });
    const paper = added.items.find(({ way }) => way === 'paper');
    const endorsementId = paper?.id ?? '';
    expect((await wang(readApplication, { params: { id } })).facts?.appraisals).toMatchObject([{ row: reportId }]);
    await office(checkEndorsement, {
      params: { id, endorsementId },
      body: { accepted: false, reason: '扫描件没有签名，请专家签名后重新上传' },
    });
    expect((await wang(readApplication, { params: { id } })).facts?.appraisals).toEqual([]);
    const { items } = await wang(listEndorsements, { params: { id } });
    expect(items.find((one) => one.id === endorsementId)).toMatchObject({
      state: 'returned',
      check: { accepted: false },
    });
    await office(checkEndorsement, { params: { id, endorsementId }, body: { accepted: true, reason: '与扫描件一致' } });
    expect((await office(readEndorsementFile, { params: { id, endorsementId } })).size).toBeGreaterThan(0);
  });

  it('goes into what is submitted, and recuses the expert from draw and vote', async () => {
    const names = await server.asPlatform(async (ctx) => {
      const target = await loadApplication(ctx, { id });
      if (!target) throw new Error('no application');
      const process = await processOf(ctx, target.row);
      const material = await readMaterial(ctx, target.row.person_id);
      return endorserNames(await snapshotFor(ctx, process, target.row, contentOf(target.row), material));
    });
    expect(new Set(names)).toEqual(new Set(['何正高', '丁教授']));
  });

  it('is seen by the person and the own office alone', async () => {
    const nothing = { code: 'NOT_FOUND' };
    for (const client of [liu, await server.loginAs('unit'), await server.loginAs('zj-office')]) {
      await expect(client(listEndorsements, { params: { id } })).rejects.toMatchObject(nothing);
      const body = { kind: 'recommendation', name: '某' } as const;
      await expect(client(inviteEndorser, { params: { id }, body })).rejects.toMatchObject(nothing);
    }
    const endorsementId = (await wang(listEndorsements, { params: { id } })).items[0]?.id ?? '';
    const check = { params: { id, endorsementId }, body: { accepted: true, reason: '无' } };
    await expect(wang(checkEndorsement, check)).rejects.toMatchObject(nothing);
    await expect(
      office(inviteEndorser, { params: { id }, body: { kind: 'recommendation', name: '某' } }),
    ).rejects.toMatchObject(nothing);
  });
});

describe('承诺手机签名 (ZJ 附件2之5)', () => {
  it('is lacking until it is signed on the phone, once', async () => {
    const cheng = await server.loginAs('zj-applicant');
    const plan = (await cheng(listOpenPlans, {})).items.find(({ specialties }) =>
      specialties.some((one) => one.id === 'design'),
    );
    const made = await cheng(createApplication, {
      body: { planId: plan?.id ?? '', specialty: 'design', level: 'senior', route: 'normal' },
    });
    const params = { id: made.id };
    const lacks = async () => ((await cheng(readApplication, { params })).lacks ?? []).map(({ place }) => place);
    expect(await lacks()).toContain('pledged');
    const old = await cheng(beginPledgeSignature, { params, body: {} });
    const { token } = await cheng(beginPledgeSignature, { params, body: {} });
    expect((await cheng(readPledgeSignature, { params })).waitingUntil).not.toBeNull();
    await expect(server.anyone(openPledge, { body: { token: old.token } })).rejects.toMatchObject({
      code: 'LINK_UNUSABLE',
    });
    expect(await server.anyone(openPledge, { body: { token } })).toMatchObject({
      applicantName: '程护安',
      number: made.number,
    });
    await server.anyone(signPledge, { body: { token } }, file());
    await expect(server.anyone(signPledge, { body: { token } }, file())).rejects.toMatchObject({
      code: 'LINK_UNUSABLE',
    });
    expect(await cheng(readPledgeSignature, { params })).toMatchObject({
      signed: { way: 'phone' },
      waitingUntil: null,
    });
    expect(await lacks()).not.toContain('pledged');
    expect((await cheng(readPledgeSignatureFile, { params })).size).toBeGreaterThan(0);
    const nothing = { code: 'NOT_FOUND' };
    await expect(wang(beginPledgeSignature, { params, body: {} })).rejects.toMatchObject(nothing);
    await expect(wang(readPledgeSignatureFile, { params })).rejects.toMatchObject(nothing);
  });

  it('or on paper that is scanned', async () => {
    const params = { id };
    const signed = await wang(scanPledgeSignature, { params, body: {} }, file());
    expect(signed.signed?.way).toBe('scan');
    await expect(liu(scanPledgeSignature, { params, body: {} }, file())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
