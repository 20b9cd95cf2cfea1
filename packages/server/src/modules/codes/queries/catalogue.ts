import type { CatalogueMatch } from '@zhiping/contract';
import type { CatalogueAsk } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** The tables that submitted rows are looked up in. */
export const CATALOGUES = ['journal', 'award'] as const;

/**
 * What the catalogues of journals and awards say on a day of what was asked, each with the document the entry rests on; null
 * where the catalogue does not have it. A catalogue without entries is not asked.
 */
export async function catalogueMatches(ctx: Ctx, asks: readonly CatalogueAsk[], on: string): Promise<CatalogueMatch[]> {
  const codes = asks.flatMap((ask) => ask.codes);
  const names = asks.flatMap(({ name }) => (name === null ? [] : [name]));
  if (codes.length + names.length === 0) return [];
  const kept = await ctx.tx
    .selectFrom('code_entry')
    .distinctOn(['code_table', 'code'])
    .select(['code_table as table', 'code', 'name', 'source', 'valid_from as validFrom', 'ended'])
    .where('code_table', 'in', CATALOGUES)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([sql<boolean>`code = any(${codes}::text[])`, sql<boolean>`name = any(${names}::text[])`]))
    .orderBy('code_table')
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const filled = await filledCatalogues(ctx, on);
  return asks
    .filter(({ table }) => filled.has(table))
    .map(({ row, table, asked, codes: wanted, name }) => {
      const entry = kept.find((one) => one.table === table && (wanted.includes(one.code) || one.name === name));
      return {
        row,
        table,
        asked,
        entry: entry
          ? { code: entry.code, name: entry.name, source: entry.source, validFrom: entry.validFrom, ended: entry.ended }
          : null,
      };
    });
}

/** The catalogues that have entries on a day; one without is not asked. */
export async function filledCatalogues(ctx: Ctx, on: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ table: string }>`
    select t.name as table from unnest(${[...CATALOGUES]}::text[]) as t(name)
    where exists (select from code_entry e where e.code_table = t.name and e.valid_from <= ${on}::date)`.execute(
    ctx.tx,
  );
  return new Set(rows.map(({ table }) => table));
}
