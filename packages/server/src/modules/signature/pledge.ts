import { sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, processOf } from '../application/index.ts';

/** The applicant's pledge of a plan, word by word, with its hash. */
export async function pledgeOf(
  ctx: Ctx,
  row: Pick<ApplicationRow, 'pack' | 'pack_number' | 'organiser_id'>,
): Promise<{ readonly text: string; readonly hash: string }> {
  const { plan } = await processOf(ctx, row);
  const text = plan.pledges.find(({ by }) => by === 'applicant')?.text ?? '';
  return { text, hash: sha256Hex(text) };
}
