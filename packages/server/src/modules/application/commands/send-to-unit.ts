import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { assertStaffed } from '../../archive/index.ts';
import { noteUses } from '../../reuse/index.ts';
import { advance, type Advanced } from '../advance.ts';
import { contentOf } from '../content.ts';
import { lacksOf } from '../lacks.ts';
import { readMaterial } from '../material.ts';
import { processOf } from '../process-of.ts';
import { loadApplication } from '../target.ts';

/** Hands the application to the unit, LN-2024 五(一), when nothing is lacking and somebody there can take it. */
export async function sendToUnit(ctx: Ctx, applicationId: string, version: number): Promise<Advanced> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  await assertStaffed(ctx, target.row.unit_id, target.row.person_id);
  const process = await processOf(ctx, target.row);
  const content = contentOf(target.row);
  const lacks = await lacksOf(ctx, process, target.row, content);
  const contentProblems = lacks.map(({ words }) => words);
  const material = await readMaterial(ctx, target.row.person_id);
  const used = material.filter(({ stored }) => content.rows.includes(stored.id));
  // The unit sees already what others use too.
  const otherUses = await noteUses(ctx, target.row, used, content.selfReport);
  return advance(ctx, applicationId, 'send-to-unit', { contentProblems }, { version, data: { otherUses } });
}
