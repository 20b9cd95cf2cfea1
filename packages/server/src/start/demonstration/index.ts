import { asPlatform } from '../../context.ts';
import type { Installation } from '../../installation.ts';
import { importPacks } from '../../policy/import-packs.ts';
import { seedArchive } from './archive.ts';
import { seedExperts } from './experts.ts';
import { seedOrganisations } from './organisations.ts';
import { seedPeople } from './people.ts';
import { seedPlans } from './plan.ts';
import { publishPolicies } from './policies.ts';
import { seedPool } from './pool.ts';
import { seedPrivacy } from './privacy.ts';

/** Fills an empty installation with the demonstration year, and publishes packs that changed since the last start. */
export async function seedDemonstration(installation: Installation): Promise<void> {
  await asPlatform(installation, 'system.seed', async (ctx) => {
    const organiser = await ctx.tx.selectFrom('organiser').select('id').limit(1).executeTakeFirst();
    if (organiser) return;
    await seedOrganisations(ctx);
  });
  // A transaction of its own: business time is the organisers' only once the organisers are there.
  await asPlatform(installation, 'system.seed', async (ctx) => {
    const anybody = await ctx.tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
    if (anybody) return;
    await seedPeople(ctx);
    await seedExperts(ctx);
    await seedPool(ctx);
    await seedArchive(ctx);
  });
  const imported = await importPacks(installation);
  await asPlatform(installation, 'system.seed', async (ctx) => {
    await publishPolicies(ctx, imported);
    await seedPlans(ctx);
    await seedPrivacy(ctx);
  });
}
