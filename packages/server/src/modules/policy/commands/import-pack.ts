import { canonicalJson, type Json, sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { policySubject } from '../subject.ts';

export interface Pack {
  readonly pack: string;
  readonly kind: 'standard' | 'plan' | 'calendar';
  readonly name: string;
  /** The checked pack as plain JSON. */
  readonly content: { readonly [key: string]: Json };
  /** Text of the files it was made from, by file name. */
  readonly source: { readonly [file: string]: string };
}
export interface ImportedPack {
  readonly pack: string;
  readonly number: number;
  readonly hash: string;
  /** False where this content was already known. */
  readonly isNew: boolean;
}

/** Keeps a pack as the next version of its id, as a draft. Content that is already known stays the version it is. */
export async function importPack(ctx: Ctx, pack: Pack): Promise<ImportedPack> {
  const content = canonicalJson(pack.content);
  const hash = sha256Hex(content);
  const known = await ctx.tx
    .selectFrom('policy_version')
    .select(['pack', 'number'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (known) return { ...known, hash, isNew: false };
  const last = await ctx.tx
    .selectFrom('policy_version')
    .select('number')
    .where('pack', '=', pack.pack)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await ctx.tx
    .insertInto('policy_version')
    .values({
      pack: pack.pack,
      number,
      kind: pack.kind,
      name: pack.name,
      content,
      hash,
      source: JSON.stringify(pack.source),
      imported_at: ctx.systemNow,
    })
    .execute();
  await ctx.record({
    organiserId: null,
    action: 'policy.import',
    subject: policySubject(hash),
    data: { pack: pack.pack, number, hash },
  });
  return { pack: pack.pack, number, hash, isNew: true };
}
