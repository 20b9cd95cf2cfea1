import type { CodeTableId, TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

/** A code table; its stage is its name. Tables are the installation's, so a policy owner of any organiser keeps them. */
export const codeTableTarget = (ctx: Ctx, { table }: { readonly table: CodeTableId }): TargetFacts => ({
  stage: table,
  organiserId: ctx.actor.held.find(({ relation }) => relation === 'policy-owner')?.organiserId ?? null,
});
