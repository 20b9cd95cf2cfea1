import { parsePlan } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { findPolicy } from '../policy/index.ts';

/** The stages of one version of a plan in their order: id and name. Versions never change. */
export async function stageNames(ctx: Ctx, pack: string, number: number): Promise<ReadonlyMap<string, string>> {
  const key = `${pack} ${number}`;
  const ready = READY.get(ctx.installation) ?? new Map<string, ReadonlyMap<string, string>>();
  READY.set(ctx.installation, ready);
  const known = ready.get(key);
  if (known) return known;
  const stored = await findPolicy(ctx, { by: 'number', pack, number });
  if (!stored) throw new Error(`plan ${key} is pinned but not stored`);
  const names = new Map(parsePlan(stored.content).stages.map(({ id, name }) => [id, name]));
  ready.set(key, names);
  return names;
}
const READY = new WeakMap<object, Map<string, ReadonlyMap<string, string>>>();
