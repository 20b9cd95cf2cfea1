import type { SignedAttestation } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';

/** What the unit states about a person as it stands; assessments by year. */
export async function readAttestations(ctx: Ctx, personId: string): Promise<SignedAttestation[]> {
  const rows = await ctx.tx
    .selectFrom('unit_attestation as a')
    .innerJoin('person as p', 'p.id', 'a.signed_by')
    .innerJoin('unit_member as m', (join) =>
      join.onRef('m.person_id', '=', 'a.person_id').onRef('m.unit_id', '=', 'a.unit_id').on('m.left_on', 'is', null),
    )
    .select(['a.attestation as id', 'a.year', 'a.holds', 'a.result', 'a.years', 'a.note'])
    .select(['p.name as signedBy', 'a.signed_at as signedAt'])
    .where('a.person_id', '=', personId)
    .where('a.superseded_at', 'is', null)
    .orderBy('a.attestation')
    .orderBy('a.year')
    .execute();
  return rows.map((row) => ({ ...row, result: row.result as SignedAttestation['result'] }));
}
