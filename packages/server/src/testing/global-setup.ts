import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openInstallation } from '../start/installation.ts';
import { startPostgres } from '../start/postgres.ts';
import { seedDemonstration } from '../start/demonstration/index.ts';
import { createDatabase, TEMPLATE } from './databases.ts';
import { testSettings } from './settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: { readonly host: string; readonly user: string; readonly password: string };
    readonly dataFolder: string;
  }
}

/** One PostgreSQL for all integration tests of a run, with a migrated and seeded template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiping-test-'));
  const postgres = await startPostgres({ folder, throwaway: true });
  try {
    await createDatabase(postgres.connection, TEMPLATE);
    const installation = await openInstallation({
      settings: testSettings(folder),
      connection: { ...postgres.connection, database: TEMPLATE },
      unsafe: true,
    });
    await seedDemonstration(installation);
    await installation.close();
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide('postgres', postgres.connection);
  project.provide('dataFolder', folder);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
