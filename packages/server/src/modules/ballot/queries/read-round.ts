import type { RoundView } from '@zhiping/contract';
import { leastCount } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { packetCases } from '../../meeting/index.ts';
import type { RoundTarget } from '../target.ts';

const base64 = (bytes: Buffer | null) => bytes?.toString('base64') ?? null;

/** A round as its page shows it; keys and shares only reach those the table names. */
export async function readRound(ctx: Ctx, round: RoundTarget): Promise<RoundView> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('ballot_round as r')
      .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
      .selectAll('r')
      .select('m.title')
      .where('r.id', '=', round.roundId)
      .executeTakeFirstOrThrow();
    const attending = await ctx.tx
      .selectFrom('attendance')
      .select('person_id')
      .where('round_id', '=', round.roundId)
      .execute();
    const envelopes = await ctx.tx
      .selectFrom('packet.envelope')
      .select(['person_id', 'cast_'])
      .where('round_id', '=', round.roundId)
      .execute();
    const cases = (await packetCases(ctx, round.meetingId)).filter(({ packetId }) => row.items.includes(packetId));
    const me = ctx.actor.personId;
    const wrapped =
      row.wrapped_ephemeral && row.wrapped_box
        ? { ephemeral: row.wrapped_ephemeral.toString('base64'), box: row.wrapped_box.toString('base64') }
        : null;
    return {
      id: row.id,
      meetingId: row.meeting_id,
      meetingTitle: row.title,
      number: row.number,
      state: row.state,
      members: row.members,
      quorum: leastCount(row.members, row.rules.quorum),
      checkedIn: attending.length,
      present: row.present,
      cast: row.envelope_hashes?.length ?? envelopes.filter(({ cast_ }) => cast_).length,
      items: row.items.flatMap((packetId) => {
        const one = cases.find((found) => found.packetId === packetId);
        if (!one) return [];
        const needed = row.present === null ? null : leastCount(row.present, row.rules.pass);
        return [{ packetId, number: one.number, level: one.level, needed }];
      }),
      chairKey: base64(row.chair_key),
      supervisorKey: base64(row.supervisor_key),
      roundKey: base64(row.round_key),
      wrapped,
      handedShare: base64(row.handed_share),
      envelopeHashes: row.envelope_hashes,
      results: row.result === null ? null : [...row.result],
      voidReason: row.void_reason,
      mine:
        me !== null && round.expertPersonIds.includes(me)
          ? {
              checkedIn: attending.some(({ person_id }) => person_id === me),
              cast: envelopes.some(({ person_id, cast_ }) => person_id === me && cast_),
              recusedFrom: cases.filter((one) => !one.expertPersonIds.includes(me)).map(({ packetId }) => packetId),
            }
          : null,
    };
  });
}

/** Rounds the caller has a part in, the latest first. */
export async function listRounds(ctx: Ctx, scope: Scope) {
  return ctx.tx
    .selectFrom('ballot_round as r')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select(['r.id', 'r.meeting_id as meetingId', 'm.title as meetingTitle', 'r.number', 'r.state'])
    .where(
      scopeWhere(scope, {
        office: 'm.organiser_id',
        supervisor: 'm.organiser_id',
        chair: 'm.chair_person_id',
        expert: (ids) =>
          sql`exists (select from seat s where s.meeting_id = m.id and s.person_id = any(${[...ids]}::uuid[])
            and s.state = 'accepted')`,
      }),
    )
    .orderBy('m.held_on', 'desc')
    .orderBy('r.number', 'desc')
    .execute();
}

export async function roundsOf(ctx: Ctx, meetingId: string) {
  return ctx.tx
    .selectFrom('ballot_round')
    .select(['id', 'number', 'state'])
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
}
