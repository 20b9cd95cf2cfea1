import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runChecks } from '../check/run-checks.ts';
import { asPlatform } from '../context.ts';
import { secretBytes } from '../security/random.ts';
import { seedDemonstration } from '../start/demonstration/index.ts';
import { openInstallation } from '../start/installation.ts';
import { testSettings } from '../testing/settings.ts';
import { after } from '../time/clocks.ts';

const mark = secretBytes(4).toString('hex');
const database = `service_${mark}`;
const login = `service_${mark}`;
let admin: pg.Client;

/** A PostgreSQL service as an operator gives it: a login of its own, owner of an empty database, no superuser. */
beforeAll(async () => {
  admin = new pg.Client({ ...inject('postgres'), database: 'postgres' });
  await admin.connect();
  await admin.query(`create role ${login} login nosuperuser createrole password 'pass'`);
  await admin.query(`create database ${database} owner ${login}`);
  // The roles are there already, made by the login of the other tests; an operator grants them once.
  await admin.query(`grant zhiping_app, zhiping_expert, zhiping_jobs to ${login}`);
});
afterAll(() => admin.end());

const options = () => {
  const host = encodeURIComponent(inject('postgres').host);
  const connectionString = `postgresql://${login}:pass@/${database}?host=${host}`;
  return { settings: testSettings(inject('dataFolder')), connection: { connectionString }, unsafe: true };
};

describe('a database service', () => {
  it('carries the platform without superuser rights, row level security binding its owner too', async () => {
    const installation = await openInstallation(options());
    await seedDemonstration(installation);
    expect(await runChecks(installation)).toEqual([]);
    const asOwner = new pg.Client({ connectionString: options().connection.connectionString });
    await asOwner.connect();
    const forced = await asOwner.query(`select relname from pg_class where relname = 'person' and relforcerowsecurity`);
    expect(forced.rowCount).toBe(1);
    await asOwner.end();
    await installation.close();
  });

  it('is refused when a program we do not know wrote it', async () => {
    const client = new pg.Client({ connectionString: options().connection.connectionString });
    await client.connect();
    await client.query(`insert into schema_migration (name) values ('9999-from-the-future')`);
    await expect(openInstallation(options())).rejects.toThrow('9999-from-the-future');
    await client.query(`delete from schema_migration where name = '9999-from-the-future'`);
    await client.end();
  });

  it('is refused without fsync, and with an encoding that is not UTF8 or a locale blind to Chinese', async () => {
    await expect(openInstallation({ ...options(), unsafe: false })).rejects.toThrow('fsync');
    for (const [name, words, expected] of [
      [`latin_${mark}`, `encoding 'LATIN1' locale 'C' template template0 locale_provider libc`, 'UTF8'],
      [`blind_${mark}`, `encoding 'UTF8' locale 'C' template template0 locale_provider libc`, '检索中文'],
    ] as const) {
      await admin.query(`create database ${name} owner ${login} ${words}`);
      const connection = { ...inject('postgres'), database: name };
      await expect(openInstallation({ ...options(), connection })).rejects.toThrow(expected);
      await admin.query(`drop database ${name}`);
    }
  });
});

describe('row level security', () => {
  it('shows nobody the accounts, a person the own one, and the platform all', async () => {
    const installation = await openInstallation(options());
    const [someone] = await asPlatform(installation, 'system.test', async ({ tx }) =>
      tx.selectFrom('account').select('person_id').execute(),
    );
    const token = secretBytes(32);
    await asPlatform(installation, 'system.test', ({ tx, systemNow }) =>
      tx
        .insertInto('session')
        .values({
          token_hash: token,
          person_id: someone?.person_id ?? '',
          created_at: systemNow,
          last_seen_at: systemNow,
          expires_at: after(systemNow, 60_000),
        })
        .execute(),
    );
    const seen = (session: string | null) =>
      installation.transactor.inTransaction({ session }, async ({ tx }) =>
        tx.selectFrom('account').select('person_id').execute(),
      );
    expect(await seen(null)).toEqual([]);
    expect(await seen(token.toString('hex'))).toEqual([someone]);
    const change = installation.transactor.inTransaction({ session: token.toString('hex') }, ({ tx }) =>
      tx.updateTable('account').set({ failed_attempts: 1 }).executeTakeFirst(),
    );
    expect((await change).numUpdatedRows).toBe(1n);
    const all = await asPlatform(installation, 'system.test', ({ tx }) =>
      tx.selectFrom('account').selectAll().execute(),
    );
    expect(all.length).toBeGreaterThan(40);
    // The next borrower of the connection is nobody again.
    expect(await seen(null)).toEqual([]);
    await installation.close();
  });
});

describe('types of the database', () => {
  it('keeps dates, instants and large numbers exact under another time zone', async () => {
    const installation = await openInstallation(options());
    const before = process.env['TZ'];
    process.env['TZ'] = 'America/St_Johns';
    const row = await asPlatform(installation, 'system.test', async ({ tx }) => {
      const { rows } = await sql`select date '2024-07-31' as day, timestamptz '2024-07-31 23:59:59.123456+08' as at,
        9007199254740993::bigint as large, array[timestamptz '2024-01-01 00:00+00'] as ats`.execute(tx);
      return rows[0];
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(row).toEqual({
      day: '2024-07-31',
      at: '2024-07-31T15:59:59.123Z',
      large: 9007199254740993n,
      ats: ['2024-01-01T00:00:00.000Z'],
    });
    await installation.close();
  });
});
