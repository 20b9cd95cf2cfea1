import pg from 'pg';

/** Dates stay text, instants become ISO text in UTC, 64-bit integers stay exact, whatever TZ the process has. */
const { builtins } = pg.types;
pg.types.setTypeParser(builtins.DATE, (text) => text);
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => toIso(text));
pg.types.setTypeParser(builtins.INT8, (text) => BigInt(text));
pg.types.setTypeParser(1182 as never, (text: string) => parseArray(text, (one) => one));
pg.types.setTypeParser(1185 as never, (text: string) => parseArray(text, toIso));

/** PostgreSQL writes `2024-06-24 01:00:00.123+00`; the session's time zone is always UTC. */
function toIso(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();
}

function parseArray(text: string, one: (item: string) => string): string[] {
  return text
    .slice(1, -1)
    .split(',')
    .filter((item) => item !== '')
    .map((item) => one(item.replaceAll('"', '')));
}

export interface Connection {
  readonly connectionString?: string;
  readonly host?: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

/** Opens a pool. Only `db/` and `start/` hold one; everything else gets a transaction. */
export function openPool(connection: Connection, max = 10): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, options: '-c TimeZone=UTC -c DateStyle=ISO' });
  // A connection lost while idle is replaced by the pool at the next request; one lost in use fails its query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
