import { describe, expect, it } from 'vitest';
import { begin, type CaseState } from '../process/index.ts';
import type { ProcessActor } from '../plan/index.ts';
import { liaoningProcess as process } from '../testing/liaoning.ts';
import { noticesOf } from './notices.ts';
import { renderMessage } from './templates.ts';

const NOW = '2024-07-01T02:00:00.000Z';
const draft = begin(process, { specialty: 'security', level: 'senior', route: 'normal' }, NOW);
const step = { action: 'x', by: 'unit', at: NOW, from: 'a', to: 'b', reason: null } as const;
const moved = (to: Partial<CaseState>, by: ProcessActor, from: Partial<CaseState> = {}) =>
  noticesOf(process, {
    number: 'N1',
    before: { ...draft, ...from },
    after: { ...draft, steps: [step], ...to },
    by,
  }).map(({ to: who, template, slots, about, occasion }) => ({
    who,
    template,
    about,
    occasion,
    ...renderMessage(template, slots),
  }));

describe('who is told what', () => {
  it('tells the unit of each case, and the office once a day and stage', () => {
    expect(moved({ stage: 'unit-review' }, 'applicant')).toMatchObject([
      { who: 'unit', template: 'work.one', about: 'application', occasion: 'step 1' },
    ]);
    expect(moved({ stage: 'office-check' }, 'applicant')).toMatchObject([
      { who: 'office', template: 'work.today', about: 'plan', occasion: 'office-check 2024-07-01' },
    ]);
    expect(moved({ stage: 'unit-appraisal' }, 'unit', { stage: 'unit-review' })).toEqual([]);
  });

  it('tells the applicant of a return with the number of items, never what they say', () => {
    const items = [{ place: 'rows.1', label: '', problem: '缺结题证明', whatToDo: '上传' }];
    const returned = { from: 'office-check', at: NOW, items };
    const [told] = moved({ stage: 'online-submission', returned }, 'office', { stage: 'office-check' });
    expect(told).toMatchObject({ who: 'applicant', template: 'application.returned' });
    expect(told?.body).toContain('共 1 项');
    expect(told?.body).not.toContain('结题');
  });

  it('tells the applicant how it ended, unless they ended it', () => {
    expect(moved({ stage: 'refused' }, 'office', { stage: 'office-check' })).toMatchObject([
      { who: 'applicant', template: 'application.stopped' },
    ]);
    expect(moved({ stage: 'withdrawn' }, 'applicant')).toEqual([]);
    expect(moved({ stage: 'certified' }, 'confirmer', { stage: 'confirmation' })).toMatchObject([
      { template: 'application.succeeded' },
    ]);
  });

  it('says nothing of a step inside a stage', () => {
    expect(moved({ stage: 'office-check', openedAt: NOW }, 'office', { stage: 'office-check' })).toEqual([]);
  });
});
