import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerConsent,
  askConsent,
  type Client,
  findAuthorities,
  listConsents,
  officePass,
  openCheck,
  readCheck,
  readConsent,
  readConsents,
  saveCheckItems,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeSubmission } from '../application/testing/arrange-submission.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../../policies/liaoning/ln-cyb-2024/examples');
let server: TestServer;
let office: Client;
let department: Client;
let applicant: Client;
let departmentId: string;

beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo('2024-07-10T01:00:00.000Z');
  departmentId = await server.asPlatform(async (ctx) => {
    const id = ctx.newId();
    await ctx.tx
      .insertInto('authority')
      .values({ id, name: '辽宁省委网络安全和信息化委员会办公室', area: '辽宁省', kind: 'cyberspace' })
      .execute();
    await ctx.tx
      .insertInto('relation')
      .values({ id: ctx.newId(), person_id: await personOf('expert9'), relation: 'authority', subject_id: id })
      .execute();
    return id;
  });
  [office, department, applicant] = [
    await server.loginAs('office'),
    await server.loginAs('expert9'),
    await server.loginAs('expert1'),
  ];
});
afterAll(() => server.close());

const personOf = (username: DemonstrationLogin) =>
  server.asPlatform(async ({ tx }) => {
    const row = await tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    return row.person_id;
  });

/** An engineer of the cyberspace trade who applies by exception, submitted with the dossier of an example. */
async function submitted(username: DemonstrationLogin, example: string): Promise<string> {
  const personId = await personOf(username);
  const dossier = JSON.parse(readFileSync(join(EXAMPLES, `${example}.dossier.json`), 'utf8'));
  return server.asPlatform(async (ctx) => {
    const subject = { specialty: 'cyberspace', level: 'engineer', route: 'exception' } as const;
    const id = await arrangeApplication(ctx, { personId, subject, state: { stage: 'office-check', submissions: 1 } });
    await arrangeSubmission(ctx, id, 1, { subject, dossier });
    return id;
  });
}

/** The office opens the check, accepts every item. Answers the version to pass it with. */
async function checked(id: string): Promise<number> {
  const { version } = await office(openCheck, { params: { id }, body: { version: 0 } });
  const { items } = await office(readCheck, { params: { id } });
  await office(saveCheckItems, {
    params: { id },
    body: {
      submission: 1,
      items: items.map(({ place }) => ({
        place,
        decision: 'accepted' as const,
        problem: '',
        whatToDo: '',
        lateReason: '',
      })),
    },
  });
  return version;
}

describe('consent of the competent department (LN-CYB 五(三)5(3))', () => {
  let id: string;
  let request: string;
  const document = { number: '辽网信函〔2024〕18号', date: '2024-07-09' };

  it('is needed on the way by items, and the case cannot leave the office without it', async () => {
    id = await submitted('expert1', 'engineer-exception-no-consent');
    const { specs } = await applicant(readConsents, { params: { id } });
    expect(specs).toMatchObject([{ id: 'department', needed: true, given: null }]);
    expect(specs[0]?.authorities).toEqual([{ id: departmentId, name: '辽宁省委网络安全和信息化委员会办公室' }]);
    const version = await checked(id);
    await expect(office(officePass, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'CONSENT_MISSING',
      details: { words: '还缺：业务主管部门（网信部门）同意。' },
    });
  });

  it('is asked only of a department of the kind, once, and by nobody outside the case', async () => {
    const [hr] = (await applicant(findAuthorities, { query: { name: '沈阳市人力' } })).items;
    const body = { consent: 'department', authorityId: departmentId, note: '四个条目，两名专家推荐' };
    await expect(
      applicant(askConsent, { params: { id }, body: { ...body, authorityId: hr?.id ?? '' } }),
    ).rejects.toMatchObject({ code: 'CONSENT_WRONG_DEPARTMENT' });
    await expect(
      applicant(askConsent, { params: { id }, body: { ...body, consent: 'entrusted' } }),
    ).rejects.toMatchObject({ code: 'CONSENT_NOT_ASKED_FOR' });
    for (const username of ['unit2', 'applicant', 'authority'] as const) {
      const other = await server.loginAs(username);
      await expect(other(askConsent, { params: { id }, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    request = (await applicant(askConsent, { params: { id }, body })).request.id;
    await expect(applicant(askConsent, { params: { id }, body })).rejects.toMatchObject({ code: 'CONSENT_ASKED' });
  });

  it('stands in the worklist of that department alone, with the papers', async () => {
    const { items, next } = await department(listConsents, { query: { limit: 10 } });
    expect(items).toMatchObject([{ id: request, state: 'waiting', name: '业务主管部门（网信部门）同意' }]);
    expect(next).toBe(null);
    const { papers, request: shown } = await department(readConsent, { params: { id: request } });
    expect(papers.subject.route).toBe('exception');
    expect(shown.note).toBe('四个条目，两名专家推荐');
    const authority = await server.loginAs('authority');
    expect((await authority(listConsents, { query: { limit: 10 } })).items).toEqual([]);
    for (const other of [authority, applicant, office]) {
      await expect(other(readConsent, { params: { id: request } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(
        other(answerConsent, { params: { id: request }, body: { granted: true, document } }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is answered once with number and date, enters the evaluated dossier, and the case goes on', async () => {
    await expect(
      department(answerConsent, { params: { id: request }, body: { granted: true } as never }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const answered = await department(answerConsent, { params: { id: request }, body: { granted: true, document } });
    expect(answered.request).toMatchObject({ state: 'granted', document });
    await expect(
      department(answerConsent, { params: { id: request }, body: { granted: false, reason: '改变主意' } }),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const { specs, requests } = await office(readConsents, { params: { id } });
    expect([specs[0]?.given, requests.length]).toEqual([true, 1]);
    const row = await server.asPlatform(({ tx }) =>
      tx.selectFrom('application').select('version').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    const passed = await office(officePass, { params: { id }, body: { version: row.version } });
    expect(passed.stage).toBe('authority-review');
  });

  it('is not asked for on the way by awards', async () => {
    const award = await submitted('expert2', 'engineer-exception-merit');
    const { specs } = await office(readConsents, { params: { id: award } });
    expect(specs).toMatchObject([{ id: 'department', needed: false }]);
    const version = await checked(award);
    expect((await office(officePass, { params: { id: award }, body: { version } })).stage).toBe('authority-review');
  });
});
