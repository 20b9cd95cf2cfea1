import { type ActionInput, type Process, stageOf } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { missingConsents } from './consents.ts';
import { linkedPosts, recordedPost } from './posts.ts';
import { openSeals } from './sealing.ts';
import type { ApplicationRow } from './target.ts';

/** What rules and branches of an action look at beside its input; read only where the plan asks for it. */
export async function guardFacts(
  ctx: Ctx,
  process: Process,
  row: ApplicationRow,
  actionId: string,
): Promise<Partial<ActionInput>> {
  const action = stageOf(process, row.stage).actions.find(({ id }) => id === actionId);
  const branches = Array.isArray(action?.to) ? action.to : [];
  const chained = branches.some(({ when }) => when === 'seals-remain');
  const consenting = action?.needs.some(({ rule }) => rule === 'consents-given') ?? false;
  const posted = action?.needs.some(({ rule }) => rule === 'post-recorded') ?? false;
  return {
    ...(posted ? { postMissing: await postMissing(ctx, process, row) } : {}),
    ...(chained ? { sealsRemaining: Math.max(0, (await openSeals(ctx, row.id)).length - 1) } : {}),
    ...(consenting ? { consentsMissing: await missingConsents(ctx, process, row) } : {}),
  };
}

/** Whether the unit still has to say what the application does to its posts. */
async function postMissing(ctx: Ctx, process: Process, row: ApplicationRow): Promise<boolean> {
  if ((await linkedPosts(ctx, row, process)) === null) return false;
  return (await recordedPost(ctx, row.id)) === null;
}
