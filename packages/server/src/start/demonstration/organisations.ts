import { creditCodeCheck } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { startDaily } from '../../jobs/daily.ts';
import type { Province } from './province.ts';
import { PROVINCES } from './provinces/index.ts';

export { DEMONSTRATION, DEMONSTRATION_START } from './ids.ts';

/** The organisers of all provinces with their authorities, associations and units, as far as they are not there. */
export async function seedOrganisations(ctx: Ctx): Promise<void> {
  for (const province of PROVINCES) await seedProvince(ctx, province);
}

async function seedProvince(ctx: Ctx, province: Province): Promise<void> {
  const { tx, systemNow } = ctx;
  const { organiser, startsAt, authorities, associations } = province;
  const { numInsertedOrUpdatedRows: made } = await tx
    .insertInto('organiser')
    .values({
      id: organiser.id,
      name: organiser.name,
      office_name: organiser.officeName,
      clock_offset_ms: BigInt(Date.parse(startsAt) - Date.parse(systemNow)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('authority')
    .values([...authorities])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (associations.length > 0) {
    await tx
      .insertInto('association')
      .values([...associations])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await tx
    .insertInto('unit')
    .values(province.units.map(({ code, ...unit }) => ({ ...unit, credit_code: code + creditCodeCheck(code) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (made === 1n) await startDaily(ctx, organiser.id, startsAt);
}
