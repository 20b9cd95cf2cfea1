import { ACTS } from './acts.ts';
import { beginCase } from './begin.ts';
import { type Story, workdayAfter } from './march.ts';
import { type Case, look, type World } from './world.ts';

/** Steps no case ever needs; more of them is a story that goes in circles. */
const MOST_STEPS = 80;

/**
 * One case from its first day: at every stage the next turn of its fate, else the main action of the plan, until it ends or
 * its fate says stop. The plan decides what comes next; a refusal of the platform is a mistake of the fate and is thrown.
 */
export async function* play(world: World, one: Case): Story {
  yield one.begins;
  const id = await beginCase(world, one);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const row = await look(world, ({ tx }) =>
      tx
        .selectFrom('application')
        .select(['stage', 'version', 'authority_id as authorityId', 'association_id as associationId'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    const turn = one.turns.get(row.stage)?.shift() ?? 'main';
    const stage = one.process.plan.stages.find((candidate) => candidate.id === row.stage);
    const main = stage?.actions.find((action) => action.main)?.id;
    const name = turn === 'main' ? main : turn;
    // At its end there is no main action.
    if (name === undefined || name === 'stop') return;
    const act = ACTS[name];
    // From the meeting on the demonstration is played by hand.
    if (act === undefined) return;
    let next: string;
    try {
      next = await act({ world, one, id, ...row });
    } catch (error) {
      throw new Error(`${one.username}: ${name} at ${row.stage} on ${world.today}`, { cause: error });
    }
    if (one.hurried && stage?.waitsFor === 'unit' && next === workdayAfter(world.today)) continue;
    yield next;
    // Now and then something lies a day longer than it must.
    if (!one.hurried && one.chance.below(4) === 0 && steps > 2) yield workdayAfter(world.today);
  }
}
