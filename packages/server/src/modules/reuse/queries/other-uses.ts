import { type Likeness, likenessesTo, markSort, type PartsStanding, partsStanding } from '@zhiping/core';
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
const MOST = { exact: 400, near: 120 } as const;
/** So many uses of one mark are looked at: a number used more often is told by these, a wording shared by more tells nothing. */
const EACH = { exact: 100, near: 8 } as const;

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
  const marks = [...new Set(mine.flatMap((use) => use.marks))].map(BigInt);
  if (marks.length === 0) return [];
  const isExact = (mark: bigint): boolean => markSort(mark) === 'number' || markSort(mark) === 'file';
  // Apart, so that a common title does not push a number out.
  const [exact, near] = [marks.filter(isExact), marks.filter((mark) => !isExact(mark))].map((list) => list.map(String));
  const { rows: candidates } = await sql<StoredUse>`select u.* from (
      select * from uses_like(${exact}::bigint[], ${applicationId}::uuid, ${EACH.exact}, ${MOST.exact})
      union select * from uses_like(${near}::bigint[], ${applicationId}::uuid, ${EACH.near}, ${MOST.near})
    ) u join application a on a.id = u.application_id
    /* Who withdrew uses it no more. */
    where a.stage <> 'withdrawn' order by u.id`.execute(ctx.tx);
  return mine.flatMap((use) => {
    const own = new Set(use.marks);
    const likenesses = likenessesTo(use);
    return candidates.flatMap((other): readonly OtherUse[] => {
      const sorts = new Set(other.marks.filter((mark) => own.has(mark)).map((mark) => markSort(BigInt(mark))));
      const found = sorts.size === 0 ? [] : likenesses(other, sorts);
      if (found.length === 0) return [];
      const standing = partsStanding(use.person_id === other.person_id, use.part, other.part);
      return [{ mine: use, other, likenesses: found, standing }];
    });
  });
}
