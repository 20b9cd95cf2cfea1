import type pg from 'pg';

export class UnfitDatabase extends Error {}

/** Refuses a database that would lose data or sort and search Chinese wrongly. `unsafe` (tests) allows fsync off. */
export async function assertFit(client: pg.ClientBase, unsafe = false): Promise<void> {
  const { rows } = await client.query<{ encoding: string; version: number; fsync: string; checksums: string }>(
    `select pg_encoding_to_char(encoding) as encoding, current_setting('server_version_num')::int as version,
            current_setting('fsync') as fsync, current_setting('data_checksums') as checksums
     from pg_database where datname = current_database()`,
  );
  const [found] = rows;
  if (!found) throw new UnfitDatabase('读不到数据库的设置。');
  if (found.version < 180_000) throw new UnfitDatabase('数据库需要 PostgreSQL 18 或更新的版本。');
  if (found.encoding !== 'UTF8') throw new UnfitDatabase(`数据库的编码应是 UTF8，现在是 ${found.encoding}。`);
  if (!unsafe && found.fsync !== 'on') throw new UnfitDatabase('数据库关闭了 fsync，断电会丢失数据，请打开。');
  if (!unsafe && found.checksums !== 'on')
    throw new UnfitDatabase('数据库没有启用数据校验（data checksums），请启用。');
  const { rows: trigrams } = await client.query<{ found: boolean }>(
    `select cardinality(show_trgm('职称')) > 0 as found`,
  );
  if (!trigrams[0]?.found) {
    throw new UnfitDatabase('数据库的区域设置不能检索中文，请用 builtin 提供者和 C.UTF-8 建库。');
  }
}
