import type { PolicySimulation } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { progressOf } from '../commands/simulate-version.ts';

export interface SimulationTarget extends TargetFacts {
  readonly simulation: PolicySimulation;
}

/** One simulation with its progress; it belongs to the policy owners. */
export async function simulationTarget(ctx: Ctx, id: string): Promise<SimulationTarget | null> {
  const row = await ctx.tx.selectFrom('policy_simulation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const organiserId = ctx.actor.held.find(({ relation }) => relation === 'policy-owner')?.organiserId ?? null;
  return {
    stage: 'simulation',
    organiserId,
    simulation: {
      id: row.id,
      pack: row.pack,
      number: row.number,
      against: { pack: row.against_pack, number: row.against_number },
      level: row.level as PolicySimulation['level'],
      people: row.people,
      startedAt: row.started_at,
      done: row.result === null ? progressOf(id) : row.people,
      result: row.result as PolicySimulation['result'],
    },
  };
}
