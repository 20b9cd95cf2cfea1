import { AppError, type PacketItem, type PacketView } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { MIN_SIGNATURES } from '../commands/opinion.ts';
import type { PacketTarget } from '../target.ts';

/** A packet with the caller's own scores. Runs as the role of expert routes. */
export async function readPacket(ctx: Ctx, packet: PacketTarget, personId: string): Promise<PacketView> {
  const row = await ctx.tx.selectFrom('packet.packet').selectAll().where('id', '=', packet.packetId).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND');
  const files = await ctx.tx
    .selectFrom('packet.file')
    .select(['id', 'position as number', 'name', 'media_type as mediaType'])
    .where('packet_id', '=', packet.packetId)
    .orderBy('position')
    .execute();
  const scores = await ctx.tx
    .selectFrom('packet.score')
    .select(['kind', 'factors', 'total', 'comment', 'version'])
    .where('packet_id', '=', packet.packetId)
    .where('person_id', '=', personId)
    .execute();
  const sheet = (kind: 'review' | 'defence') => {
    const found = scores.find((score) => score.kind === kind);
    if (!found) return null;
    const { factors, total, comment, version } = found;
    return { factors, total, comment, version };
  };
  return {
    id: row.id,
    meetingId: row.meeting_id,
    number: row.number,
    level: row.level,
    specialty: row.specialty,
    content: row.content,
    files,
    defence: packet.defence,
    defenceAt: packet.defenceAt,
    defenceRoom: packet.defenceRoom,
    reviewScore: sheet('review'),
    defenceScore: sheet('defence'),
    opinion: await readOpinion(ctx, packet.packetId, personId),
  };
}

export async function readOpinion(ctx: Ctx, packetId: string, personId: string): Promise<PacketView['opinion']> {
  const opinion = await ctx.tx
    .selectFrom('packet.opinion')
    .selectAll()
    .where('packet_id', '=', packetId)
    .executeTakeFirst();
  if (!opinion) return null;
  const signed = await ctx.tx
    .selectFrom('packet.opinion_signature')
    .select('person_id')
    .where('packet_id', '=', packetId)
    .execute();
  return {
    text: opinion.text,
    recommended: opinion.recommended,
    signatures: signed.length,
    signedByMe: signed.some(({ person_id }) => person_id === personId),
    complete: signed.length >= MIN_SIGNATURES,
    version: opinion.version,
  };
}

/** The blob behind a file of a packet; null where the packet has no such file. */
export async function packetFile(ctx: Ctx, packetId: string, fileId: string) {
  return ctx.tx
    .selectFrom('packet.file')
    .select(['blob_id as blobId', 'name', 'media_type as mediaType'])
    .where('packet_id', '=', packetId)
    .where('id', '=', fileId)
    .executeTakeFirst();
}

/** The caller's packets in meetings under way. */
export async function listPackets(ctx: Ctx, personId: string): Promise<PacketItem[]> {
  const exists = (table: string, more = '') =>
    sql<boolean>`exists (select from ${sql.raw(table)} x where x.packet_id = p.id and x.person_id = ${personId}
      ${sql.raw(more)})`;
  const rows = await ctx.tx
    .selectFrom('packet.mine as r')
    .innerJoin('packet.packet as p', 'p.id', 'r.packet_id')
    .innerJoin('meeting as m', 'm.id', 'r.meeting_id')
    .select([
      'p.id',
      'p.meeting_id as meetingId',
      'm.title as meetingTitle',
      'm.stage as meetingStage',
      'p.number',
      'p.level',
      'p.specialty',
      exists('packet.score', `and x.kind = 'review'`).as('reviewed'),
      exists('packet.score', `and x.kind = 'defence'`).as('defenceScored'),
      exists('packet.opinion_signature').as('opinionSigned'),
    ])
    .orderBy('m.held_on')
    .orderBy('p.number')
    .execute();
  const defences = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('meeting_case')
      .select(['packet_id', 'defence'])
      .where('packet_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
      .execute(),
  );
  return rows.map((row) => ({
    ...row,
    defenceNeeded: defences.some(({ packet_id, defence }) => packet_id === row.id && defence !== 'none'),
  }));
}

/** The total an expert gave; null where none is given yet. */
export async function readScore(
  ctx: Ctx,
  packetId: string,
  personId: string,
  kind: 'review' | 'defence',
): Promise<number | null> {
  const row = await ctx.tx
    .selectFrom('packet.score')
    .select('total')
    .where('packet_id', '=', packetId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.total ?? null;
}
