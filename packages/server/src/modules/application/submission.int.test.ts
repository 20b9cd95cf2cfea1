import {
  type ApplicationContent,
  type AppError,
  cancelApplication,
  type Client,
  editApplication,
  EMPTY_CONTENT,
  getMe,
  officeReturn,
  openCheck,
  readApplication,
  readCheck,
  saveCheckItems,
  submitApplication,
  unlockSubmission,
  withdrawApplication,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expertName } from '../../start/demonstration/expert-logins.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from './testing/arrange.ts';

let server: TestServer;
let office: Client;
beforeAll(async () => {
  server = await startTestServer();
  office = await server.loginAs('office');
  await server.moveClockTo('2024-07-10T02:00:00.000Z');
});
afterAll(() => server.close());

/** A technician needs no achievements: everything an application may lack is here. */
const CONTENT: ApplicationContent = {
  ...EMPTY_CONTENT,
  direction: '安防技术服务',
  selfReport: '任职以来的工作。',
  pledged: true,
  declassified: true,
  ownPart: true,
};
let used = 0;

/** An application of somebody new that waits for its submission, `submissions` of which are used. */
async function waiting(submissions = 0): Promise<{ id: string; client: Client }> {
  used += 1;
  const login: DemonstrationLogin = `expert${used}`;
  expect(expertName(used)).not.toBe('');
  const client = await server.loginAs(login);
  const { personId } = await client(getMe, {});
  const id = await server.asPlatform((ctx) =>
    arrangeApplication(ctx, {
      personId,
      subject: { specialty: 'security', level: 'technician', route: 'normal' },
      state: { stage: 'online-submission', submissions },
      content: CONTENT,
    }),
  );
  return { id, client };
}

const submit = (client: Client, id: string, version: number) =>
  client(submitApplication, { params: { id }, body: { version } });
const versionOf = async (client: Client, id: string) => (await client(readApplication, { params: { id } })).version;

/** The office opens the check, asks for one correction and accepts everything else. */
async function returned(client: Client, id: string): Promise<void> {
  await office(openCheck, { params: { id }, body: { version: await versionOf(office, id) } });
  const check = await office(readCheck, { params: { id } });
  for (const [index, item] of check.items.entries()) {
    const wrong = index === 0;
    await office(saveCheckItems, {
      params: { id },
      body: {
        submission: check.submission?.ordinal ?? 0,
        items: [
          {
            place: item.place,
            decision: wrong ? 'correct' : 'accepted',
            problem: wrong ? '材料不全' : '',
            whatToDo: wrong ? '请补充' : '',
            lateReason: wrong && item.seenBefore ? '前次遗漏' : '',
          },
        ],
      },
    });
  }
  await office(officeReturn, { params: { id }, body: { version: await versionOf(client, id) } });
}

describe('three submissions (LN-2024 五(五)3)', () => {
  it('returns, is submitted again, locks after the third return and goes on when the office grants one more', async () => {
    const { id, client } = await waiting();
    for (let round = 1; round <= 3; round += 1) {
      const { ordinal, version } = await submit(client, id, await versionOf(client, id));
      expect(ordinal).toBe(round);
      await expect(submit(client, id, version)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
      await returned(client, id);
      const view = await client(readApplication, { params: { id } });
      expect(view.returned?.items).toMatchObject([{ problem: '材料不全', whatToDo: '请补充' }]);
      expect(view.submissions.left).toBe(3 - round);
      expect(view.returned).toMatchObject({ from: '评委会办公室审核', unchanged: true });
    }
    const version = await versionOf(client, id);
    await expect(submit(client, id, version)).rejects.toMatchObject({ code: 'SUBMISSIONS_USED_UP' });
    const locked = await client(readApplication, { params: { id } });
    expect(locked.waiting).toMatchObject({ who: 'office', yours: false });
    await office(unlockSubmission, { params: { id }, body: { version, reason: '平台故障占用一次' } });
    expect((await submit(client, id, version + 1)).ordinal).toBe(4);
  });

  it('lets exactly one of fifty parallel submissions through at the third attempt', async () => {
    const { id, client } = await waiting(2);
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => submit(client, id, 0)));
    const through = answers.filter(({ status }) => status === 'fulfilled');
    expect(through).toHaveLength(1);
    const codes = answers.flatMap((one) => (one.status === 'rejected' ? [(one.reason as AppError).code] : []));
    // Late ones see the new stage (not there any more), those in the queue the new version.
    expect(codes.every((code) => code === 'STALE' || code === 'NOT_AT_THIS_STEP')).toBe(true);
    const rows = await server.asPlatform((ctx) =>
      ctx.tx.selectFrom('application_submission').select('ordinal').where('application_id', '=', id).execute(),
    );
    expect(rows).toEqual([{ ordinal: 3 }]);
  });
});

