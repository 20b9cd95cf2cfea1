import { canonicalJson, type Json, sha256Hex } from '@zhiping/core';
import type { PackKind } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { indexVersion } from './index-version.ts';
import { policySubject } from '../subject.ts';

export interface Pack {
  readonly pack: string;
  readonly kind: PackKind;
  readonly name: string;
  /** The checked pack as plain JSON. */
  readonly content: { readonly [key: string]: Json };
  /** Text of the files it was made from, by file name. */
  readonly source: { readonly [file: string]: string };
  /** Text of the files it is checked with (examples, labels.json), by file name; not part of the version. */
  readonly material?: { readonly [file: string]: string };
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
  if (pack.material && Object.keys(pack.material).length > 0) await keepMaterial(ctx, pack.pack, pack.material);
  const content = canonicalJson(pack.content);
  const hash = sha256Hex(content);
  const known = await ctx.tx
    .selectFrom('policy_version')
    .select(['pack', 'number'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (known) {
    await indexVersion(ctx, { ...known, kind: pack.kind, content: pack.content });
    return { ...known, hash, isNew: false };
  }
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
  await indexVersion(ctx, { pack: pack.pack, number, kind: pack.kind, content: pack.content });
  await ctx.record({
    organiserId: null,
    action: 'policy.import',
    subject: policySubject(hash),
    data: { pack: pack.pack, number, hash },
  });
  return { pack: pack.pack, number, hash, isNew: true };
}

async function keepMaterial(ctx: Ctx, pack: string, files: NonNullable<Pack['material']>): Promise<void> {
  const row = { files: JSON.stringify(files), imported_at: ctx.systemNow };
  await ctx.tx
    .insertInto('policy_material')
    .values({ pack, ...row })
    .onConflict((conflict) =>
      conflict
        .column('pack')
        .doUpdateSet(row)
        .where(sql<boolean>`policy_material.files is distinct from excluded.files`),
    )
    .execute();
}
