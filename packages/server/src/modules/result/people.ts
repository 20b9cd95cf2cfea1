import { type ObjectionState, openObjections, type Plan, specialtyOf } from '@zhiping/core';
import { sql } from 'kysely';
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
  const states = await resultObjections(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows
    .filter((row) => passedOn(row) !== null)
    .map((row) => {
      const objections = states.get(row.id) ?? [];
      return {
        row,
        number: row.number,
        name: row.personName,
        unit: row.unitName,
        specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
        titleName: titleOf(plan, row.level),
        objections: objections.length,
        openObjections: openObjections(objections),
      };
    });
}

/** States of the objections to the results of applications, by application. */
export async function resultObjections(
  ctx: Ctx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ObjectionState[]>> {
  const rows = await ctx.tx
    .selectFrom('objection as o')
    .innerJoin('publicity as p', 'p.id', 'o.publicity_id')
    .select(['o.application_id', 'o.state'])
    .where('p.kind', '=', 'result')
    .where(sql<boolean>`o.application_id = any(${[...applicationIds]}::uuid[])`)
    .execute();
  const states = new Map<string, ObjectionState[]>();
  for (const row of rows) states.set(row.application_id, [...(states.get(row.application_id) ?? []), row.state]);
  return states;
}

/** Instant the committee passed it; null where it was never voted on or not passed. */
export function passedOn(row: Pick<ApplicationRow, 'state'>): string | null {
  return row.state.steps.findLast(({ action }) => action === 'pass')?.at ?? null;
}
