// `node bench/reuse.ts [rows]`: how long the check for second uses takes within a submission, with 1,000 and with 1,000,000
// uses in the table, in one run and in turns. Prints milliseconds and the ratio; aim: at most 1.5.
import { type Fields, marksOf, type Use, useOf } from '@zhiping/core';
import { asPlatform, type Ctx } from '@zhiping/server/context';
import type { RowWithFiles } from '@zhiping/server/modules/archive/index';
import { noteUses } from '@zhiping/server/modules/reuse/index';
import { seedDemonstration } from '@zhiping/server/start/demonstration/index';
import { openInstallation } from '@zhiping/server/start/installation';
import { startPostgres } from '@zhiping/server/start/postgres';
import { createDatabase } from '@zhiping/server/testing/databases';
import { arrangeApplication } from '@zhiping/server/modules/application/testing/arrange';
import { testSettings } from '@zhiping/server/testing/settings';
import { sql } from 'kysely';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANY = Number(process.argv[2] ?? 1_000_000);
const FEW = 1_000;
const ROWS = 20;
const ROUNDS = 60;
const BATCH = 4_000;

/** Drawn with a seed, so that two runs load the same. */
let state = 2024;
const drawn = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const CHARACTERS = Array.from({ length: 900 }, (_, at) => String.fromCodePoint(0x4e00 + at * 21));
const word = (length: number): string => Array.from({ length }, () => CHARACTERS[drawn(900)]).join('');
const WORDS = Array.from({ length: 3_000 }, () => word(2 + drawn(3)));
const FORMS = ['系统设计', '关键技术研究与应用', '装置及方法', '平台建设项目', '检测方法研究', '综合防范工程'];
const pick = (list: readonly string[]): string => list[drawn(list.length)] ?? '';
const KINDS = ['patent', 'project', 'award', 'paper'] as const;

function anyFields(): Fields {
  return {
    name: `${pick(WORDS)}${pick(WORDS)}${pick(WORDS)}${pick(FORMS)}`,
    number: `ZL2020${drawn(1e9)}`,
    certificateNumber: `2021-${drawn(1e9)}`,
    myPart: Array.from({ length: 14 }, () => pick(WORDS)).join(''),
  };
}
const anyUse = (): Use => useOf({ kind: KINDS[drawn(4)] ?? 'patent', fields: anyFields() }, [word(16)]);

const folder = mkdtempSync(join(tmpdir(), 'zhiping-bench-'));
const postgres = await startPostgres({ folder });
try {
  const few = await loaded('few', FEW);
  const many = await loaded('many', MANY);
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.few.push(await timed(few, round));
    times.many.push(await timed(many, round));
  }
  const [one, other] = [median(times.few), median(times.many)];
  process.stdout.write(`${FEW} uses: ${one.toFixed(2)} ms a submission with ${ROWS} rows (median of ${ROUNDS})\n`);
  process.stdout.write(`${MANY} uses: ${other.toFixed(2)} ms; ratio ${(other / one).toFixed(2)} (aim: at most 1.5)\n`);
  await few.installation.close();
  await many.installation.close();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Loaded = Awaited<ReturnType<typeof loaded>>;

async function loaded(name: string, uses: number) {
  await createDatabase(postgres.connection, name);
  const settings = testSettings(folder);
  const connection = { ...postgres.connection, database: name };
  const installation = await openInstallation({ settings, connection, unsafe: true });
  await seedDemonstration(installation);
  const application = await asPlatform(installation, 'system.bench', async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', 'expert1')
      .executeTakeFirstOrThrow();
    return arrangeApplication(ctx, { personId, state: { stage: 'not-passed' } });
  });
  // With its index in place, which takes its time: made afterwards it has pages half full, and twice as many.
  const ids = await copies(installation, application, 'B', Math.ceil(uses / ROWS));
  for (let from = 0; from < uses; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, uses - from) }, (_, at) => {
      const use = anyUse();
      return { ...use, at: Math.floor((from + at) / ROWS), marks: `{${marksOf(use).join()}}` };
    });
    await asPlatform(installation, 'system.bench', ({ tx }) => insert(tx, rows, ids, application));
  }
  await asOwner(name, 'analyze');
  // Each submission timed is the first of its application: what one hands in again and again leaves dead rows behind.
  return { installation, submitted: await copies(installation, application, 'C', ROUNDS) };
}

/** So many applications like this one, numbered with this letter. */
function copies(
  installation: Awaited<ReturnType<typeof openInstallation>>,
  application: string,
  letter: string,
  count: number,
) {
  return asPlatform(installation, 'system.bench', async ({ tx }) => {
    await sql`insert into application select copy.* from application a, generate_series(1, ${count}) at,
      lateral jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', ${letter} || at)) copy
      where a.id = ${application}`.execute(tx);
    return tx.selectFrom('application').select('id').where('number', 'like', `${letter}%`).execute();
  });
}

async function asOwner(name: string, statement: string): Promise<void> {
  const client = new pg.Client({ ...postgres.connection, database: name });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function insert(
  tx: Ctx['tx'],
  rows: readonly (Use & { readonly at: number; readonly marks: string })[],
  ids: readonly { readonly id: string }[],
  application: string,
) {
  const column = <T>(of: (row: (typeof rows)[number]) => T): T[] => rows.map(of);
  return sql`insert into achievement_use (id, application_id, organiser_id, person_id, unit_id, row_id, kind, title, part, text,
      numbers, files, marks, used_at)
    select gen_random_uuid(), u.application, a.organiser_id, gen_random_uuid(), a.unit_id, gen_random_uuid(), 'patent',
      u.title, u.part, u.text, array[u.number], array[u.file], u.marks::bigint[], now()
    from unnest(${column((row) => ids[row.at]?.id ?? application)}::uuid[], ${column((row) => row.title)}::text[],
      ${column((row) => row.part)}::text[], ${column((row) => row.text)}::text[],
      ${column((row) => row.numbers[0] ?? '')}::text[], ${column((row) => row.files[0] ?? '')}::text[],
      ${column((row) => row.marks)}::text[]) as u (application, title, part, text, number, file, marks),
      application a where a.id = ${application}`.execute(tx);
}

/** Milliseconds of the check within a transaction, as a submission calls it. */
async function timed({ installation, submitted }: Loaded, round: number): Promise<number> {
  const rows = Array.from({ length: ROWS }, rowOf);
  return asPlatform(installation, 'system.bench', async (ctx) => {
    const row = await ctx.tx
      .selectFrom('application')
      .selectAll()
      .where('id', '=', submitted[round]?.id ?? '')
      .executeTakeFirstOrThrow();
    const from = performance.now();
    await noteUses(ctx, row, rows, Array.from({ length: 60 }, () => pick(WORDS)).join(''));
    return performance.now() - from;
  });
}

function rowOf(): RowWithFiles {
  const fields = anyFields();
  const kind = KINDS[drawn(4)] ?? 'patent';
  const stored = { id: randomUUID(), kind, state: 'verified', fields } as unknown as RowWithFiles['stored'];
  const file = { sameness: Buffer.from(word(16)), purposes: [] } as unknown as RowWithFiles['files'][number];
  return { stored, fields, files: [file] };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
