import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeCalendar, parseCalendarYear } from '../calendar/index.ts';
import { parsePlan } from '../plan/index.ts';
import { makeProcess } from '../process/index.ts';

const policies = join(import.meta.dirname, '../../../../policies');

export function readYaml(path: string): unknown {
  return parse(readFileSync(join(policies, path), 'utf8'));
}

/** The calendars of the repository. */
export const chinaCalendar = makeCalendar(
  readdirSync(join(policies, 'calendars'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseCalendarYear(readYaml(`calendars/${name}`))),
);

/** The plan of the repository, as tests of other parts need it. */
export const liaoningPlan = parsePlan(readYaml('liaoning/ln-2024-eng/plan.yaml'));
export const liaoningProcess = makeProcess(liaoningPlan, chinaCalendar);
