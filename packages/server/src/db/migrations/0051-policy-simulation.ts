import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Simulations of a version over a population, kept so that their result can be shown to a colleague. Nothing personal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_simulation (
    id uuid primary key,
    pack text not null,
    number int not null,
    against_pack text not null,
    against_number int not null,
    level text not null,
    people int not null check (people > 0),
    started_by uuid not null,
    started_at timestamptz not null,
    /* Null until the job has done it. */
    result jsonb,
    foreign key (pack, number) references policy_version (pack, number),
    foreign key (against_pack, against_number) references policy_version (pack, number)
  )`.execute(db);
  await protect(db, 'policy_simulation', { everybody: 'read' });
}
