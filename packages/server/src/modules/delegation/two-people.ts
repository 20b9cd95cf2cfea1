import { AppError, type ErrorCode } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { selvesOf } from '../account/index.ts';

/**
 * What needs two people needs two: refuses the first one himself, by whichever of his accounts, and anybody bound to him by a delegation that held since he
 * acted, whichever of the two acted in whose place.
 * @param first who did the first step, and `since` when
 * @throws AppError `code` where it is the same person, `SAME_PERSON_BY_DELEGATION`
 */
export async function assertAnotherPerson(ctx: Ctx, first: string, since: string, code: ErrorCode): Promise<void> {
  const { personId } = ctx.actor;
  if (personId === null) return;
  if ((await selvesOf(ctx, personId)).has(first)) throw new AppError(code);
  const bound = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('delegation')
      .select('id')
      .where('kind', '=', 'delegation')
      .where('taken_at', 'is not', null)
      .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', since)]))
      .where((eb) =>
        eb.or([
          eb.and([eb('from_person', '=', first), eb('to_person', '=', personId)]),
          eb.and([eb('from_person', '=', personId), eb('to_person', '=', first)]),
        ]),
      )
      .where('last_day', '>=', since.slice(0, 10))
      .limit(1)
      .executeTakeFirst(),
  );
  if (bound !== undefined) throw new AppError('SAME_PERSON_BY_DELEGATION');
}
