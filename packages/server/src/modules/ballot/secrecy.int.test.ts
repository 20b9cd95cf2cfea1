import { getRound } from '@zhiping/contract';
import { CHOICES, type Choice } from '@zhiping/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../context.ts';
import { secretBytes } from '../../security/random.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import {
  arrangeReady,
  drawCommittee,
  enterRoom,
  newMeeting,
  personOf,
  reviewed,
  type Room,
  seated,
  TestRound,
} from './testing/meeting.ts';

/**
 * An attacker with a dump of the database as its superuser, who knows in which order the experts voted and sees every
 * column, the system columns, the sizes, and whatever dead rows are left. The attack tries to tell what each expert chose.
 */
let server: TestServer;
let room: Room;
let meetingId: string;
let experts: readonly DemonstrationLogin[];
/** What was really chosen, and when: what the attack is measured against. */
const truth = new Map<string, Choice>();
const order: string[] = [];

beforeAll(async () => {
  // It plants tables with faults of its own, which the checks of the data must not look for.
  server = await startTestServer({ breaksData: true });
  room = await enterRoom(server);
  meetingId = await newMeeting(room, [await arrangeReady(room, 'applicant')]);
  await drawCommittee(room, meetingId);
  await reviewed(room, meetingId);
  experts = await seated(room, meetingId, 'accepted');
});
afterAll(() => server.close());

/** Works as the owner of the database: past roles, grants and row level security. */
function asOwner<T>(fn: (ctx: Ctx) => Promise<T>): Promise<T> {
  return server.asPlatform(async (ctx) => {
    await sql`set local role none`.execute(ctx.tx);
    return fn(ctx);
  });
}

/** One value an attacker can sort voters by, from a dump: the voter and a text. */
type Clue = readonly { readonly voter: string; readonly value: string }[];
/** A choice as a value, in a column or inside JSON; the counts of a round have them as names. */
const CHOSEN = new RegExp(`"(${CHOICES.join('|')})"(?!\\s*:)`);

/** Rows as they were before anybody voted: packs and pages know the words yes and no as well. */
let known: ReadonlySet<string> = new Set();

async function dump(tables: readonly string[]): Promise<ReadonlySet<string>> {
  return asOwner(async ({ tx }) => {
    const texts = new Set<string>();
    for (const table of tables) {
      const { rows } = await sql<{ text: string }>`select row_to_json(x)::text as text
        from ${sql.raw(table)} x`.execute(tx);
      for (const { text } of rows) texts.add(text);
    }
    return texts;
  });
}

/** Reads every row written since, in the order of the heap, and answers whom it believes to have chosen what. */
async function attack(
  tables: readonly string[],
  before: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await asOwner(async ({ tx }) => {
    for (const table of tables) {
      const { rows } = await sql<{ text: string }>`select row_to_json(x)::text as text
        from ${sql.raw(table)} x order by ctid`.execute(tx);
      // Rows in the order of the heap, matched with the order in which people were seen to vote.
      const written = rows.filter((row) => !before.has(row.text));
      for (const [index, row] of written.entries()) {
        const text = row.text.replaceAll('\\', '');
        const choice = CHOSEN.exec(text)?.[1];
        const who = [...truth.keys()].find((voter) => text.includes(voter)) ?? order[index];
        if (choice !== undefined && who !== undefined) found.set(who, choice);
      }
    }
  });
  return found;
}

const rightGuesses = (guesses: ReadonlyMap<string, string>): number =>
  [...guesses].filter(([voter, choice]) => truth.get(voter) === choice).length;