describe('answering a return', () => {
  it('ticks off what was changed and no longer warns of an unchanged resubmission', async () => {
    const { id, client } = await waiting();
    await submit(client, id, 0);
    await office(openCheck, { params: { id }, body: { version: 1 } });
    const check = await office(readCheck, { params: { id } });
    for (const item of check.items) {
      const wrong = item.place === 'form.self-report';
      await office(saveCheckItems, {
        params: { id },
        body: {
          submission: 1,
          items: [
            {
              place: item.place,
              decision: wrong ? 'correct' : 'accepted',
              problem: wrong ? '述职过于简单' : '',
              whatToDo: wrong ? '请写明主要工作' : '',
              lateReason: '',
            },
          ],
        },
      });
    }
    const back = await office(officeReturn, { params: { id }, body: { version: 2 } });
    const before = await client(readApplication, { params: { id } });
    expect(before.returned).toMatchObject({
      unchanged: true,
      items: [{ place: 'form.self-report', title: '本人述职', answered: false }],
    });
    await client(editApplication, {
      params: { id },
      body: { version: back.version, fields: { selfReport: '任职以来主要从事安防系统的安装、调试与维护。' } },
    });
    const after = await client(readApplication, { params: { id } });
    expect(after.returned).toMatchObject({ unchanged: false, items: [{ answered: true }] });
  });
});

describe('withdrawing (product F5)', () => {
  it('is possible until the office opens the check, then no more; a withdrawal and an opening never both win', async () => {
    const { id, client } = await waiting();
    const { version } = await submit(client, id, 0);
    await expect(office(withdrawApplication, { params: { id }, body: { version } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const race = await Promise.allSettled([
      client(withdrawApplication, { params: { id }, body: { version } }),
      office(openCheck, { params: { id }, body: { version } }),
    ]);
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

    const other = await waiting();
    const submitted = await submit(other.client, other.id, 0);
    const opened = await office(openCheck, { params: { id: other.id }, body: { version: submitted.version } });
    await expect(
      other.client(withdrawApplication, { params: { id: other.id }, body: { version: opened.version } }),
    ).rejects.toMatchObject({ code: 'CHECK_ALREADY_OPENED' });
    await expect(
      office(cancelApplication, { params: { id: other.id }, body: { version: opened.version, reason: ' ' } }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const ended = await office(cancelApplication, {
      params: { id: other.id },
      body: { version: opened.version, reason: '证书系伪造' },
    });
    expect(ended.stage).toBe('cancelled');
    const view = await other.client(readApplication, { params: { id: other.id } });
    expect(view.waiting.why).toContain('理由：证书系伪造');
  });
});

describe('the closing of the window (LN-2024 四(三))', () => {
  it('acknowledges exactly what is on the list when it is frozen, and afterwards everything unpassed is overdue', async () => {
    const cases = await Promise.all(Array.from({ length: 20 }, () => waiting()));
    await server.moveClockTo('2024-07-31T15:59:59.000Z');
    const acknowledged = new Set<string>();
    const refused = new Map<string, string>();
    await Promise.all(
      cases.map(async ({ id, client }, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 90));
        await submit(client, id, 0).then(
          () => acknowledged.add(id),
          (error: unknown) => refused.set(id, (error as AppError).code),
        );
      }),
    );
    expect(acknowledged.size).toBeGreaterThan(0);
    expect(new Set(refused.values())).toEqual(new Set(['WINDOW_CLOSED']));
    await server.moveClockTo('2024-07-31T16:05:00.000Z');
    const rows = await server.asPlatform((ctx) =>
      ctx.tx
        .selectFrom('application_submission')
        .select(['application_id', 'received_at'])
        .where(
          'application_id',
          'in',
          cases.map(({ id }) => id),
        )
        .execute(),
    );
    expect(new Set(rows.map((row) => row.application_id))).toEqual(acknowledged);
    for (const { received_at: receivedAt } of rows) expect(receivedAt < '2024-07-31T16:00:00.000Z').toBe(true);
    for (const { id, client } of cases.slice(0, 3)) {
      const view = await client(readApplication, { params: { id } });
      expect(view.stage).toBe('expired');
      expect(view.waiting.who).toBe('nobody');
    }
  });
});
