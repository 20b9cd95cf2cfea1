import type { Ctx } from '../../../context.ts';

export interface OfficialText {
  readonly attachedAt: string | null;
  readonly clauses: { readonly label: string; readonly text: string }[];
}

/** The official text an operator attached to a pack, clause by clause; empty where none is. */
export async function readOfficialText(ctx: Ctx, pack: string): Promise<OfficialText> {
  const rows = await ctx.tx
    .selectFrom('policy_official_clause')
    .select(['label', 'text', 'attached_at'])
    .where('pack', '=', pack)
    .orderBy('ordinal')
    .execute();
  return {
    attachedAt: rows[0]?.attached_at ?? null,
    clauses: rows.map(({ label, text }) => ({ label, text })),
  };
}
