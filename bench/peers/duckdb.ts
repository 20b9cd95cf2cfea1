// DuckDB on typed tables, one thread: achievements counted by person, the conditions put together in one statement.
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program, Slot } from '@zhiping/standard/compile/program';
import type { PlainDossier } from './peers.ts';
import { leavesOf, shaped, SQL, translate, whereOf } from './translate.ts';

type Counting = Extract<Slot['node'], { kind: 'count' }>;

export async function openDuckdb(program: Program, dossiers: readonly PlainDossier[], times: number) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-duckdb-'));
  const { person, counts } = leavesOf(program);
  const fields = Object.keys(dossiers.find(({ achievements }) => achievements.length > 0)?.achievements[0] ?? {});
  const names = person.map(({ index }) => `s${index}`);
  const people = dossiers.map(({ p }, pid) => [pid, ...names.map((name) => (p[name] === true ? 1 : 0))].join(','));
  const rows = dossiers.flatMap(({ achievements }, pid) =>
    achievements.map((one) => [pid, ...fields.map((field) => one[field])].join(',')),
  );
  writeFileSync(join(folder, 'person.csv'), `${['pid', ...names].join(',')}\n${people.join('\n')}\n`);
  writeFileSync(join(folder, 'achievement.csv'), `${['pid', ...fields].join(',')}\n${rows.join('\n')}\n`);
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const cast = (name: string): string => `${name}::TINYINT AS ${name}`;
  const many = `range(${times}) r(n)`;
  const pid = `(pid + n * ${dossiers.length})::INTEGER AS pid`;
  await connection.run(
    `CREATE TABLE person AS SELECT ${[pid, ...names.map((name) => `${name}::BOOLEAN AS ${name}`)].join(', ')} FROM ${many}, read_csv('${join(folder, 'person.csv')}')`,
  );
  await connection.run(
    `CREATE TABLE achievement AS SELECT ${[pid, ...fields.map(cast)].join(', ')} FROM ${many}, read_csv('${join(folder, 'achievement.csv')}')`,
  );
  rmSync(folder, { recursive: true });
  const root = program.routes[0]?.root;
  if (!root) throw new Error('no route');
  const condition = shaped(root, {
    all: (parts) => `(${parts.join(' AND ')})`,
    any: (parts) => `(${parts.join(' OR ')})`,
    atLeast: (n, parts) => `(${parts.map((part) => `${part}::INT`).join(' + ')} >= ${n})`,
    person: ({ index }) => `s${index}`,
    count: (slot) => `coalesce(c${slot.index} >= ${(slot.node as Counting).min}, false)`,
  });
  const counted = counts.map((slot) => `count(*) FILTER (WHERE ${translate(whereOf(slot), SQL)}) AS c${slot.index}`);
  const from = `FROM person LEFT JOIN (SELECT pid, ${counted.join(', ')} FROM achievement GROUP BY pid) USING (pid) WHERE ${condition}`;
  return {
    count: async () => Number((await connection.runAndReadAll(`SELECT count(*) ${from}`)).getRows()[0]?.[0] ?? -1),
    eligible: async () =>
      new Set(
        (await connection.runAndReadAll(`SELECT pid ${from} AND pid < ${dossiers.length}`))
          .getRows()
          .map(([id]) => Number(id)),
      ),
  };
}
