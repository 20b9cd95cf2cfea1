// The same requests on a small and on a full database: autosave, one's own application, worklists. What should not depend
// on how many apply must not; the ratio of the p95 tells (aim: at most 1.5). Both databases stand side by side and are
// asked in turn, so that whatever else the machine does falls on both.
import { EMPTY_CONTENT } from '@zhiping/contract';
import { arrangeApplication } from '@zhiping/server/modules/application/testing/arrange';
import { createPerson } from '@zhiping/server/modules/account/index';
import { SEQUENCER_LOCK } from '@zhiping/server/record/sequencer';
import { sql } from 'kysely';
import pg from 'pg';
import { type Bench, quantile, startBench } from './platform.ts';

const SMALL = 1_000;
const FULL = Number(process.env['BENCH_APPLICATIONS'] ?? 100_000);
const ROWS_EACH = 20;
const ENTRIES_EACH = 10;
/** Where the applications of a plan are spread, by share of a hundred. */
const STAGES: readonly (readonly [string, number])[] = [
  ['draft', 20],
  ['unit-review', 15],
  ['unit-publicity', 10],
  ['online-submission', 10],
  ['office-check', 25],
  ['authority-review', 12],
  ['ready', 8],
];
const ROUNDS = 200;
const WARM_UP = 20;

/** Answers the milliseconds of one request. */
type Ask = (round: number) => Promise<number>;

const asking =
  (url: string, init: (round: number) => RequestInit): Ask =>
  async (round) => {
    const start = performance.now();
    const response = await fetch(url, init(round));
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return performance.now() - start;
  };

/** What is measured: by an applicant, a unit, the office and an authority whose own part stays as large as it was. */
async function subjects(bench: Bench): Promise<readonly (readonly [string, Ask])[]> {
  const [office, unit, authority, supervisor] = await Promise.all(
    ['office', 'unit', 'authority', 'supervisor'].map(async (name) => bench.signIn(await bench.personOf(name))),
  );
  const personId = await bench.personOf('applicant');
  const mine = await bench.signIn(personId);
  const id = await bench.asPlatform((ctx) =>
    arrangeApplication(ctx, { personId, state: { stage: 'draft' }, content: EMPTY_CONTENT }),
  );
  const read =
    (cookie = ''): (() => RequestInit) =>
    () => ({ headers: { cookie } });
  let version = 0;
  const save = (round: number): RequestInit => {
    const body = JSON.stringify({ version, fields: { selfReport: `任现职以来的工作，第 ${round} 次修改。` } });
    version += 1;
    return {
      method: 'PATCH',
      headers: { cookie: mine, 'x-zhiping': '1', 'content-type': 'application/json' },
      body,
    };
  };
  return [
    ['申报自动保存', asking(`${bench.url}/api/applications/${id}`, save)],
    ['本人申报', asking(`${bench.url}/api/my/applications`, read(mine))],
    ['办公室资格审查列表', asking(`${bench.url}/api/office/applications?stage=office-check`, read(office))],
    ['单位的申报列表', asking(`${bench.url}/api/unit/applications`, read(unit))],
    ['主管部门的列表', asking(`${bench.url}/api/authority/applications`, read(authority))],
    ['监督人员的存证列表', asking(`${bench.url}/api/record`, read(supervisor))],
    ['公开的存证点', asking(`${bench.url}/api/record/checkpoint`, read())],
  ];
}

