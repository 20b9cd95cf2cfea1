import type { PackKind } from '@zhiping/contract';
import {
  entriesOfPlan,
  entriesOfQuestions,
  entriesOfStandard,
  fold,
  type LibraryEntry,
  type Plan,
  type Questions,
} from '@zhiping/core';
import type { StandardPack } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';

interface Version {
  readonly pack: string;
  readonly number: number;
  readonly kind: PackKind;
  /** The checked pack as plain JSON. */
  readonly content: object;
}

/** Writes what of a version can be found, once; a version that is in the index already stays as it is. */
export async function indexVersion(ctx: Ctx, version: Version): Promise<void> {
  const { pack, number } = version;
  const known = await ctx.tx
    .selectFrom('policy_entry')
    .select('ordinal')
    .where('pack', '=', pack)
    .where('number', '=', number)
    .limit(1)
    .executeTakeFirst();
  if (known) return;
  const seen = new Set<string>();
  const entries = entriesOf(version).filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor));
  const rows = entries.map(({ anchor, kind, level, label, text, context, keywords }, ordinal) => ({
    pack,
    number,
    ordinal,
    anchor,
    kind,
    level,
    label,
    text,
    context,
    keywords,
    haystack: fold([label, text, keywords, context].join('\n')),
  }));
  // PostgreSQL takes 65,535 parameters a statement.
  for (let from = 0; from < rows.length; from += 500) {
    await ctx.tx
      .insertInto('policy_entry')
      .values(rows.slice(from, from + 500))
      .execute();
  }
}

/** Content of each kind is a checked pack: nothing else gets through the import. */
function entriesOf({ kind, content }: Version): readonly LibraryEntry[] {
  switch (kind) {
    case 'standard':
      return entriesOfStandard(content as StandardPack);
    case 'plan':
      return entriesOfPlan(content as Plan);
    case 'questions':
      return entriesOfQuestions(content as Questions);
    case 'calendar':
    case 'words':
      return [];
    default:
      return kind satisfies never;
  }
}
