import { dateAt, type DocumentClass, type KeptFor } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { casesOf, type KeptCase, peopleWaiting } from './cases.ts';
import { FILE_COLUMNS, type FileRole, inSubmissions, peopleOf } from './file-columns.ts';

interface Found {
  readonly file_id: string;
  readonly role: FileRole;
  readonly application_id: string | null;
  readonly person_id: string | null;
  readonly since: string | null;
}

/** What each of some files is kept for. A fixed number of statements however many. Runs as the platform. */
export async function usesOfFiles(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly KeptFor[]>> {
  const asked = sql`${ids}::uuid[]`;
  const people = (await peopleOf(asked).execute(ctx.tx)).rows.map(({ id }) => id);
  const parts = [
    ...FILE_COLUMNS.map(({ role, uses }) => sql`select u.*, ${sql.lit(role)} as role from (${uses(asked)}) u`),
    inSubmissions(asked, sql`${people}::uuid[]`),
  ];
  const { rows } = await sql<Found>`select distinct * from (${sql.join(parts, sql` union all `)}) found`.execute(
    ctx.tx,
  );
  const cases = await casesOf(ctx, [...new Set(rows.flatMap((row) => row.application_id ?? []))]);
  const waiting = await peopleWaiting(ctx, [...new Set(rows.flatMap((row) => row.person_id ?? []))]);
  const uses = new Map<string, KeptFor[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    const of = row.application_id === null ? null : (cases.get(row.application_id) ?? null);
    uses.get(row.file_id)?.push(useOf(row, of, row.person_id !== null && waiting.has(row.person_id)));
  }
  return uses;
}

function useOf({ role, since, application_id: applicationId }: Found, of: KeptCase | null, waiting: boolean): KeptFor {
  const barred = waiting || (of?.barred ?? false);
  const over = applicationId === null ? (since === null ? null : dateAt(since)) : (of?.endedOn ?? null);
  return { of: classOf(role, of?.passed ?? false), since: over, barred };
}

function classOf(role: FileRole, passed: boolean): DocumentClass {
  switch (role) {
    case 'archive':
    case 'passing':
      return 'archive-removed';
    case 'photo':
    case 'submitted-photo':
      return 'photo';
    case 'submitted':
      return passed ? 'evidence-passed' : 'evidence-stopped';
    case 'signed':
      return passed ? 'signed-passed' : 'signed-stopped';
    case 'consultation':
    case 'publicity-proof':
    case 'fee':
    case 'unit-letter':
      return role;
  }
}
