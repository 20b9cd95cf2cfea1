import { dateAt, type ListedClass, type KeptFor } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { casesOf, peopleWaiting } from './cases.ts';
import { usesOfFiles } from './uses.ts';

/** What is walked through one after the other: files, then rows whose content ends while they stay. */
export const PHASES = ['file', 'objection', 'privacy-request', 'result-line'] as const;
export type Phase = (typeof PHASES)[number];

/** How far a walk has come. Files go person by person, so that the submissions of one are read together. */
export interface Place {
  readonly owner: string;
  readonly id: string;
}
export const NOBODY = '00000000-0000-0000-0000-000000000000';
export const START: Place = { owner: NOBODY, id: NOBODY };

/** How one phase is walked, judged and destroyed. Everything runs as the platform. */
export interface PhaseWork {
  /** The next things after a place, at most so many, in the order of an index. */
  readonly next: (ctx: Ctx, after: Place, most: number) => Promise<readonly Place[]>;
  /** What each is kept for; nothing for one that is gone. */
  readonly uses: (ctx: Ctx, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly KeptFor[]>>;
  readonly destroy: (ctx: Ctx, ids: readonly string[]) => Promise<void>;
}

interface RowFound {
  readonly id: string;
  readonly since: string | null;
  readonly application_id: string | null;
  readonly person_id: string | null;
}

/** Rows that end: `rows` selects `id`, `since`, `application_id`, `person_id` of those that stand. */
function rowsThatEnd(of: ListedClass, rows: ReturnType<typeof sql>, destroy: PhaseWork['destroy']): PhaseWork {
  return {
    next: async (ctx, after, most) => {
      const found = await sql<{ id: string }>`select id from (${rows}) r where id > ${after.id}
        order by id limit ${most}`.execute(ctx.tx);
      return found.rows.map(({ id }) => ({ owner: NOBODY, id }));
    },
    uses: async (ctx, ids) => {
      const found = await sql<RowFound>`select * from (${rows}) r where id = any(${ids}::uuid[])`.execute(ctx.tx);
      const cases = await casesOf(
        ctx,
        found.rows.flatMap((row) => row.application_id ?? []),
      );
      const waiting = await peopleWaiting(
        ctx,
        found.rows.flatMap((row) => row.person_id ?? []),
      );
      return new Map(
        found.rows.map((row) => {
          const own = { of, since: row.since === null ? null : dateAt(row.since) };
          const barred = row.person_id !== null && waiting.has(row.person_id);
          const about = row.application_id === null ? undefined : cases.get(row.application_id);
          const uses: KeptFor[] = [{ ...own, barred }];
          if (about !== undefined) uses.push({ of, since: about.endedOn, barred: about.barred });
          return [row.id, uses];
        }),
      );
    },
    destroy,
  };
}

export const PHASE_WORK: Readonly<Record<Phase, PhaseWork>> = {
  file: {
    next: async (ctx, after, most) => {
      const { rows } = await sql<Place>`select coalesce(owner_person_id, ${NOBODY}::uuid) as owner, id from blob
        where destroyed_at is null and (coalesce(owner_person_id, '00000000-0000-0000-0000-000000000000'::uuid), id)
          > (${after.owner}::uuid, ${after.id}::uuid)
        order by coalesce(owner_person_id, '00000000-0000-0000-0000-000000000000'::uuid), id limit ${most}`.execute(
        ctx.tx,
      );
      return rows;
    },
    uses: usesOfFiles,
    destroy: async (ctx, ids) => {
      await ctx.tx
        .updateTable('blob')
        .set({ wrapped_key: null, destroyed_at: ctx.businessNow })
        .where(sql<boolean>`id = any(${ids}::uuid[])`)
        .where('destroyed_at', 'is', null)
        .execute();
      // A row that comes back from the recycle bin must not offer what is gone.
      await ctx.tx
        .updateTable('archive_evidence')
        .set({ removed_at: ctx.businessNow })
        .where(sql<boolean>`blob_id = any(${ids}::uuid[])`)
        .where('removed_at', 'is', null)
        .execute();
    },
  },
  objection: rowsThatEnd(
    'objection',
    sql`select id, answered_at as since, application_id, null::uuid as person_id from objection
      where state <> 'open' and erased_at is null`,
    async (ctx, ids) => {
      await sql`update objection set wrapped_key = '', name_sealed = '', contact_sealed = '', content_sealed = '',
        finding_sealed = null, erased_at = ${ctx.businessNow} where id = any(${ids}::uuid[])`.execute(ctx.tx);
    },
  ),
  'privacy-request': rowsThatEnd(
    'privacy-request',
    sql`select id, answered_at as since, null::uuid as application_id, person_id from privacy_request
      where state <> 'received' and erased_at is null`,
    async (ctx, ids) => {
      await sql`update privacy_request set text = '', answer = '', erased_at = ${ctx.businessNow}
        where id = any(${ids}::uuid[])`.execute(ctx.tx);
    },
  ),
  'result-line': rowsThatEnd(
    'result-line',
    sql`select l.id, t.imported_at as since, null::uuid as application_id, null::uuid as person_id
      from result_line l join result_list t on t.id = l.list_id where l.state <> 'taken'`,
    async (ctx, ids) => {
      await sql`delete from result_line where id = any(${ids}::uuid[]) and state <> 'taken'`.execute(ctx.tx);
    },
  ),
};

/** Where the things of a class are found. */
export function phaseOf(of: ListedClass): Phase {
  switch (of) {
    case 'objection':
    case 'privacy-request':
    case 'result-line':
      return of;
    case 'archive-removed':
    case 'evidence-stopped':
    case 'evidence-passed':
    case 'photo':
    case 'signed-passed':
    case 'signed-stopped':
    case 'consultation':
    case 'publicity-proof':
    case 'fee':
    case 'unit-letter':
      return 'file';
  }
}
