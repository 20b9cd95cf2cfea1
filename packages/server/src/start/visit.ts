import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../db/pool.ts';
import { FolderInUse, lockFolder } from './lock.ts';
import { openInstallation, type OpenInstallation } from './installation.ts';
import { startPostgres } from './postgres.ts';
import { createOnce, DATABASE } from './serve.ts';
import type { Settings } from './settings.ts';

/**
 * Opens the installation for one command beside a running platform, or, where none runs, with a database started for
 * it and stopped afterwards.
 */
export async function visit<T>(settings: Settings, fn: (installation: OpenInstallation) => Promise<T>): Promise<T> {
  const undo: (() => unknown)[] = [];
  try {
    const connection = await reach(settings, undo);
    const installation = await openInstallation({ settings, connection, poolSize: 4 });
    undo.push(() => installation.close());
    return await fn(installation);
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

async function reach(settings: Settings, undo: (() => unknown)[]): Promise<Connection> {
  if (settings.databaseUrl !== null) return { connectionString: settings.databaseUrl };
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o711 });
  try {
    undo.push(lockFolder(settings.dataFolder));
  } catch (error) {
    if (error instanceof FolderInUse) return running(settings.dataFolder);
    throw error;
  }
  const postgres = await startPostgres({ folder: settings.dataFolder });
  undo.push(postgres.stop);
  await createOnce(postgres.connection);
  return { ...postgres.connection, database: DATABASE };
}

/** How the running platform's database is reached: PostgreSQL writes its socket's folder into the fifth line. */
function running(dataFolder: string): Connection {
  const pidFile = join(dataFolder, 'postgres', 'postmaster.pid');
  const host = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[4] : undefined;
  const password = readFileSync(join(dataFolder, 'keys', 'postgres-password'), 'utf8').trim();
  return { host: host ?? join(dataFolder, 'run'), user: 'postgres', password, database: DATABASE };
}
