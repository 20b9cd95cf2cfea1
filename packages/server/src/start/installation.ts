import { mkdirSync } from 'node:fs';
import { assertFit } from '../db/fitness.ts';
import { migrate } from '../db/migrate.ts';
import { type Connection, openPool } from '../db/pool.ts';
import { createTransactor } from '../db/transaction.ts';
import { objectShelf } from '../files/object-shelf.ts';
import { localShelf, type Shelf } from '../files/shelf.ts';
import type { Installation } from '../installation.ts';
import { loadKeys } from '../security/keys.ts';
import type { Settings } from './settings.ts';

export interface OpenInstallation extends Installation {
  readonly connection: Connection;
  readonly close: () => Promise<void>;
}
export interface InstallationOptions {
  readonly settings: Settings;
  readonly connection: Connection;
  /** Tests only: accept a database without fsync. */
  readonly unsafe?: boolean;
  readonly wake?: Installation['wake'];
  readonly poolSize?: number;
}

/** Checks the database, brings its schema up to date and opens the doors. */
export async function openInstallation(options: InstallationOptions): Promise<OpenInstallation> {
  mkdirSync(options.settings.dataFolder, { recursive: true, mode: 0o711 });
  const pool = openPool(options.connection, options.poolSize ?? 16);
  try {
    await migrate(pool);
    const client = await pool.connect();
    await assertFit(client, options.unsafe).finally(() => client.release());
  } catch (error) {
    await pool.end();
    throw error;
  }
  const transactor = createTransactor(pool);
  const shelf = await openShelf(options.settings).catch(async (error: unknown) => {
    await transactor.close();
    throw error;
  });
  return {
    settings: options.settings,
    keys: loadKeys(options.settings.dataFolder),
    transactor,
    shelf,
    wake: options.wake ?? (() => Promise.resolve()),
    connection: options.connection,
    close: () => transactor.close(),
  };
}

/** The folder of this machine, or the bucket of the settings. */
async function openShelf({ dataFolder, objectStore }: Settings): Promise<Shelf> {
  return objectStore === undefined ? localShelf(dataFolder) : objectShelf(dataFolder, objectStore);
}
