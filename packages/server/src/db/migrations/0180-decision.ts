import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * What the engine decided on a submission, kept small (some 600 bytes) and rendered when asked for; where there is one, the
 * report itself is not kept. The rules of a plan that it rested on stand once for all decisions under them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table decision_plan (
    /* SHA-256 of the canonical JSON of what the plan says of evaluation. */
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    plan jsonb not null
  )`.execute(db);
  await protect(db, 'decision_plan', { everybody: 'write', appendOnly: true });
  await sql`alter table application_submission add column decision jsonb`.execute(db);
}
