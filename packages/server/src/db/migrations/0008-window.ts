import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Windows of time in which something is accepted (online submission of a plan), closed once and for all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table accepting_window (
    organiser_id uuid not null,
    /* What it is for, e.g. ln-2024-eng/online-submission. */
    name text not null,
    id uuid not null unique,
    closes_at timestamptz not null,
    closed_at timestamptz,
    primary key (organiser_id, name)
  )`.execute(db);
  /* Locked by every command that hands something in; holds nothing about a person. */
  await protect(db, 'accepting_window', { everybody: 'write' });
}
