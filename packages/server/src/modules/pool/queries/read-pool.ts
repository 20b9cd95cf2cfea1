import type { ExpertRow, FilingRow } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';

/** Experts on file and committee filings of an organiser. */
export async function readPool(
  ctx: Ctx,
  organiserId: string,
): Promise<{ readonly experts: ExpertRow[]; readonly filings: FilingRow[] }> {
  const today = dateInShanghai(ctx.businessNowOf(organiserId));
  const experts = await ctx.tx
    .selectFrom('expert as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select([
      'e.id',
      'e.person_id as personId',
      'p.name',
      'e.specialty',
      'e.level',
      'e.employer',
      'e.appointed_on as appointedOn',
      'e.term_ends as termEnds',
      'e.state',
      'e.version',
    ])
    .where('e.organiser_id', '=', organiserId)
    .orderBy('e.specialty')
    .orderBy('e.id')
    .execute();
  const filings = await ctx.tx
    .selectFrom('committee_filing as f')
    .innerJoin('person as p', 'p.id', 'f.chair_person_id')
    .select([
      'f.id',
      'f.name',
      'f.number',
      'f.filed_on as filedOn',
      'f.valid_until as validUntil',
      'f.members',
      'f.levels',
      'f.specialties',
      'f.chair_person_id as chairPersonId',
      'p.name as chairName',
    ])
    .where('f.organiser_id', '=', organiserId)
    .orderBy('f.valid_until', 'desc')
    .execute();
  return {
    experts: experts.map((row) => ({ ...row, inTerm: row.termEnds >= today })),
    filings: filings.map((row) => ({ ...row, valid: row.filedOn <= today && row.validUntil >= today })),
  };
}
