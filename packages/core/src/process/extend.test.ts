import { describe, expect, it } from 'vitest';
import { chinaCalendar, liaoningPlan as plan, liaoningProcess as before } from '../testing/liaoning.ts';
import { applyAction, begin, makeProcess, movedDeadlines, revived, withClosings } from './index.ts';

const [window] = plan.windows;
const after = makeProcess(withClosings(plan, new Map([[window?.id ?? '', '2024-08-05']])), chinaCalendar);

describe('an extension for everybody', () => {
  it('moves what hangs on the window, the days after it too, and nothing else', () => {
    const moved = movedDeadlines(before, after);
    expect(moved.map(({ stage }) => stage)).toContain('office-check');
    expect(moved.find(({ stage }) => stage === 'draft')?.to.dueAt).toBe('2024-08-05T16:00:00.000Z');
    // Five working days after the closing: from 7 August to 12 August.
    expect(moved.find(({ stage }) => stage === 'stamped-page')).toMatchObject({
      from: { dueAt: '2024-08-07T16:00:00.000Z' },
      to: { dueAt: '2024-08-12T16:00:00.000Z' },
    });
    expect(moved.map(({ stage }) => stage)).not.toContain('paper-delivery');
    expect(movedDeadlines(before, before)).toEqual([]);
  });

  it('brings back whom the window ended, and nobody else', () => {
    const subject = { specialty: 'security', level: 'senior', route: 'normal' } as const;
    const draft = begin(before, subject, '2024-07-01T01:00:00.000Z');
    const late = '2024-07-31T16:03:00.000Z';
    const ended = applyAction(before, draft, { action: 'expire', actors: new Set(['time']), now: late });
    if (!ended.ok) throw new Error(ended.refusal.code);
    const back = revived(before, ended.state, window?.id ?? '', '2024-08-01T01:00:00.000Z', '平台故障');
    expect(back).toMatchObject({ stage: 'draft', since: '2024-08-01T01:00:00.000Z' });
    expect(back?.steps.at(-1)).toMatchObject({ action: 'extend', reason: '平台故障' });
    const gone = applyAction(before, draft, { action: 'withdraw', actors: new Set(['applicant']), now: late });
    if (!gone.ok) throw new Error(gone.refusal.code);
    expect(revived(before, gone.state, window?.id ?? '', late, '平台故障')).toBeNull();
  });
});
