import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { PacketTarget } from '../target.ts';

/** 人社部令第40号第二十一条: a written opinion of at least three experts. */
export const MIN_SIGNATURES = 3;

export interface OpinionView {
  readonly text: string;
  readonly recommended: boolean;
  readonly signatures: number;
  readonly signedByMe: boolean;
  readonly complete: boolean;
  readonly version: number;
}

/** Drafts or changes the opinion of the group. Signatures were given to the words before, so they fall. */
export async function writeOpinion(
  ctx: Ctx,
  packet: PacketTarget,
  personId: string,
  input: { readonly text: string; readonly recommended: boolean; readonly version: number | null },
): Promise<OpinionView> {
  const { packetId } = packet;
  const { text, recommended } = input;
  const version = (input.version ?? -1) + 1;
  const changed =
    input.version === null
      ? (
          await ctx.tx
            .insertInto('packet.opinion')
            .values({ packet_id: packetId, text, recommended })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await ctx.tx
            .updateTable('packet.opinion')
            .set({ text, recommended, version })
            .where('packet_id', '=', packetId)
            .where('version', '=', input.version)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (changed !== 1n) throw new AppError('STALE');
  await ctx.tx.deleteFrom('packet.opinion_signature').where('packet_id', '=', packetId).execute();
  await ctx.tx.insertInto('packet.opinion_signature').values({ packet_id: packetId, person_id: personId }).execute();
  await ctx.record({
    organiserId: packet.organiserId,
    action: 'opinion.write',
    subject: { noun: 'packet', id: packetId },
    data: { recommended, version },
    personal: { of: personId, values: { text } },
  });
  return { text, recommended, signatures: 1, signedByMe: true, complete: false, version };
}

/** Signs the words the expert saw; changed words answer STALE. */
export async function signOpinion(ctx: Ctx, packet: PacketTarget, personId: string, version: number) {
  const opinion = await ctx.tx
    .selectFrom('packet.opinion')
    .select('version')
    .where('packet_id', '=', packet.packetId)
    .forUpdate()
    .executeTakeFirst();
  if (!opinion) throw new AppError('OPINION_MISSING');
  if (opinion.version !== version) throw new AppError('STALE');
  await ctx.tx
    .insertInto('packet.opinion_signature')
    .values({ packet_id: packet.packetId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return ctx.record({
    organiserId: packet.organiserId,
    action: 'opinion.sign',
    subject: { noun: 'packet', id: packet.packetId },
    data: { version },
  });
}
