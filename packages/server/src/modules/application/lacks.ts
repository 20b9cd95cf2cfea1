import type { ApplicationContent } from '@zhiping/contract';
import { type ContentLack, contentLacks, type Process } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { choosable, readMaterial } from './material.ts';
import type { ApplicationRow } from './target.ts';

/** What an application still lacks before its next step. From the online submission on, rows must be verified. */
export async function lacksOf(
  ctx: Ctx,
  process: Process,
  row: Pick<ApplicationRow, 'person_id' | 'state' | 'stage'>,
  content: ApplicationContent,
): Promise<readonly ContentLack[]> {
  const rows = choosable(await readMaterial(ctx, row.person_id));
  return contentLacks(process.plan, row.state.subject, content, rows, { verified: row.stage !== process.plan.start });
}