/** Every table of ours, partitions too. */
async function allTables(): Promise<readonly string[]> {
  return asOwner(async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'packet')`.execute(tx);
    return rows.map(({ name }) => name);
  });
}

/** What the envelopes show besides their content: how often values differ between voters. */
async function clues(roundId: string): Promise<Readonly<Record<string, Clue>>> {
  return asOwner(async ({ tx }) => {
    const { rows } = await sql<{ voter: string; xmin: string; size: string; cast: string; columns: string }>`
      select person_id::text as voter, xmin::text as xmin, length(sealed)::text as size, cast_::text as cast,
        (select string_agg(attname, ',' order by attname) from pg_attribute
          where attrelid = 'packet.envelope'::regclass and attnum > 0) as columns
      from packet.envelope where round_id = ${roundId}`.execute(tx);
    const by = (name: 'xmin' | 'size' | 'columns') => rows.map((row) => ({ voter: row.voter, value: row[name] }));
    return { xmin: by('xmin'), size: by('size'), columns: by('columns') };
  });
}

describe('the attack', () => {
  it('would succeed on ballots kept in the order they came in', async () => {
    const voters = experts.slice(0, 6);
    const kept: { voter: string; choice: Choice }[] = [];
    for (const [index, login] of voters.entries()) {
      const voter = await personOf(server, login);
      kept.push({ voter, choice: CHOICES[index % 3] ?? 'yes' });
    }
    for (const { voter, choice } of kept) {
      truth.set(voter, choice);
      order.push(voter);
    }
    await asOwner(async ({ tx }) => {
      // Two tables without a foreign key: who voted, and what was voted.
      await sql`create table planted_ballot (choice text)`.execute(tx);
      for (const { choice } of kept) await sql`insert into planted_ballot values (${choice})`.execute(tx);
    });
    expect(rightGuesses(await attack(['planted_ballot']))).toBe(6);
    await asOwner(async ({ tx }) => {
      // The same in an event of its own for each vote, in another order.
      await sql`create table planted_event (document text)`.execute(tx);
      for (const one of kept.toReversed()) {
        await sql`insert into planted_event values (${JSON.stringify({ data: one })})`.execute(tx);
      }
    });
    expect(rightGuesses(await attack(['planted_event']))).toBe(6);
    await asOwner(({ tx }) => sql`drop table planted_ballot, planted_event`.execute(tx));
    truth.clear();
    order.length = 0;
  });

  it('finds nothing while votes are being cast: one transaction id, one size, no time, and no choice', async () => {
    const round = await TestRound.begin(room, meetingId);
    await round.attend(experts);
    await round.open();
    known = await dump(await allTables());
    for (const login of experts) {
      const choice = CHOICES[(secretBytes(1)[0] ?? 0) % 3] ?? 'yes';
      await round.vote(login, choice);
      const voter = await personOf(server, login);
      truth.set(voter, choice);
      order.push(voter);
    }
    const seen = await clues(round.id);
    for (const [name, clue] of Object.entries(seen)) {
      expect([name, new Set(clue.map(({ value }) => value)).size]).toEqual([name, 1]);
    }
    expect(seen['columns']?.[0]?.value).toBe('cast_,person_id,round_id,sealed');
    expect((await attack(await allTables(), known)).size).toBe(0);

    await round.seal();
    const { results } = await round.count();
    const counted = (choice: Choice) => [...truth.values()].filter((one) => one === choice).length;
    expect(results[0]).toMatchObject({ yes: counted('yes'), no: counted('no'), abstain: counted('abstain') });
    const view = await room.chair(getRound, { params: round.params });
    expect(view).toMatchObject({ state: 'counted' });
    expect(view.wrapped).toBeNull();
  });

  it('finds nothing afterwards: no envelope, no key, no dead row, no file, no choice beside a voter', async () => {
    expect((await attack(await allTables(), known)).size).toBe(0);
    await asOwner(async ({ tx }) => {
      const { rows: parts } = await sql`select inhrelid from pg_inherits
        where inhparent = 'packet.envelope'::regclass`.execute(tx);
      expect(parts).toEqual([]);
      const { rows: envelopes } = await sql`select * from packet.envelope`.execute(tx);
      expect(envelopes).toEqual([]);
      const round = await tx.selectFrom('ballot_round').selectAll().executeTakeFirstOrThrow();
      expect([round.wrapped_box, round.wrapped_ephemeral, round.handed_share]).toEqual([null, null, null]);
      // The record knows the hashes of all envelopes and the counts, and no time or name of a single vote.
      const events = await tx.selectFrom('record_event').select(['action', 'document']).execute();
      expect(events.filter(({ action }) => action === 'round.cast')).toEqual([]);
      const hashes = new Set(round.envelope_hashes);
      const naming = events.filter(({ document }) => [...hashes].some((hash) => document.includes(hash)));
      expect(naming.map(({ action }) => action)).toEqual(['round.seal']);
    });
  });
});
