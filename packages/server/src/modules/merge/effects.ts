import type { MergeEffects, MovedKind } from '@zhiping/contract';
import { OBSTACLES, type ObstacleKind, obstaclesTo, type Relation, stageOf } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { processOf } from '../application/index.ts';
import { dealingsBetween, holdingsOf } from './holdings.ts';

/** Where what is counted for the preview lies. */
const COUNTED: readonly (readonly [kind: MovedKind, from: string])[] = [
  ['archive-rows', 'archive_row where person_id'],
  ['evidence', 'archive_evidence e join blob b on b.id = e.blob_id where e.removed_at is null and b.owner_person_id'],
  ['photos', 'archive_photo where person_id'],
  ['certificates', 'certificate where person_id'],
  ['memberships', 'unit_member where person_id'],
  ['pool-entries', 'expert where person_id'],
  ['consultations', 'consultation where person_id'],
  ['attestations', 'unit_attestation where person_id'],
  ['appointments', 'appointment where person_id'],
  ['registrations', 'unit_registration where person_id'],
  ['messages', 'message where person_id'],
  ['privacy-requests', 'privacy_request where person_id'],
  ['tokens', 'api_token where revoked_at is null and person_id'],
  ['webhooks', 'webhook where ended_at is null and person_id'],
  ['identities', 'identity_link where person_id'],
];

/** What stands in the way of joining `from` into `into` now. Runs as the platform. */
export async function obstaclesNow(ctx: Ctx, into: string, from: string): Promise<readonly ObstacleKind[]> {
  const [stays, joined] = [await holdingsOf(ctx, into), await holdingsOf(ctx, from)];
  return obstaclesTo(stays, joined, await dealingsBetween(ctx, into, from));
}

/** What joining `from` into `into` would do as things stand now, and what stands in the way. Runs as the platform. */
export async function effectsOf(ctx: Ctx, into: string, from: string): Promise<MergeEffects> {
  const counts = sql.join(COUNTED.map(([, where]) => sql`(select count(*) from ${sql.raw(where)} = ${from})`));
  const { rows } = await sql<{ counts: string[] }>`select array[${counts}]::text[] as counts`.execute(ctx.tx);
  const counted = rows[0]?.counts ?? [];
  const obstacles = await obstaclesNow(ctx, into, from);
  return {
    moves: COUNTED.flatMap(([kind], at) => {
      const count = Number(counted[at] ?? 0);
      return count === 0 ? [] : [{ kind, count }];
    }),
    applications: await applicationsOf(ctx, from),
    relations: await relationsOf(ctx, from),
    obstacles: obstacles.map((kind) => ({ kind, ...OBSTACLES[kind] })),
  };
}

async function applicationsOf(ctx: Ctx, personId: string): Promise<MergeEffects['applications']> {
  const rows = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('plan as l', 'l.id', 'a.plan_id')
    .select(['a.number', 'l.name as plan', 'l.year', 'a.stage', 'a.pack', 'a.pack_number', 'a.organiser_id'])
    .where('a.person_id', '=', personId)
    .orderBy('a.id', 'desc')
    .limit(100)
    .execute();
  const lines: MergeEffects['applications'] = [];
  for (const row of rows) {
    const process = await processOf(ctx, row);
    const { number, plan: name, year, stage } = row;
    lines.push({ number, plan: name, year, stageName: stageOf(process, stage).name });
  }
  return lines;
}

async function relationsOf(ctx: Ctx, personId: string): Promise<MergeEffects['relations']> {
  const { rows } = await sql<{ relation: Relation; subjectName: string }>`select r.relation,
      coalesce(u.name, o.name, y.name, s.name, '') as "subjectName"
    from relation r left join unit u on u.id = r.subject_id left join organiser o on o.id = r.subject_id
      left join authority y on y.id = r.subject_id left join association s on s.id = r.subject_id
    where r.person_id = ${personId} and r.ended_at is null order by r.id`.execute(ctx.tx);
  return rows;
}
