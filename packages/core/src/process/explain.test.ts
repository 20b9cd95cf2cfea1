import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CalendarYear, makeCalendar, parseCalendarYear } from '../calendar/index.ts';
import { parsePlan, PLAN_ROUTES, type PlanRoute } from '../plan/index.ts';
import { begin, type CaseState, explainCase, makeProcess, type Process, timeline } from './index.ts';

const policies = new URL('../../../../policies/', import.meta.url);
const yaml = (path: string): unknown => parse(readFileSync(new URL(path, policies), 'utf8'));
const calendars: CalendarYear[] = readdirSync(new URL('calendars/', policies)).map((file) =>
  parseCalendarYear(yaml(`calendars/${file}`)),
);
const PLANS = ['liaoning/ln-2024-eng', 'liaoning/ln-2024-econ', 'zhejiang/zj-2022', 'tianjin/tj-2019'];
const processes = PLANS.map((path) => makeProcess(parsePlan(yaml(`${path}/plan.yaml`)), makeCalendar(calendars)));

/** A day in the applicants' window of a plan, and one after everything. */
function instantsOf({ plan }: Process): readonly string[] {
  const days = plan.windows.flatMap(({ opensOn, closesOn }) => [opensOn, closesOn]).toSorted();
  return [`${days[0]}T02:00:00.000Z`, `${days.at(-1)}T02:00:00.000Z`];
}

/** Every state an application of a plan can stand in: each stage, fresh, returned, overdue and with a publicity that runs. */
function statesOf(process: Process): readonly CaseState[] {
  const { plan } = process;
  const [now = ''] = instantsOf(process);
  const specialty = plan.specialties[0];
  const level = specialty?.levels.at(-1) ?? 'senior';
  const routes = plan.routes.map(({ id }) => id).filter((id): id is PlanRoute => PLAN_ROUTES.includes(id));
  return routes.slice(0, 2).flatMap((route) =>
    plan.stages.flatMap(({ id: stage, ...rest }) => {
      const fresh: CaseState = {
        ...begin(process, { specialty: specialty?.id ?? '', level, route }, now),
        stage,
        since: now,
      };
      const items = [{ place: 'form.self-report', label: '', problem: '缺', whatToDo: '补' }];
      const from = plan.stages.find(({ actions }) => actions.some((action) => action.do.includes('remember-return')));
      const noReturn = rest.whyReturned === undefined || from === undefined;
      return [
        fresh,
        ...(noReturn ? [] : [{ ...fresh, returned: { from: from.id, at: now, items } }]),
        ...(rest.deadlines.some(({ kind }) => kind === 'period')
          ? [
              {
                ...fresh,
                period: { startsOn: now.slice(0, 10), lastDay: now.slice(0, 10), endsAt: now, provisional: false },
              },
            ]
          : []),
        { ...fresh, overdueSince: now },
      ] as CaseState[];
    }),
  );
}

describe('why an application waits, who must act and until when, for every state of every plan (F6)', () => {
  it.each(processes.map((process) => [process.plan.title, process] as const))('%s', (_title, process) => {
    let looked = 0;
    for (const state of statesOf(process)) {
      const stage = process.plan.stages.find(({ id }) => id === state.stage);
      for (const now of instantsOf(process)) {
        const told = explainCase(process, state, now);
        looked += 1;
        expect(told.why.length, `${state.stage}: why`).toBeGreaterThan(5);
        expect(told.why, `${state.stage}: a whole sentence`).toMatch(/[。！？]$|理由：/);
        expect(told.whoName, `${state.stage}: who`).not.toBe('');
        expect(told.next.length, `${state.stage}: next`).toBeGreaterThan(5);
        if (stage?.end !== undefined) expect(told).toMatchObject({ who: 'nobody', until: null });
        else expect(told.who, `${state.stage} waits for somebody`).not.toBe('nobody');
        const bound = stage?.deadlines.some((one) => one.kind === 'window' && one.then === 'expire') ?? false;
        if (bound && state.period === null) expect(told.until?.words, `${state.stage}: until`).toMatch(/\d{4}年/);
      }
      expect(timeline(process, state, state.since).filter((mark) => mark.state === 'now').length).toBeLessThanOrEqual(
        1,
      );
    }
    expect(looked).toBeGreaterThan(80);
  });
});
