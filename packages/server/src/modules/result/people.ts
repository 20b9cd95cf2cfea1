import { openObjections, type Plan, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import type { ApplicationRow } from '../application/index.ts';
import { titleOf } from '../publicity/index.ts';

/** One person of a meeting whose ballot is counted, with the names a list writes. */
export interface ResultPerson {
  readonly row: ApplicationRow;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly specialty: string;
  readonly titleName: string;
  readonly objections: number;
  readonly openObjections: number;
}

/** Stages of an application that passed the ballot of its meeting. */
export const PASSED_STAGES = ['result-publicity', 'confirmation', 'certified', 'refused', 'cancelled'] as const;

/** Those of a meeting who passed, in the order of the meeting. Call it as the platform. */
export async function passedOf(ctx: Ctx, meetingId: string, plan: Plan): Promise<ResultPerson[]> {
  const rows = await ctx.tx
    .selectFrom('meeting_case as c')
    .innerJoin('application as a', 'a.id', 'c.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .selectAll('a')
    .select(['p.name as personName', 'u.name as unitName'])
    .where('c.meeting_id', '=', meetingId)
    .where('a.stage', 'in', [...PASSED_STAGES])
    .orderBy('c.number')
    .execute();
  const people: ResultPerson[] = [];
  for (const row of rows) {
    if (passedOn(row) === null) continue;
    const objections = await ctx.tx
      .selectFrom('objection as o')
      .innerJoin('publicity as p', 'p.id', 'o.publicity_id')
      .select('o.state')
      .where('o.application_id', '=', row.id)
      .where('p.kind', '=', 'result')
      .execute();
    people.push({
      row,
      number: row.number,
      name: row.personName,
      unit: row.unitName,
      specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
      titleName: titleOf(row.level),
      objections: objections.length,
      openObjections: openObjections(objections.map(({ state }) => state)),
    });
  }
  return people;
}

/** Instant the committee passed it; null where it was never voted on or not passed. */
export function passedOn(row: ApplicationRow): string | null {
  return row.state.steps.findLast(({ action }) => action === 'pass')?.at ?? null;
}
