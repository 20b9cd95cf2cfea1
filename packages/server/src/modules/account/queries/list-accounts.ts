import type { AccountLine, Organisation } from '@zhiping/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

const SHOWN = 100;

/** Accounts by user name, at most 100; `search` matches part of a name, user name or organisation. Runs as the platform. */
export async function listAccounts(ctx: Ctx, search: string): Promise<{ items: AccountLine[]; total: number }> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const matching: RawBuilder<boolean> = sql<boolean>`(${search} = '' or p.name like ${like} or a.username like ${like}
    or exists (select from relation r where r.person_id = p.id and r.ended_at is null and ${nameOf('r.subject_id')} like ${like}))`;
  const accounts = await ctx.tx
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['p.id as personId', 'p.name', 'a.username', 'a.locked_until as lockedUntil'])
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .where(matching)
    .orderBy('a.username')
    .limit(SHOWN)
    .execute();
  const ids = accounts.map(({ personId }) => personId);
  const relations = await ctx.tx
    .selectFrom('relation as r')
    .select([
      'r.id',
      'r.person_id',
      'r.relation',
      'r.subject_id as subjectId',
      nameOf('r.subject_id').as('subjectName'),
    ])
    .where('r.ended_at', 'is', null)
    .where(sql<boolean>`r.person_id = any(${ids}::uuid[])`)
    .orderBy('r.id')
    .execute();
  const items = accounts.map(({ total: _total, lockedUntil, ...account }) => ({
    ...account,
    lockedUntil: lockedUntil !== null && lockedUntil > ctx.systemNow ? lockedUntil : null,
    relations: relations
      .filter(({ person_id }) => person_id === account.personId)
      .map(({ person_id: _person, ...relation }) => relation),
  }));
  return { items, total: Number(accounts[0]?.total ?? 0) };
}

/** Name of whatever organisation an id belongs to. */
function nameOf(column: string): RawBuilder<string> {
  const id = sql.ref(column);
  return sql<string>`coalesce((select name from unit where id = ${id}), (select name from organiser where id = ${id}),
    (select name from authority where id = ${id}), (select name from association where id = ${id}), '')`;
}

export async function listOrganisations(ctx: Ctx): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, 'organiser' as kind, name, null as "creditCode", null as area from organiser
    union all select id, 'authority', name, null, area from authority
    union all select id, 'association', name, null, null from association
    union all select id, 'unit', name, credit_code, area from unit
    order by 2, 3`.execute(ctx.tx);
  return rows;
}
