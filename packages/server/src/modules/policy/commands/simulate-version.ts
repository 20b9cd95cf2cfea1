import { availableParallelism } from 'node:os';
import { AppError, type startSimulation, standardIn } from '@zhiping/contract';
import { parsePlan } from '@zhiping/core';
import { planForEvaluation } from '@zhiping/standard';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { simulateInThreads } from '../../../policy/workbench/simulate.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { findPolicy, listNewest, type StoredPolicy } from '../queries/read-policy.ts';
import { policySubject } from '../subject.ts';

type Body = z.output<(typeof startSimulation)['body']>;
export const SIMULATE = 'policy.simulate';

/** Orders a simulation; a job does it. Throws `NOT_FOUND`, `POLICY_NOT_A_STANDARD`, `POLICY_LEVEL_UNSHARED`. */
export async function orderSimulation(ctx: Ctx, policy: StoredPolicy, body: Body): Promise<string> {
  const against = await findPolicy(ctx, { by: 'number', ...body.against });
  if (!against) throw new AppError('NOT_FOUND');
  for (const one of [policy, against]) {
    if (!standardIn(one).levels.some(({ level }) => level === body.level)) throw new AppError('POLICY_LEVEL_UNSHARED');
  }
  const id = ctx.newId();
  await ctx.asPlatform(() =>
    ctx.tx
      .insertInto('policy_simulation')
      .values({
        id,
        pack: policy.pack,
        number: policy.number,
        against_pack: against.pack,
        against_number: against.number,
        level: body.level,
        people: body.people,
        started_by: ctx.actor.personId ?? '',
        started_at: ctx.businessNow,
        result: null,
      })
      .execute(),
  );
  await ctx.record({
    organiserId: null,
    action: 'policy.simulate',
    subject: policySubject(policy.hash),
    data: {
      pack: policy.pack,
      number: policy.number,
      against: `${against.pack}@${against.number}`,
      people: body.people,
    },
  });
  await ctx.enqueue({ task: SIMULATE, payload: { id } });
  return id;
}

/** How many people of the simulations this server computes are done. */
const progress = new Map<string, number>();
export const progressOf = (id: string): number => progress.get(id) ?? 0;

/** Computes an ordered simulation in threads of their own and keeps its result; one that is done stays as it is. */
export async function simulateVersion(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const id = String(payload['id']);
  const row = await ctx.tx.selectFrom('policy_simulation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.result !== null) return;
  const newer = await findPolicy(ctx, { by: 'number', pack: row.pack, number: row.number });
  const older = await findPolicy(ctx, { by: 'number', pack: row.against_pack, number: row.against_number });
  if (!newer || !older) return;
  const pack = standardIn(newer);
  const plan = await planFollowing(ctx, row.pack);
  const level = pack.levels.find((one) => one.level === row.level)?.level;
  if (!level) return;
  try {
    const asked = {
      older: standardIn(older),
      newer: pack,
      level,
      plan,
      asOf: plan?.asOf ?? dateInShanghai(ctx.businessNow),
      people: row.people,
      // The same order gives the same people again.
      seed: SEED,
    };
    // One core is left to those who wait for a page.
    const threads = Math.max(1, availableParallelism() - 1);
    const result = await simulateInThreads(asked, threads, (done) => progress.set(id, done));
    await ctx.tx
      .updateTable('policy_simulation')
      .set({ result: JSON.stringify(result) })
      .where('id', '=', id)
      .execute();
  } finally {
    progress.delete(id);
  }
}

const SEED = 20_240_701;

/** The newest published plan that follows a standard; null where none does. */
async function planFollowing(ctx: Ctx, pack: string) {
  for (const { kind, pack: id, number } of await listNewest(ctx)) {
    if (kind !== 'plan') continue;
    const found = await findPolicy(ctx, { by: 'number', pack: id, number });
    const plan = found && parsePlan(found.content);
    if (plan?.specialties.some(({ standard }) => standard.pack === pack)) return planForEvaluation(plan);
  }
  return null;
}