/** Fills the database up to `count` applications with their archives, by copies of one arranged application. */
async function fill(bench: Bench, from: number, count: number): Promise<void> {
  await bench.asPlatform(async (ctx) => {
    const { tx } = ctx;
    const personId = await createPerson(ctx, { name: `样本${from}` });
    const template = await arrangeApplication(ctx, { personId, state: { stage: 'draft' }, content: EMPTY_CONTENT });
    await sql`create temporary table filled on commit drop as
      select i, gen_random_uuid() as person_id, gen_random_uuid() as application_id,
        (select id from unit order by id offset i % 2 limit 1) as unit_id
      from generate_series(${from}::int, ${count - 1}::int) i`.execute(tx);
    await sql`insert into person (id, name, wrapped_key) select person_id, '样本' || i, wrapped_key
      from filled, person p where p.id = ${personId}`.execute(tx);
    const bounds = STAGES.map(([stage], index) => ({
      stage,
      below: STAGES.slice(0, index + 1).reduce((sum, [, share]) => sum + share, 0),
    }));
    const stageOf = `case ${bounds.map(({ stage, below }) => `when i % 100 < ${below} then '${stage}'`).join(' ')} end`;
    await sql`insert into application
      select (jsonb_populate_record(a, jsonb_build_object('id', f.application_id, 'number', 'B' || f.i,
        'person_id', f.person_id, 'unit_id', gen_random_uuid(), 'stage', ${sql.raw(stageOf)},
        'state', a.state || jsonb_build_object('stage', ${sql.raw(stageOf)})))).*
      from filled f, application a where a.id = ${template}`.execute(tx);
    // Every thousandth belongs to the unit that is measured; the others to units of their own.
    await sql`update application a set unit_id = f.unit_id from filled f
      where f.application_id = a.id and f.i % 50 = 0 and f.i < ${SMALL}`.execute(tx);
    await sql`insert into unit (id, name, credit_code, kind, area)
      select a.unit_id, '样本单位' || f.i, 'B' || lpad(f.i::text, 17, '0'), 'private', '沈阳市'
      from filled f join application a on a.id = f.application_id
      where not exists (select from unit u where u.id = a.unit_id)`.execute(tx);
    await sql`insert into archive_row (id, person_id, unit_id, kind, state, fields, created_at, updated_at)
      select gen_random_uuid(), f.person_id, a.unit_id, 'paper', 'draft',
        jsonb_build_object('name', '样本论文' || f.i || '之' || n), a.created_at, a.created_at
      from filled f join application a on a.id = f.application_id, generate_series(1, ${ROWS_EACH}::int) n`.execute(tx);
    // Entries of others, numbered behind what there is; their links are not what is measured.
    await sql`select pg_advisory_xact_lock(${SEQUENCER_LOCK})`.execute(tx);
    await sql`with events as (
        insert into record_event (id, organiser_id, action, subject_noun, subject_id, document, leaf, at)
        select uuidv7(), case when n % 2 = 0 then a.organiser_id end, 'application.edit', 'application', a.id,
          (select document from record_event limit 1), encode(sha256((f.i || ':' || n)::bytea), 'hex'), a.created_at
        from filled f join application a on a.id = f.application_id, generate_series(1, ${ENTRIES_EACH}::int) n
        returning id, leaf)
      insert into record_entry (seq, event_id, leaf, link)
      select (select coalesce(max(seq), -1) from record_entry) + row_number() over (order by id), id, leaf, leaf
      from events`.execute(tx);
  });
}

/** Leaves a base as weeks of use leave it: numbered, tidied up and on disk, not as one large insertion a second ago does. */
async function rest(bench: Bench): Promise<void> {
  await bench.asPlatform((ctx) =>
    ctx.record({ organiserId: null, subject: { noun: 'bench', id: ctx.newId() }, data: {} }),
  );
  await bench.link();
  const client = new pg.Client({ ...bench.connection, database: bench.database });
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

const [small, full] = [await startBench(), await startBench()];
try {
  const measured = await Promise.all([subjects(small), subjects(full)]);
  console.log(`两个库：${SMALL} 份申报、${SMALL * ROWS_EACH} 条业绩，${FULL} 份、${FULL * ROWS_EACH} 条，正在填充……`);
  await fill(small, 0, SMALL);
  await fill(full, 0, SMALL);
  await fill(full, SMALL, FULL);
  for (const bench of [small, full]) await rest(bench);
  console.log('| 请求（p95） | 小库 毫秒 | 满库 毫秒 | 满/小 |\n| --- | --- | --- | --- |');
  for (const [index, [name, askSmall]] of measured[0].entries()) {
    const askFull = measured[1][index]?.[1] ?? askSmall;
    const times: { readonly small: number[]; readonly full: number[] } = { small: [], full: [] };
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const pair = { small: await askSmall(round), full: await askFull(round) };
      if (round < 0) continue;
      times.small.push(pair.small);
      times.full.push(pair.full);
    }
    const [a, b] = [quantile(times.small, 0.95), quantile(times.full, 0.95)];
    console.log(`| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b / a).toFixed(2)} |`);
  }
} finally {
  await small.stop();
  await full.stop();
}
