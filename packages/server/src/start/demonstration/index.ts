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

/**
 * Adds whatever of the demonstration is not there yet: everything on an empty installation, on one that an older program
 * made what has come since (provinces, logins, plans), and packs that changed since the last start. Does nothing the second time.
 */
export async function seedDemonstration(installation: Installation): Promise<void> {
  await asPlatform(installation, 'system.seed', seedOrganisations);
  // A transaction of its own: business time is the organisers' only once the organisers are there.
  await asPlatform(installation, 'system.seed', async (ctx) => {
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
