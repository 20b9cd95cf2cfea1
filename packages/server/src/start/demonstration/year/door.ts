import { type Client, createClient } from '@zhiping/contract';
import { asPlatform } from '../../../context.ts';
import { createServer } from '../../../http/server.ts';
import { COOKIE } from '../../../http/session-cookie.ts';
import type { Installation } from '../../../installation.ts';
import { openSession } from '../../../modules/account/index.ts';
import { ROUTES } from '../../../modules/index.ts';

/** The product's own interface, called from inside: sessions, permissions and validation are the real ones. */
export interface Door {
  /** Calls as nobody. */
  readonly anyone: Client;
  /** Calls as a person, in a session opened for them. */
  readonly as: (personId: string) => Promise<Client>;
  readonly close: () => Promise<void>;
}

/** Many more calls than one address may make on a platform in use. */
const CALLS_A_MINUTE = 10_000_000;

export async function openDoor(installation: Installation): Promise<Door> {
  const server = await createServer({
    installation,
    routes: ROUTES,
    webFolder: null,
    callsPerMinute: CALLS_A_MINUTE,
    // Nobody waits at a page: on a busy machine the year takes longer, and is whole.
    shedsReads: false,
  });
  await server.ready();
  let callers = 0;
  const inside =
    (address: string): typeof fetch =>
    async (url, init) => {
      // Our own client gives addresses as text.
      const path = typeof url === 'string' ? url : '';
      const request = new Request(`http://inside${path}`, init);
      const answer = await server.inject({
        method: request.method as 'GET',
        url: path,
        remoteAddress: address,
        headers: Object.fromEntries(request.headers),
        payload: Buffer.from(await request.arrayBuffer()),
      });
      return new Response(answer.rawPayload, { status: answer.statusCode });
    };
  const clientWith = (headers: Readonly<Record<string, string>>): Client => {
    callers += 1;
    // Everybody sits somewhere else: what one address may do in a minute is meant for one.
    const address = `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}`;
    return createClient({ base: '', fetch: inside(address), headers: () => headers });
  };
  const clients = new Map<string, Promise<Client>>();
  return {
    anyone: clientWith({}),
    as: (personId) => {
      const known = clients.get(personId);
      if (known !== undefined) return known;
      const from = { address: '127.0.0.1', agent: '演示年度' };
      const made = asPlatform(installation, 'system.seed', (ctx) => openSession(ctx, personId, 'password', from)).then(
        ({ token }) => clientWith({ cookie: `${COOKIE}=${token}` }),
      );
      clients.set(personId, made);
      return made;
    },
    close: () => server.close(),
  };
}
