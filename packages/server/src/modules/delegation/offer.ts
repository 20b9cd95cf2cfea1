import { AppError, type offerDelegation as offerEndpoint } from '@zhiping/contract';
import { addDays, dateAt } from '@zhiping/core';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { hashToken } from '../../http/session-cookie.ts';
import { secretText } from '../../security/random.ts';
import { after } from '../../time/clocks.ts';
import { assertPassword } from '../account/index.ts';

const VALID_MS = 7 * 24 * 60 * 60_000;
const MOST_DAYS = 180;

/**
 * Offers a post of one's own to a named colleague, from day to day or for good; nothing changes until it is taken. Answers the
 * link, shown this once. What is held in somebody's place is not delegated on.
 * @throws AppError `PASSWORD_WRONG`, `DELEGATION_NOT_HELD`, `DELEGATION_DAYS`
 */
export async function offer(
  ctx: Ctx,
  personId: string,
  asked: z.output<(typeof offerEndpoint)['body']>,
): Promise<{ id: string; link: string }> {
  const { kind, relation, subjectId, name, firstDay, lastDay, reason } = asked;
  await assertPassword(ctx, personId, asked.password);
  const held = await ctx.tx
    .selectFrom('relation')
    .select(['id', 'organiser_id'])
    .where('person_id', '=', personId)
    .where('relation', '=', relation)
    .where('subject_id', '=', subjectId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (held === undefined) throw new AppError('DELEGATION_NOT_HELD');
  const today = dateAt(held.organiser_id === null ? ctx.businessNow : ctx.businessNowOf(held.organiser_id));
  if (firstDay < today || lastDay < firstDay || lastDay >= addDays(firstDay, MOST_DAYS)) {
    throw new AppError('DELEGATION_DAYS');
  }
  const id = ctx.newId();
  const token = secretText();
  await ctx.tx
    .insertInto('delegation')
    .values({
      id,
      kind,
      relation_id: held.id,
      from_person: personId,
      relation,
      subject_id: subjectId,
      organiser_id: held.organiser_id,
      name,
      to_person: null,
      first_day: firstDay,
      last_day: lastDay,
      reason,
      token_hash: Buffer.from(hashToken(token), 'hex'),
      created_at: ctx.systemNow,
      offer_expires_at: after(ctx.systemNow, VALID_MS),
      taken_at: null,
      ended_at: null,
      ended_by: null,
    })
    .execute();
  await ctx.record({
    organiserId: held.organiser_id,
    subject: { noun: 'delegation', id },
    data: { kind, relation, subjectId, firstDay, lastDay },
    personal: { of: personId, values: { name, reason } },
  });
  return { id, link: `${ctx.installation.settings.publicUrl}/app/delegations/${token}` };
}
