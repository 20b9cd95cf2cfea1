import type { ApplicationContent } from '@zhiping/contract';
import { type ContentLack, contentLacks, type Process, stageOf } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { photoFindings } from '../photo/index.ts';
import { isPledgeSigned } from '../signature/index.ts';
import { choosable, readMaterial } from './material.ts';
import type { ApplicationRow } from './target.ts';

/** What an application still lacks before its next step. */
export async function lacksOf(
  ctx: Ctx,
  process: Process,
  row: Pick<ApplicationRow, 'id' | 'person_id' | 'organiser_id' | 'state' | 'stage' | 'pack' | 'pack_number'>,
  content: ApplicationContent,
): Promise<readonly ContentLack[]> {
  const photo = await photoFindings(ctx, process.plan, row);
  const signed = await isPledgeSigned(ctx, row);
  const rows = choosable(await readMaterial(ctx, row.person_id));
  // What is frozen next must be verified: from there on everybody relies on it.
  const verified = stageOf(process, row.stage).actions.some((action) => action.do.includes('freeze-snapshot'));
  return contentLacks(process.plan, row.state.subject, content, rows, { verified, signed, photo });
}
