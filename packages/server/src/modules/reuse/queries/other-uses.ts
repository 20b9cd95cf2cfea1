import { type Likeness, likenessesTo, markSort, type PartsStanding, partsStanding, type Use } from '@zhiping/core';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { ReuseTables } from '../tables.ts';

type StoredUse = Selectable<ReuseTables['achievement_use']>;
type FoundUse = Use & Pick<StoredUse, 'id' | 'application_id' | 'person_id' | 'used_at'>;
/** What may be the same as a use of ours, and the marks it was met under. */
type Candidate = FoundUse & { readonly met: readonly string[] };

/** One use of an application and another use of the same. */
export interface OtherUse {
  readonly mine: StoredUse;
  readonly other: FoundUse;
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
  return otherUsesThan(ctx, mine);
}

/** The same of uses at hand, written down already or not yet; all of one application. */
export async function otherUsesThan(ctx: Ctx, mine: readonly StoredUse[]): Promise<readonly OtherUse[]> {
  const [first] = mine;
  if (first === undefined) return [];
  const byMark = await candidatesFor(ctx, first.application_id, new Set(mine.flatMap(({ marks }) => marks ?? [])));
  const found = mine.flatMap((use) => {
    const likenesses = likenessesTo(use);
    const candidates = new Set((use.marks ?? []).flatMap((mark) => byMark.get(mark) ?? []));
    return [...candidates].flatMap((other): readonly OtherUse[] => {
      const alike = likenesses(other);
      if (alike.length === 0) return [];
      const standing = partsStanding(use.person_id === other.person_id, use.part, other.part);
      return [{ mine: use, other, likenesses: alike, standing }];
    });
  });
  const standing = await notWithdrawn(ctx, new Set(found.map(({ other }) => other.application_id)));
  return found.filter(({ other }) => standing.has(other.application_id));
}

/** Who withdrew uses it no more. Asked of what was found only: of the candidates hardly any are. */
async function notWithdrawn(ctx: Ctx, applications: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (applications.size === 0) return applications;
  const rows = await ctx.tx
    .selectFrom('application')
    .select('id')
    .where('id', 'in', [...applications])
    .where('stage', '<>', 'withdrawn')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Uses of other applications by the marks they were met under, each use one object, in order of their ids. */
async function candidatesFor(
  ctx: Ctx,
  applicationId: string,
  texts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  // In order, for marks that lie on one page of the index follow each other.
  const marks = Array.from(texts, BigInt).toSorted((a, b) => (a < b ? -1 : 1));
  const isExact = (mark: bigint): boolean => markSort(mark) === 'number' || markSort(mark) === 'file';
  // Apart, so that a common title does not push a number out.
  const [exact, near] = [marks.filter(isExact), marks.filter((mark) => !isExact(mark))].map((list) => list.map(String));
  const { rows } = await sql<Candidate>`
    select * from uses_like(${exact}::bigint[], ${applicationId}::uuid, ${EACH.exact}, ${MOST.exact})
    union all select * from uses_like(${near}::bigint[], ${applicationId}::uuid, ${EACH.near}, ${MOST.near})
    order by id`.execute(ctx.tx);
  const byId = new Map<string, Candidate>();
  const byMark = new Map<string, Candidate[]>();
  for (const row of rows) {
    const candidate = byId.get(row.id) ?? row;
    byId.set(row.id, candidate);
    for (const mark of row.met) byMark.set(mark, [...(byMark.get(mark) ?? []), candidate]);
  }
  return byMark;
}
