import type { Merge, MergeCase, MergeLine } from '@zhiping/contract';
import { maskName, maskPhone } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { maskEmail, maskIdNumber, readContacts, readNumbers } from '../account/index.ts';
import { effectsOf } from './effects.ts';
import { samenessOf } from './prove.ts';
import { isProved, type StoredMerge, stateOf } from './target.ts';

const OWN = 20;

/** What a person asked for from either account, the latest first. */
export async function ownMerges(ctx: Ctx, personId: string): Promise<Merge[]> {
  const rows = await ctx.tx
    .selectFrom('account_merge')
    .selectAll()
    .where((eb) => eb.or([eb('into_person', '=', personId), eb('from_person', '=', personId)]))
    .orderBy('id', 'desc')
    .limit(OWN)
    .execute();
  const own = rows.filter((merge) => merge.into_person === personId || isProved(merge));
  const merges: Merge[] = [];
  for (const merge of own) merges.push(await viewMerge(ctx, merge));
  return merges;
}

/** A merge as its person sees it. */
export function viewMerge(ctx: Ctx, merge: StoredMerge): Promise<Merge> {
  return ctx.asPlatform(async () => {
    const state = stateOf(ctx, merge);
    const pending = state === 'proved' || state === 'waiting';
    return {
      id: merge.id,
      state,
      into: await namedOf(ctx, merge.into_person),
      from: isProved(merge) ? await namedOf(ctx, merge.from_person) : null,
      reason: merge.reason,
      createdAt: merge.created_at,
      expiresAt: merge.expires_at,
      askedAt: merge.asked_at,
      endedAt: merge.ended_at,
      answer: merge.answer,
      effects: pending ? await effectsOf(ctx, merge.into_person, merge.from_person) : null,
    };
  });
}

/** What waits for the administrator, first come first; or what is over, the latest first. Runs as the platform. */
export async function listMerges(
  ctx: Ctx,
  asked: { readonly state: 'waiting' | 'ended'; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: MergeLine[]; next: string | null }> {
  const waiting = asked.state === 'waiting';
  const rows = await ctx.tx
    .selectFrom('account_merge as m')
    .innerJoin('person as i', 'i.id', 'm.into_person')
    .innerJoin('person as f', 'f.id', 'm.from_person')
    .selectAll('m')
    .select(['i.name as intoName', 'f.name as fromName'])
    // The partial indexes are by these very words.
    .where(waiting ? sql<boolean>`m.state = 'waiting'` : sql<boolean>`m.state in ('refused', 'done')`)
    .$if(waiting, (query) => query.where('m.expires_at', '>', ctx.systemNow))
    .$if(asked.after !== undefined, (query) => query.where('m.id', waiting ? '>' : '<', asked.after ?? ''))
    .orderBy('m.id', waiting ? 'asc' : 'desc')
    .limit(asked.limit + 1)
    .execute();
  const items = rows.slice(0, asked.limit).map((row) => lineOf(ctx, row, row.intoName, row.fromName));
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One merge as the administrator sees it, masked. Runs as the platform. */
export async function viewCase(ctx: Ctx, merge: StoredMerge): Promise<MergeCase> {
  const { into_person: into, from_person: from } = merge;
  const [stays, joined] = [await maskedOf(ctx, into), await maskedOf(ctx, from)];
  const waiting = stateOf(ctx, merge) === 'waiting';
  const found = waiting ? await samenessOf(ctx, into, from) : null;
  return {
    ...lineOf(ctx, merge, stays.fullName, joined.fullName),
    into: stays.account,
    from: joined.account,
    way: merge.way,
    sameness: found?.same === true ? { number: found.number, name: found.name } : null,
    reason: merge.reason,
    answer: merge.answer,
    endedAt: merge.ended_at,
    effects: waiting ? await effectsOf(ctx, into, from) : null,
  };
}

function lineOf(ctx: Ctx, merge: StoredMerge, intoName: string, fromName: string): MergeLine {
  return {
    id: merge.id,
    state: stateOf(ctx, merge),
    intoName: maskName(intoName),
    fromName: maskName(fromName),
    askedAt: merge.asked_at ?? merge.created_at,
    expiresAt: merge.expires_at,
  };
}

async function maskedOf(ctx: Ctx, personId: string): Promise<{ fullName: string; account: MergeCase['into'] }> {
  const person = await ctx.tx
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.person_id', 'p.id')
    .select(['p.name', 'a.username', 'p.identity', 'p.created_at as since'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  const { idNumber } = await readNumbers(ctx, personId);
  const { phone, email } = await readContacts(ctx, personId);
  const { name, username, identity, since } = person;
  return {
    fullName: name,
    account: {
      name: maskName(name),
      username,
      idNumber: idNumber === null ? null : maskIdNumber(idNumber),
      identity,
      phone: phone === null ? null : maskPhone(phone),
      email: email === null ? null : maskEmail(email),
      since,
    },
  };
}

function namedOf(ctx: Ctx, personId: string): Promise<{ name: string; username: string }> {
  return ctx.tx
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.person_id', 'p.id')
    .select(['p.name', 'a.username'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
}
