import { AppError, DEFENCE_FACTORS, REVIEW_FACTORS } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { PacketTarget } from '../target.ts';

export interface ScoreInput {
  readonly factors: Readonly<Record<string, number>>;
  readonly comment: string;
  readonly version: number | null;
}
export interface ScoreSheet {
  readonly factors: Record<string, number>;
  readonly total: number;
  readonly comment: string;
  readonly version: number;
}
const FULL = 10_000;

/**
 * Saves one expert's score of one packet, in hundredths of a point. The four factors carry a quarter each; together
 * they make at most 100 points. Scores assist, they never decide (辽宁2024年度通知七).
 */
export async function saveScore(
  ctx: Ctx,
  packet: PacketTarget,
  personId: string,
  kind: 'review' | 'defence',
  input: ScoreInput,
): Promise<ScoreSheet> {
  if (kind === 'defence' && packet.defence !== 'present') throw new AppError('DEFENCE_NOT_HELD');
  const names: readonly string[] = kind === 'defence' ? DEFENCE_FACTORS : REVIEW_FACTORS;
  const entries = Object.entries(input.factors);
  const complete = entries.length === names.length && names.every((name) => input.factors[name] !== undefined);
  const most = FULL / names.length;
  if (!complete || entries.some(([, points]) => points > most)) throw new AppError('FACTORS_WRONG');
  const total = entries.reduce((sum, [, points]) => sum + points, 0);
  const version = (input.version ?? -1) + 1;
  const factors = Object.fromEntries(entries);
  if (input.version === null) await insert();
  else await update(input.version);
  await ctx.record({
    organiserId: packet.organiserId,
    action: 'score.save',
    subject: { noun: 'packet', id: packet.packetId },
    data: { kind, version },
    personal: { of: personId, values: { total, factors } },
  });
  return { factors, total, comment: input.comment, version };

  async function insert(): Promise<void> {
    const { numInsertedOrUpdatedRows } = await ctx.tx
      .insertInto('packet.score')
      .values({
        packet_id: packet.packetId,
        person_id: personId,
        organiser_id: packet.organiserId,
        kind,
        factors: JSON.stringify(factors),
        total,
        comment: input.comment,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new AppError('STALE');
  }

  async function update(seen: number): Promise<void> {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('packet.score')
      .set({ factors: JSON.stringify(factors), total, comment: input.comment, version })
      .where('packet_id', '=', packet.packetId)
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('version', '=', seen)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new AppError('STALE');
  }
}
