import { type Frontier, FIRST_LINK, frontierRoot, signCheckpoint } from '@zhiping/core';
import type { Ctx } from '../context.ts';
import type { Installation } from '../installation.ts';
import { readFrontier } from './frontier.ts';

/** A signed note of how far the record goes and its root, for whoever wants to keep it. Runs as the platform. */
export async function makeCheckpoint(ctx: Ctx): Promise<string> {
  const frontier = await readFrontier(ctx.tx);
  const last = await ctx.tx
    .selectFrom('record_entry')
    .select('link')
    .where('seq', '=', BigInt(frontier.size - 1))
    .executeTakeFirst();
  return signedNote(ctx.installation, frontier, last?.link ?? FIRST_LINK);
}

/** The note of a record with this frontier whose last entry has this link. */
export function signedNote({ settings, keys }: Installation, frontier: Frontier, link: string): string {
  const origin = `${new URL(settings.publicUrl).host}/record`;
  return signCheckpoint({ origin, size: frontier.size, root: frontierRoot(frontier), link }, keys.record);
}
