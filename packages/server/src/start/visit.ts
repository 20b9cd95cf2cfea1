import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../db/pool.ts';
import { FolderInUse, lockFolder } from './lock.ts';
import { openInstallation, type OpenInstallation } from './installation.ts';
import { openPlatform, type Platform } from './platform.ts';
import { startPostgres } from './postgres.ts';
import { createOnce, DATABASE } from './serve.ts';
import type { Settings } from './settings.ts';

/**
 * Opens the installation for one command beside a running platform, or, where none runs, with a database started for
 * it and stopped afterwards.
 */
export function visit<T>(settings: Settings, fn: (installation: OpenInstallation) => Promise<T>): Promise<T> {
  return visiting(settings, async (connection, undo) => {
    const installation = await openInstallation({ settings, connection, poolSize: 4 });
    undo.push(() => installation.close());
    return fn(installation);
  });
}

/** The same with the platform's own work (deadlines, jobs, record), which is done when `fn` asks for it. */
export function visitPlatform<T>(settings: Settings, fn: (platform: Platform) => Promise<T>): Promise<T> {
  return visiting(settings, async (connection, undo) => {
    const platform = await openPlatform({ settings, connection, keepRunning: false });
    undo.push(() => platform.close());
    return fn(platform);
  });
}

async function visiting<T>(
  settings: Settings,
  fn: (connection: Connection, undo: (() => unknown)[]) => Promise<T>,
): Promise<T> {
  const undo: (() => unknown)[] = [];
  try {
    return await fn(await reach(settings, undo), undo);
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
