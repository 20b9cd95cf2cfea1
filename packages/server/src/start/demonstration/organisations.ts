import { creditCodeCheck } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { startDaily } from '../../jobs/daily.ts';
import type { Province } from './province.ts';
import { PROVINCES } from './provinces/index.ts';

export { DEMONSTRATION, DEMONSTRATION_START } from './ids.ts';

/** The organisers of all provinces with their authorities, associations and units. */
export async function seedOrganisations(ctx: Ctx): Promise<void> {
  for (const province of PROVINCES) await seedProvince(ctx, province);
}

async function seedProvince(ctx: Ctx, province: Province): Promise<void> {
  const { tx, systemNow } = ctx;
  const { organiser, startsAt } = province;
  await tx
    .insertInto('organiser')
    .values({
      id: organiser.id,
      name: organiser.name,
      office_name: organiser.officeName,
      clock_offset_ms: BigInt(Date.parse(startsAt) - Date.parse(systemNow)),
    })
    .execute();
  await tx
    .insertInto('authority')
    .values([...province.authorities])
    .execute();
  if (province.associations.length > 0) {
    await tx
      .insertInto('association')
      .values([...province.associations])
      .execute();
  }
  await tx
    .insertInto('unit')
    .values(province.units.map(({ code, ...unit }) => ({ ...unit, credit_code: code + creditCodeCheck(code) })))
    .execute();
  await startDaily(ctx, organiser.id, startsAt);
}
