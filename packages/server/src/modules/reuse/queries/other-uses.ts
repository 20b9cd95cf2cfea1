import { type Likeness, likenessesOf, type PartsStanding, partsStanding } from '@zhiping/core';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { ReuseTables } from '../tables.ts';

type StoredUse = Selectable<ReuseTables['achievement_use']>;

/** One use of an application and another use of the same. */
export interface OtherUse {
  readonly mine: StoredUse;
  readonly other: StoredUse;
  readonly likenesses: readonly Likeness[];
  readonly standing: PartsStanding;
}

/** So many candidates are compared; an application with more is a matter for people whatever the rest says. */
const MOST = 400;

/**
 * Other uses of what an application uses: by other people, or by the same person in another application. Reads past row
 * level security, for everybody's uses have to be compared: call it as the platform, after the permission is decided.
 */
export async function findOtherUses(ctx: Ctx, applicationId: string): Promise<readonly OtherUse[]> {
  const mine = await ctx.tx
    .selectFrom('achievement_use')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute();
  const marks = [...new Set(mine.flatMap((use) => use.marks))];
  if (marks.length === 0) return [];
  const candidates = await ctx.tx
    .selectFrom('achievement_use as u')
    .innerJoin('application as a', 'a.id', 'u.application_id')
    .selectAll('u')
    .where(sql<boolean>`u.marks && ${marks}::bigint[]`)
    .where('u.application_id', '!=', applicationId)
    // Who withdrew uses it no more.
    .where('a.stage', '!=', 'withdrawn')
    .limit(MOST)
    .execute();
  return mine.flatMap((use) => {
    const own = new Set(use.marks);
    return candidates
      .filter((other) => other.marks.some((mark) => own.has(mark)))
      .flatMap((other): readonly OtherUse[] => {
        const likenesses = likenessesOf(use, other);
        if (likenesses.length === 0) return [];
        const standing = partsStanding(use.person_id === other.person_id, use.part, other.part);
        return [{ mine: use, other, likenesses, standing }];
      });
  });
}
