import { SECOND_FACTOR_RELATIONS, type SecondFactorRelation, type SecuritySettings } from '@zhiping/contract';
import type { Relation } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';

const NAME = 'second-factor-for';

/** Which relations must have the second factor: as set, else none in the demonstration and all in use. */
export async function readSecuritySettings(ctx: Ctx): Promise<SecuritySettings> {
  const row = await ctx.tx.selectFrom('security_setting').select('value').where('name', '=', NAME).executeTakeFirst();
  if (!row) {
    const demonstration = ctx.installation.settings.mode === 'demonstration';
    return { secondFactorFor: demonstration ? [] : [...SECOND_FACTOR_RELATIONS] };
  }
  const { relations } = row.value as { readonly relations: readonly string[] };
  return { secondFactorFor: SECOND_FACTOR_RELATIONS.filter((one) => relations.includes(one)) };
}

export async function changeSecuritySettings(ctx: Ctx, relations: readonly SecondFactorRelation[]): Promise<void> {
  const wanted = SECOND_FACTOR_RELATIONS.filter((one) => relations.includes(one));
  const row = {
    value: JSON.stringify({ relations: wanted }),
    changed_at: ctx.systemNow,
    changed_by: ctx.actor.personId,
  };
  await ctx.asPlatform(() =>
    ctx.tx
      .insertInto('security_setting')
      .values({ name: NAME, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute(),
  );
  const id = ctx.actor.personId ?? '';
  await ctx.record({ organiserId: null, subject: { noun: 'security-setting', id }, data: { secondFactorFor: wanted } });
}

/** True where one of the relations of a person must have the second factor. Runs as the platform. */
export async function needsSecondFactor(ctx: Ctx, personId: string): Promise<boolean> {
  const { secondFactorFor } = await readSecuritySettings(ctx);
  if (secondFactorFor.length === 0) return false;
  const held = await ctx.tx
    .selectFrom('relation')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('relation', 'in', secondFactorFor)
    .limit(1)
    .executeTakeFirst();
  if (held) return true;
  const { rows: delegated } = await sql<{ relation: Relation }>`select relation from delegated_to(${personId})`.execute(
    ctx.tx,
  );
  if (delegated.some(({ relation }) => secondFactorFor.some((one) => one === relation))) return true;
  if (!secondFactorFor.includes('expert')) return false;
  const expert = await ctx.tx
    .selectFrom('expert')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return expert !== undefined;
}
