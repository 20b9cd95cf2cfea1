import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Who made a version on the platform, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_draft (
    pack text not null,
    number int not null,
    drafted_by uuid not null references person,
    reason text not null,
    primary key (pack, number),
    foreign key (pack, number) references policy_version
  )`.execute(db);
  await protect(db, 'policy_draft', {
    person: 'drafted_by',
    publicWhen: 'actor_person() is not null',
    appendOnly: true,
  });
  await sql`create trigger append_only before update or delete or truncate on policy_draft
    for each statement execute function refuse_change()`.execute(db);
}
