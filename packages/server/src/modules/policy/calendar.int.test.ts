import { approvePolicy, draftCalendar, listCalendars, listCalendarVersions } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const year2027 = {
  year: 2027,
  notice: { title: '关于2027年部分节假日安排的通知', number: '试〔2026〕1号', issued: '2026-11-01' },
  off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  work: ['2027-01-09'],
};

describe('working-day tables', () => {
  it('are drafted by one policy owner and in use once two have approved, each version kept with who and why', async () => {
    const [policy, second] = [await server.loginAs('policy'), await server.loginAs('policy2')];
    const params = { year: 2027 };
    const drafted = await policy(draftCalendar, { params, body: { calendar: year2027, reason: '通知发布' } });
    expect(drafted).toMatchObject({ number: 1, publishedAt: null, reason: '通知发布', approvals: [] });
    expect((await policy(listCalendars, {})).waiting).toEqual([2027]);
    const open = await server.anyone(listCalendars, {});
    expect(open.waiting).toBeUndefined();
    expect(open.items.map(({ calendar }) => calendar.year)).toEqual([2026, 2025, 2024, 2023, 2022]);

    const version = { params: { pack: 'cn-2027', number: 1 }, body: { hash: drafted.hash } };
    expect(await policy(approvePolicy, version)).toEqual({ published: false });
    expect(await second(approvePolicy, version)).toEqual({ published: true });
    expect((await server.anyone(listCalendars, {})).items[0]?.calendar.work).toEqual(['2027-01-09']);

    const amended = { ...year2027, work: ['2027-01-10'] };
    await policy(draftCalendar, { params, body: { calendar: amended, reason: '更正调休日' } });
    const { items } = await policy(listCalendarVersions, { params });
    expect(items.map(({ number, reason, publishedAt }) => [number, reason, publishedAt !== null])).toEqual([
      [2, '更正调休日', false],
      [1, '通知发布', true],
    ]);
    expect(items[1]?.approvals).toHaveLength(2);
  });

  it('that contradict themselves, say nothing new or come from others are refused', async () => {
    const policy = await server.loginAs('policy');
    const params = { year: 2027 };
    const wrong = { ...year2027, work: ['2027-01-01', '2027-01-08'] };
    await expect(policy(draftCalendar, { params, body: { calendar: wrong, reason: '错' } })).rejects.toMatchObject({
      code: 'CALENDAR_INVALID',
    });
    await expect(policy(draftCalendar, { params, body: { calendar: year2027, reason: '同' } })).rejects.toMatchObject({
      code: 'POLICY_ALREADY_THERE',
    });
    for (const login of ['office', 'system', 'applicant'] as const) {
      const call = await server.loginAs(login);
      const draft = call(draftCalendar, { params, body: { calendar: year2027, reason: '不该' } });
      await expect(draft).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(call(listCalendarVersions, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
