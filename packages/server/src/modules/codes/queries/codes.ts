import type { CodeChange, CodeEntry, CodeImport } from '@zhiping/contract';
import type { CodeTableId } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { containing } from '../../../db/like.ts';
import { dateInShanghai } from '../../../time/clocks.ts';

export interface CodesAsked {
  readonly table: CodeTableId;
  readonly on?: string | undefined;
  readonly search: string;
  readonly ended: 'no' | 'yes';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A code table as it holds on a day, a page by code. */
export async function listCodes(ctx: Ctx, asked: CodesAsked): Promise<{ items: CodeEntry[]; next: string | null }> {
  const { table, after, limit, search } = asked;
  const held = ctx.tx
    .selectFrom('code_entry')
    .distinctOn('code')
    .select(['code', 'name', 'parent_code as parentCode', 'valid_from as validFrom', 'ended'])
    .select('successor_code as successorCode')
    .where('code_table', '=', table)
    .where('valid_from', '<=', asked.on ?? dateInShanghai(ctx.businessNow))
    .$if(after !== undefined, (query) => query.where('code', '>', after ?? ''))
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc');
  const rows = await ctx.tx
    .selectFrom(held.as('e'))
    .selectAll()
    .$if(asked.ended === 'no', (query) => query.where('ended', '=', false))
    .$if(search !== '', (query) =>
      query.where((eb) => eb.or([eb('name', 'like', containing(search)), eb('code', 'like', `${search}%`)])),
    )
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null };
}

/** What holds of a code on a day; null before its first. */
export async function codeOn(ctx: Ctx, table: CodeTableId, code: string, on: string): Promise<CodeEntry | null> {
  return (await codesOn(ctx, table, [code], on))[0] ?? null;
}

/** The same of several codes; those that the table does not know on that day are missing. */
export function codesOn(ctx: Ctx, table: CodeTableId, codes: readonly string[], on: string): Promise<CodeEntry[]> {
  return ctx.tx
    .selectFrom('code_entry')
    .distinctOn('code')
    .select(['code', 'name', 'parent_code as parentCode', 'valid_from as validFrom', 'ended'])
    .select('successor_code as successorCode')
    .where('code_table', '=', table)
    .where(sql<boolean>`code = any(${[...codes]}::text[])`)
    .where('valid_from', '<=', on)
    .orderBy('code')
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Whether every division of this name is no more today; false for a name the table does not know. */
export async function isEndedDivision(ctx: Ctx, name: string): Promise<boolean> {
  const named = await ctx.tx
    .selectFrom('code_entry')
    .distinct()
    .select('code')
    .where('code_table', '=', 'division')
    .where('name', '=', name)
    .execute();
  const codes = named.map(({ code }) => code);
  const held = await codesOn(ctx, 'division', codes, dateInShanghai(ctx.businessNow));
  return held.length > 0 && held.every((entry) => entry.ended || entry.name !== name);
}

/** Everything that was ever entered of a code, the latest first. */
export function codeHistory(ctx: Ctx, table: CodeTableId, code: string): Promise<CodeChange[]> {
  return ctx.tx
    .selectFrom('code_entry as e')
    .leftJoin('person as p', 'p.id', 'e.changed_by')
    .select(['e.id', 'e.code', 'e.name', 'e.parent_code as parentCode', 'e.valid_from as validFrom', 'e.ended'])
    .select(['e.successor_code as successorCode', 'e.source', 'e.reason', 'p.name as changedBy'])
    .select('e.changed_at as changedAt')
    .where('e.code_table', '=', table)
    .where('e.code', '=', code)
    .orderBy('e.valid_from', 'desc')
    .orderBy('e.id', 'desc')
    .limit(100)
    .execute();
}

/** Imports of a table, the latest first, a page by key. */
export async function listImports(
  ctx: Ctx,
  asked: { readonly table: CodeTableId; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: CodeImport[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('code_import as i')
    .leftJoin('person as p', 'p.id', 'i.imported_by')
    .select(['i.id', 'i.code_table as table', 'i.file_name as fileName', 'i.source', 'i.added', 'i.unchanged'])
    .select(['i.failures', 'p.name as importedBy', 'i.imported_at as importedAt'])
    .where('i.code_table', '=', asked.table)
    .$if(asked.after !== undefined, (query) => query.where('i.id', '<', asked.after ?? ''))
    .orderBy('i.id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const items = rows.slice(0, asked.limit);
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}
