import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { advance, type Advanced } from '../advance.ts';
import { contentOf } from '../content.ts';
import { lacksOf } from '../lacks.ts';
import { processOf } from '../process-of.ts';
import { loadApplication } from '../target.ts';

/** Hands the application to the unit, LN-2024 五(一), when nothing is lacking. */
export async function sendToUnit(ctx: Ctx, applicationId: string, version: number): Promise<Advanced> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const process = await processOf(ctx, target.row.pack, target.row.pack_number);
  const lacks = await lacksOf(ctx, process, target.row, contentOf(target.row));
  const contentProblems = lacks.map(({ words }) => words);
  return advance(ctx, applicationId, 'send-to-unit', { contentProblems }, { version });
}
