import type { Relation, scopeOf } from '@zhiping/core';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

export type Scope = ReturnType<typeof scopeOf>;
/** How a relation shows in a table: the column (`a.organiser_id`) that holds its id, or a condition on the ids. */
export type RelationColumns = {
  readonly [R in Relation]?: string | ((ids: readonly string[]) => Expression<SqlBool>);
};

/**
 * The WHERE of a list: true for rows the caller may see by the permission table.
 * `where(scopeWhere(input.scope, { applicant: 'a.person_id', office: 'a.organiser_id' }, 'a.stage'))`.
 * A relation without a column lets nothing through.
 */
export function scopeWhere(scope: Scope, columns: RelationColumns, stageColumn?: string): RawBuilder<SqlBool> {
  const parts = scope.flatMap(({ relation, stages, ids }) => {
    const everybody = relation === 'public' || relation === 'signed-in';
    const column = columns[relation];
    if (!everybody && column === undefined) return [];
    const owned = everybody ? sql`true` : ownedBy(column, ids);
    if (stages === 'any') return [owned];
    if (stageColumn === undefined) return [];
    return [sql`(${owned} and ${sql.ref(stageColumn)} = any(${[...stages]}::text[]))`];
  });
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

function ownedBy(column: RelationColumns[Relation], ids: readonly string[]): Expression<unknown> {
  if (typeof column === 'function') return column(ids);
  return sql`${sql.ref(column ?? '')} = any(${[...ids]}::uuid[])`;
}
