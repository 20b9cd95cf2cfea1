import { asPlatform } from '../../context.ts';
import type { Installation } from '../../installation.ts';
import { seedOrganisations } from './organisations.ts';
import { seedPeople } from './people.ts';

/** Fills an empty installation with the demonstration year; does nothing where there is an organiser already. */
export async function seedDemonstration(installation: Installation): Promise<void> {
  await asPlatform(installation, 'system.seed', async (ctx) => {
    const organiser = await ctx.tx.selectFrom('organiser').select('id').limit(1).executeTakeFirst();
    if (organiser) return;
    await seedOrganisations(ctx);
    await seedPeople(ctx);
  });
}
