import { type Client, createClient, login, moveClock } from '@zhiping/contract';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import { runChecks } from '../check/run-checks.ts';
import { asPlatform, type Ctx } from '../context.ts';
import { createServer } from '../http/server.ts';
import type { AnyRoute } from '../http/route.ts';
import type { Installation } from '../installation.ts';
import { ROUTES } from '../modules/index.ts';
import { secretBytes } from '../security/random.ts';
import { type DemonstrationLogin, DEMONSTRATION_PASSWORD } from '../start/demonstration/logins.ts';
import { DEMONSTRATION, TIANJIN_IDS, ZHEJIANG_IDS } from '../start/demonstration/ids.ts';
import { openPlatform } from '../start/platform.ts';
import { systemNow } from '../time/clocks.ts';
import { createDatabase, TEMPLATE } from './databases.ts';
import type { Settings } from '../start/settings.ts';
import { testSettings } from './settings.ts';

/** A whole platform for one test file: own database copied from the seeded template, listening on a random port. */
export interface TestServer {
  readonly url: string;
  readonly installation: Installation;
  /** Name of its database, for a connection of the test's own. */
  readonly database: string;
  /** Calls as nobody. */
  readonly anyone: Client;
  /** Signs in as one of the demonstration's logins and calls as them. */
  readonly loginAs: (username: DemonstrationLogin) => Promise<Client>;
  /** The session cookie of a login, for requests made by hand. */
  readonly cookieOf: (username: DemonstrationLogin) => Promise<string>;
  /** Moves business time of an organiser (Liaoning's) forward and waits until all due deadlines are swept. */
  readonly moveClockTo: (instant: string, province?: 'liaoning' | 'zhejiang' | 'tianjin') => Promise<void>;
  /** Looks into the database as the platform: to arrange a case or to assert what was written. */
  readonly asPlatform: <T>(fn: (ctx: Ctx) => Promise<T>) => Promise<T>;
  /** What the clock of the machine says. */
  readonly now: () => string;
  /** Sweeps due deadlines and links the record now. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const CLOCKS = {
  liaoning: { login: 'office', organiserId: DEMONSTRATION.organiser },
  zhejiang: { login: 'zj-office', organiserId: ZHEJIANG_IDS.organiser },
  tianjin: { login: 'tj-office', organiserId: TIANJIN_IDS.organiser },
} as const;

export interface TestServerOptions {
  readonly routes?: readonly AnyRoute[];
  /** For tests that break the data on purpose: `close` then does not check it. */
  readonly breaksData?: boolean;
  /** Where it listens, for a test whose settings name its address; any free port unless told. */
  readonly port?: number;
  /** Settings of the operator that differ, e.g. where mail goes. */
  readonly settings?: Partial<Settings>;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = `test_${secretBytes(8).toString('hex')}`;
  const connection = { ...inject('postgres'), database };
  await createDatabase(connection, database, TEMPLATE);
  const platform = await openPlatform({
    settings: { ...testSettings(inject('dataFolder')), ...options.settings },
    connection,
    unsafe: true,
    poolSize: 8,
    keepRunning: false,
  });
  const { installation } = platform;
  const server = await createServer({
    installation,
    routes: options.routes ?? ROUTES,
    webFolder: null,
    callsPerMinute: 1_000_000,
    shedsReads: false,
  });
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const cookies = new Map<DemonstrationLogin, string>();
  const caller = (headers: Record<string, string>): Client =>
    createClient({ base: url, fetch, headers: () => headers });
  const cookieOf = async (username: DemonstrationLogin): Promise<string> => {
    const known = cookies.get(username);
    if (known) return known;
    const response = await fetch(url + login.url, {
      method: 'POST',
      headers: { 'x-zhiping': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: DEMONSTRATION_PASSWORD }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || cookie === undefined) throw new Error(`login of ${username}: ${await response.text()}`);
    cookies.set(username, cookie);
    return cookie;
  };
  const loginAs = async (username: DemonstrationLogin): Promise<Client> => caller({ cookie: await cookieOf(username) });
  return {
    url,
    installation,
    database,
    anyone: caller({}),
    loginAs,
    cookieOf,
    moveClockTo: async (instant, province = 'liaoning') => {
      const { login: office, organiserId } = CLOCKS[province];
      await (await loginAs(office))(moveClock, { params: { organiserId }, body: { to: instant } });
      await platform.settle();
    },
    asPlatform: (fn) => asPlatform(installation, 'system.test', fn),
    now: systemNow,
    settle: () => platform.settle(),
    close: async () => {
      await server.close();
      const broken = options.breaksData ? [] : await runChecks(installation);
      await platform.close();
      if (broken.length > 0) throw new Error(`the data is broken: ${JSON.stringify(broken, withBigInt, 1)}`);
    },
  };
}

function withBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
