import type { AddressInfo } from 'node:net';
import { closeDocuments, warmDocuments } from '../documents/index.ts';
import { closeWorkbench } from '../policy/workbench/workbench.ts';
import { createServer } from '../http/server.ts';
import { ROUTES } from '../modules/index.ts';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import type { Connection } from '../db/pool.ts';
import { seedDemonstration } from './demonstration/index.ts';
import { lockFolder } from './lock.ts';
import { openPlatform } from './platform.ts';
import { type EmbeddedPostgres, startPostgres } from './postgres.ts';
import type { Settings } from './settings.ts';
import { buildWeb } from './web.ts';

export interface Serving {
  readonly url: string;
  readonly settings: Settings;
  /** Ends requests, then the platform's own work, then the database. */
  readonly stop: () => Promise<void>;
}
/** Name of the database on the embedded server. */
export const DATABASE = 'zhiping';

/** Starts everything and answers when requests are taken. Undoes what it started when one step fails. */
export async function serve(settings: Settings, say: (line: string) => void = () => undefined): Promise<Serving> {
  const undo: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    mkdirSync(settings.dataFolder, { recursive: true, mode: 0o711 });
    undo.push(lockFolder(settings.dataFolder));
    const building = buildWeb();
    // Awaited below; until then a failure must not count as unhandled.
    building.catch(() => undefined);
    const connection = await connect(settings, undo, say);
    const platform = await openPlatform({ settings, connection, keepRunning: true, say });
    undo.push(platform.close);
    if (settings.mode === 'demonstration') await seedDemonstration(platform.installation);
    const server = await createServer({
      installation: platform.installation,
      routes: ROUTES,
      webFolder: await building,
    });
    await server.listen({ host: settings.host, port: settings.port });
    undo.push(() => server.close());
    undo.push(closeDocuments);
    undo.push(closeWorkbench);
    // The fonts load beside everything else, so that the first document is as quick as the next.
    warmDocuments().catch((error: unknown) => say(`公文排版没有准备好：${String(error)}`));
    const { port } = server.server.address() as AddressInfo;
    return { url: `http://${settings.host}:${port}`, settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connect(settings: Settings, undo: (() => unknown)[], say: (line: string) => void): Promise<Connection> {
  if (settings.databaseUrl !== null) return { connectionString: settings.databaseUrl };
  say('正在启动内置数据库…');
  const postgres = await startPostgres({ folder: settings.dataFolder });
  undo.push(postgres.stop);
  await createOnce(postgres.connection);
  return { ...postgres.connection, database: DATABASE };
}

/** Creates our database on a fresh embedded server. */
export async function createOnce(connection: EmbeddedPostgres['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
