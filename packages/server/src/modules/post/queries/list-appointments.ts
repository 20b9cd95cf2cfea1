import type { Appointment, SelfAppointment } from '@zhiping/contract';
import { levelOfGrade } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of a unit's appointments with their assessments: two statements whatever the page. */
export async function listAppointments(
  ctx: Ctx,
  unitId: string,
  { after, limit, personId }: Page & { readonly personId?: string | undefined },
): Promise<{ items: Appointment[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .selectAll('a')
    .select('p.name')
    .where('a.unit_id', '=', unitId)
    .$if(personId !== undefined, (query) => query.where('a.person_id', '=', personId ?? ''))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`a.id > ${after}`))
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const assessed =
    page.length === 0
      ? []
      : await ctx.tx
          .selectFrom('appointment_assessment')
          .select(['appointment_id', 'year', 'result', 'note'])
          .where(
            'appointment_id',
            'in',
            page.map(({ id }) => id),
          )
          .orderBy('year')
          .execute();
  return {
    items: page.map((row) => ({
      id: row.id,
      personId: row.person_id,
      personName: row.name,
      grade: row.grade,
      level: levelOfGrade(row.grade),
      postName: row.post_name,
      way: row.way,
      from: row.from_date,
      to: row.to_date,
      endReason: row.end_reason,
      assessments: assessed
        .filter((one) => one.appointment_id === row.id)
        .map(({ year, result, note }) => ({ year, result, note })),
      recordedAt: row.recorded_at,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

export async function listSelfAppointments(
  ctx: Ctx,
  unitId: string,
  { after, limit }: Page,
): Promise<{ items: SelfAppointment[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('self_appointment as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.id', 's.person_id', 'p.name', 's.specialty', 's.basis', 's.from_date', 's.note'])
    .where('s.unit_id', '=', unitId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`s.id > ${after}`))
    .orderBy('s.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ person_id: personId, name, from_date: from, ...row }) => ({
      ...row,
      personId,
      personName: name,
      from,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
