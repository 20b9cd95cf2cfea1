import { type CalendarDate, dateAt } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { processOf } from '../application/index.ts';

/** What an application means for whatever is kept for it. */
export interface KeptCase {
  /** The day it ended; null while it goes on. */
  readonly endedOn: CalendarDate | null;
  readonly passed: boolean;
  /** Held, or something about it or its person is open: objection, request about personal data, revocation. */
  readonly barred: boolean;
}

interface Row {
  readonly id: string;
  readonly stage: string;
  readonly pack: string;
  readonly pack_number: number;
  readonly organiser_id: string;
  readonly since: string;
  readonly barred: boolean;
}

/** The applications of some ids, by id. A fixed number of statements however many. Runs as the platform. */
export async function casesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, KeptCase>> {
  if (ids.length === 0) return new Map();
  const { rows } =
    await sql<Row>`select a.id, a.stage, a.pack, a.pack_number, a.organiser_id, a.state ->> 'since' as since,
      exists (select from retention_hold h where h.application_id = a.id and h.released_at is null)
      or exists (select from objection o where o.application_id = a.id and o.state = 'open')
      or exists (select from privacy_request q where q.person_id = a.person_id and q.state = 'received')
      or exists (select from certificate c join certificate_revocation v on v.certificate_id = c.id
        where c.application_id = a.id and v.decided_by is null) as barred
    from application a where a.id = any(${ids}::uuid[])`.execute(ctx.tx);
  const cases = new Map<string, KeptCase>();
  for (const { id, stage, since, barred, ...pinned } of rows) {
    const { plan } = await processOf(ctx, pinned);
    const end = plan.stages.find((one) => one.id === stage)?.end;
    cases.set(id, { endedOn: end === undefined ? null : dateAt(since), passed: end === 'success', barred });
  }
  return cases;
}

/** Those of some people who wait for an answer about their personal data. Runs as the platform. */
export async function peopleWaiting(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select person_id as id from privacy_request
    where person_id = any(${ids}::uuid[]) and state = 'received'`.execute(ctx.tx);
  return new Set(rows.map(({ id }) => id));
}
