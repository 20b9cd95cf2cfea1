import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { type NewEntry, readFile } from '../statement.ts';
import type { PlanTarget } from '../target.ts';
import { settleFee } from './settle-fee.ts';

const AT_ONCE = 500;

/**
 * Imports a bank statement as it was previewed: keeps what is new of it and settles the fees it pays. Refused where a
 * fee was settled since the preview, so that exactly what was seen happens.
 */
export async function importStatement(
  ctx: Ctx,
  target: PlanTarget,
  file: { readonly name: string; readonly content: string; readonly digest: string },
): Promise<{ imported: number; matches: number }> {
  const { plan } = target;
  const read = await readFile(ctx, target, file.content);
  if (read.digest !== file.digest) throw new AppError('STATEMENT_CHANGED');
  const fresh = read.entries.filter(({ known }) => !known);
  const days = fresh.map(({ bookedOn }) => bookedOn).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new AppError('STATEMENT_KNOWN');
  const statementId = ctx.newId();
  await ctx.tx
    .insertInto('bank_statement')
    .values({
      id: statementId,
      organiser_id: plan.organiser_id,
      plan_id: plan.id,
      name: file.name,
      entries: fresh.length,
      first_day: first,
      last_day: last,
      imported_by: ctx.actor.personId ?? '',
      imported_at: ctx.businessNowOf(plan.organiser_id),
    })
    .execute();
  const matched = new Map(read.matching.matched.map((one) => [one.entryId, one]));
  const rowOf = (entry: NewEntry) => {
    const match = matched.get(entry.fingerprint);
    return {
      id: ctx.newId(),
      organiser_id: plan.organiser_id,
      plan_id: plan.id,
      statement_id: statementId,
      fingerprint: entry.fingerprint,
      booked_on: entry.bookedOn,
      amount_fen: entry.amountFen,
      payer: entry.payer,
      remark: entry.remark,
      serial: entry.serial,
      state: match ? ('matched' as const) : ('open' as const),
      matched_by: match?.by ?? null,
      application_id: match?.applicationId ?? null,
      settled_at: match ? ctx.businessNowOf(plan.organiser_id) : null,
    };
  };
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    await ctx.tx
      .insertInto('bank_entry')
      .values(fresh.slice(at, at + AT_ONCE).map(rowOf))
      .execute();
  }
  for (const entry of fresh) {
    const match = matched.get(entry.fingerprint);
    if (match === undefined) continue;
    const { bookedOn: paidOn, amountFen, payer } = entry;
    await settleFee(ctx, match.applicationId, { way: 'statement', paidOn, amountFen, payer, note: '' });
  }
  await ctx.record({
    organiserId: plan.organiser_id,
    subject: { noun: 'bank-statement', id: statementId },
    data: { plan: plan.id, entries: fresh.length, matches: matched.size },
  });
  return { imported: fresh.length, matches: matched.size };
}
