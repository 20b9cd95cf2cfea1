import type { AccountLine } from '@zhiping/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { containing } from '../../../db/like.ts';

export interface AccountsAsked {
  /** Part of a name, a user name or an organisation; empty: everybody. */
  readonly search: string;
  /** Person of the last account of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Accounts by user name, a page by key. Runs as the platform. */
export async function listAccounts(
  ctx: Ctx,
  { search, after, limit }: AccountsAsked,
): Promise<{ items: AccountLine[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.id as personId', 'p.name', 'a.username', 'a.locked_until as lockedUntil'])
    .select(sql<boolean>`a.merged_into is not null`.as('merged'))
    .$if(search !== '', (query) => query.where(found(search)))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`lower(a.username) > (select lower(username) from account where person_id = ${after})`),
    )
    .orderBy(sql`lower(a.username)`)
    .limit(limit + 1)
    .execute();
  const accounts = rows.slice(0, limit);
  const relations = await relationsOf(
    ctx,
    accounts.map(({ personId }) => personId),
  );
  const items = accounts.map(({ lockedUntil, ...account }) => ({
    ...account,
    lockedUntil: lockedUntil !== null && lockedUntil > ctx.systemNow ? lockedUntil : null,
    relations: relations
      .filter(({ person_id }) => person_id === account.personId)
      .map(({ person_id: _person, ...relation }) => relation),
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.personId ?? null) : null };
}

function relationsOf(ctx: Ctx, people: readonly string[]) {
  return ctx.tx
    .selectFrom('relation as r')
    .select([
      'r.id',
      'r.person_id',
      'r.relation',
      'r.subject_id as subjectId',
      nameOf('r.subject_id').as('subjectName'),
    ])
    .where('r.ended_at', 'is', null)
    .where(sql<boolean>`r.person_id = any(${[...people]}::uuid[])`)
    .orderBy('r.id')
    .execute();
}

/** Each kind of thing searched by its own index first; whoever is found in one of them is meant. */
function found(search: string): RawBuilder<boolean> {
  const like = containing(search);
  return sql<boolean>`a.person_id in (
    select id from person where name like ${like}
    union select person_id from account where username like ${like}
    union select person_id from relation where ended_at is null and subject_id in (
      select id from unit where name like ${like}
      union select id from organiser where name like ${like}
      union select id from authority where name like ${like}
      union select id from association where name like ${like}))`;
}

/** Name of whatever organisation an id belongs to. */
function nameOf(column: string): RawBuilder<string> {
  const id = sql.ref(column);
  return sql<string>`coalesce((select name from unit where id = ${id}), (select name from organiser where id = ${id}),
    (select name from authority where id = ${id}), (select name from association where id = ${id}), '')`;
}
