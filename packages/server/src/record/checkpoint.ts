import { rootOf, signCheckpoint } from '@zhiping/core';
import type { Ctx } from '../context.ts';

/** A signed note of how far the record goes and its root, for whoever wants to keep it. Runs as the platform. */
export async function makeCheckpoint(ctx: Ctx): Promise<string> {
  const entries = await ctx.tx.selectFrom('record_entry').select(['leaf', 'link']).orderBy('seq').execute();
  const root = rootOf(entries.map(({ leaf }) => leaf));
  const link = entries.at(-1)?.link ?? '0'.repeat(64);
  const { settings, keys } = ctx.installation;
  const origin = `${new URL(settings.publicUrl).host}/record`;
  return signCheckpoint({ origin, size: entries.length, root, link }, keys.record);
}
