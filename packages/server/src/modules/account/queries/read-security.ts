import type { Security, SignInLine } from '@zhiping/contract';
import { maskPhone } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { open, unwrapKey } from '../../../security/columns.ts';
import { needsSecondFactor } from '../security-settings.ts';

/** How the own account is kept safe; `here` is the hash of the session that asks. */
export async function readSecurity(ctx: Ctx, personId: string, here: string): Promise<Security> {
  const person = await ctx.tx
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.person_id', 'p.id')
    .leftJoin('second_factor as f', 'f.person_id', 'p.id')
    .select(['a.username', 'p.phone_sealed', 'p.email_sealed', 'p.wrapped_key', 'f.confirmed_at as since'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  const codes = await ctx.tx
    .selectFrom('recovery_code')
    .select(sql<bigint>`count(*)`.as('n'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  const sessions = await ctx.tx
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'expires_at as expiresAt'])
    .select(['agent', 'address', 'token_hash'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', ctx.systemNow)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
  const links = await ctx.tx
    .selectFrom('identity_link')
    .select(['id', 'linked_at as linkedAt'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const signOn = ctx.installation.settings.signOn;
  const key = unwrapKey(ctx.installation.keys, personId, person.wrapped_key);
  const opened = (column: string, sealed: Buffer | null): string | null =>
    sealed === null ? null : open(key, sealed, { table: 'person', column, row: personId }).toString();
  const phone = opened('phone', person.phone_sealed);
  const email = opened('email', person.email_sealed);
  return {
    username: person.username,
    phone: phone === null ? null : maskPhone(phone),
    email: email === null ? null : maskEmail(email),
    secondFactor: {
      on: person.since !== null,
      since: person.since,
      recoveryCodesLeft: Number(codes?.n ?? 0),
      required: await ctx.asPlatform(() => needsSecondFactor(ctx, personId)),
    },
    sessions: sessions.map(({ token_hash, ...one }) => ({ ...one, current: token_hash.toString('hex') === here })),
    signOn: signOn === null ? null : { name: signOn.name, links },
  };
}

/** `z***@example.cn`. */
export function maskEmail(email: string): string {
  return email.replace(/^(.).*@/, '$1***@');
}

export interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Tries to sign in to the own account, latest first. */
export async function ownSignIns(
  ctx: Ctx,
  personId: string,
  { after, limit }: Page,
): Promise<{ items: SignInLine[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('sign_in')
    .select(['id', 'at', 'outcome', 'way', 'address', 'agent'])
    .where('person_id', '=', personId)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Tries to sign in to all accounts, latest first. Runs as the platform. */
export async function allSignIns(
  ctx: Ctx,
  { after, limit, only }: Page & { readonly only: 'all' | 'refused' },
): Promise<{ items: (SignInLine & { name: string; username: string })[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('sign_in as s')
    .leftJoin('person as p', 'p.id', 's.person_id')
    .leftJoin('account as a', 'a.person_id', 's.person_id')
    .select(['s.id', 's.at', 's.outcome', 's.way', 's.address', 's.agent'])
    .select([sql<string>`coalesce(p.name, '')`.as('name'), sql<string>`coalesce(a.username, '')`.as('username')])
    .$if(only === 'refused', (query) => query.where('s.outcome', 'not in', ['opened', 'code-asked']))
    .$if(after !== undefined, (query) => query.where('s.id', '<', after ?? ''))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
