import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { resealRows } from '../personal.ts';

/**
 * Makes two archives of one person fit into one, before the rows of `from` go over to `into`. What a person has once is kept
 * as `into` has it, or as `from` where only that was verified; the other goes into the recycling bin. What both fetched
 * from one register is marked as fetched once. Runs as the platform.
 */
export async function joinArchives(ctx: Ctx, from: string, into: string): Promise<void> {
  await resealRows(ctx, from, into);
  await sql`update archive_row loser set state = 'recycled', updated_at = ${ctx.systemNow}
    from archive_row a join archive_row b on b.person_id = ${from} and b.kind = a.kind and b.state <> 'recycled'
    where a.person_id = ${into} and a.state <> 'recycled' and a.kind in ('basic', 'conduct')
      and loser.id = case when b.state = 'verified' and a.state <> 'verified' then a.id else b.id end`.execute(ctx.tx);
  await sql`update archive_row b set source = null, source_key = null, source_note = null, fetched_at = null,
      fetched_fields = '{}'
    from archive_row a where a.person_id = ${into} and b.person_id = ${from} and a.source is not null
      and a.source = b.source and a.source_key = b.source_key`.execute(ctx.tx);
  await sql`update archive_photo set replaced_at = ${ctx.systemNow} where person_id = ${from} and replaced_at is null
    and exists (select from archive_photo where person_id = ${into} and replaced_at is null)`.execute(ctx.tx);
  // The account that stays keeps what its unit stated last; the other statement is kept as replaced.
  await sql`update unit_attestation b set superseded_at = ${ctx.systemNow}
    from unit_attestation a where a.person_id = ${into} and b.person_id = ${from} and a.superseded_at is null
      and b.superseded_at is null and a.unit_id = b.unit_id and a.attestation = b.attestation and a.year = b.year`.execute(
    ctx.tx,
  );
}
