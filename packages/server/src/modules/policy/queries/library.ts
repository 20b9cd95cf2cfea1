import type { LibraryItem, PolicySummary } from '@zhiping/contract';
import {
  cardOfPlan,
  cardOfQuestions,
  cardOfStandard,
  type LibraryCard,
  type Plan,
  type Questions,
} from '@zhiping/core';
import type { StandardPack } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';
import { listPublished } from './read-policy.ts';

/** Cards never change under their hash; a few dozen versions are in force at a time. */
const cards = new Map<string, LibraryCard>();
const MAX_CARDS = 200;

/** The published policies that people read, with what each is in one glance. */
export async function listLibrary(ctx: Ctx): Promise<readonly LibraryItem[]> {
  const published = (await listPublished(ctx)).filter(({ kind }) => kind !== 'calendar' && kind !== 'words');
  const unknown = published.filter(({ hash }) => !cards.has(hash));
  if (unknown.length > 0) {
    const rows = await ctx.tx
      .selectFrom('policy_version')
      .select(['hash', 'kind', 'content'])
      .where(
        'hash',
        'in',
        unknown.map(({ hash }) => hash),
      )
      .execute();
    if (cards.size + rows.length > MAX_CARDS) cards.clear();
    for (const { hash, kind, content } of rows) {
      const card = cardOf(kind, JSON.parse(content));
      if (card) cards.set(hash, card);
    }
  }
  return published.flatMap((policy) => {
    const card = cards.get(policy.hash);
    return card ? [{ ...policy, card }] : [];
  });
}

function cardOf(kind: PolicySummary['kind'], content: unknown): LibraryCard | null {
  switch (kind) {
    case 'standard':
      return cardOfStandard(content as StandardPack);
    case 'plan':
      return cardOfPlan(content as Plan);
    case 'questions':
      return cardOfQuestions(content as Questions);
    case 'calendar':
    case 'words':
      return null;
    default:
      return kind satisfies never;
  }
}
