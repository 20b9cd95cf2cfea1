import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ExtensionTables } from './tables.ts';

export interface ExtensionTarget extends TargetFacts {
  readonly extension: Selectable<ExtensionTables['window_extension']>;
}

/** One extension, locked where it is to be decided. */
export async function loadExtension(ctx: Ctx, { id }: { readonly id: string }): Promise<ExtensionTarget | null> {
  const found = await ctx.tx.selectFrom('window_extension').selectAll().where('id', '=', id).executeTakeFirst();
  return found ? { stage: found.state, organiserId: found.organiser_id, extension: found } : null;
}
