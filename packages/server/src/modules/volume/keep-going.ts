import { asPlatform } from '../../context.ts';
import { removeFile } from '../../files/store.ts';
import type { Installation } from '../../installation.ts';
import { systemMillis } from '../../time/clocks.ts';
import { SILENT_MS } from './commands/make-volumes.ts';
import { MAKE } from './commands/order-volumes.ts';

const ACTION = 'system.volume-sweep';

/** Starts orders anew whose server died at work, and removes results kept long enough. */
export async function keepVolumesGoing(installation: Installation): Promise<void> {
  const silentSince = new Date(systemMillis() - SILENT_MS).toISOString();
  await asPlatform(installation, ACTION, async (ctx) => {
    const silent = await ctx.tx
      .selectFrom('volume_order')
      .select('id')
      .where('state', '=', 'working')
      .where('beat_at', '<', silentSince)
      .limit(50)
      .execute();
    // A key of its own: the job of the dead server still stands locked in the queue.
    for (const { id } of silent) await ctx.enqueue({ task: MAKE, payload: { id }, key: `${MAKE}:${ctx.newId()}` });
  });
  const gone = await asPlatform(installation, ACTION, async ({ tx, systemNow }) => {
    const expired = await tx
      .selectFrom('volume_order')
      .select(['id', 'blob_id'])
      .where('state', '=', 'done')
      .where('expires_at', '<', systemNow)
      .limit(50)
      .forUpdate()
      .skipLocked()
      .execute();
    const blobs = expired.flatMap(({ blob_id }) => (blob_id === null ? [] : [blob_id]));
    if (expired.length > 0) {
      const ids = expired.map(({ id }) => id);
      await tx.updateTable('volume_order').set({ state: 'expired', blob_id: null }).where('id', 'in', ids).execute();
    }
    if (blobs.length > 0) await tx.deleteFrom('blob').where('id', 'in', blobs).execute();
    return blobs;
  });
  for (const id of gone) await removeFile(installation, id);
}
