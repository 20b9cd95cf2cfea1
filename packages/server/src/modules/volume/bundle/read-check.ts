import type { AnswerOf, checkBundle } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { Scope } from '../../../db/scope.ts';
import { readRoster } from '../../authority/index.ts';
import { checkCases } from './check.ts';

/** One page of the cases an authority passed on for a plan, with what each still lacks, by the ids of the applications. */
export async function readCheck(
  ctx: Ctx,
  scope: Scope,
  query: { readonly planId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<AnswerOf<typeof checkBundle>> {
  const { people, next } = await readRoster(ctx, { scope, ...query, passedOn: true });
  return { items: await checkCases(ctx, people), next };
}
