import { type Kysely, sql } from 'kysely';

/**
 * Who may touch the rows of a table, as one coarse template below the permission table: a second net, not the first.
 * Columns name who the row belongs to; an actor reaches it when one of them is theirs.
 */
export interface Protection {
  /** Column with the organiser's id: office, supervisor and policy owner of it reach the row. */
  readonly organiser?: string;
  /** Column with the person's id: that person reaches the row. */
  readonly person?: string;
  /** Columns with the id of a unit, authority, association or meeting the actor is staff of. */
  readonly subjects?: readonly string[];
  /** SQL condition under which anybody may read the row, e.g. `published_at is not null`. */
  readonly publicWhen?: string;
  /** SQL condition under which an actor reaches the row besides, e.g. an `exists` on a protected table. */
  readonly or?: string;
  /** Everybody reads (`read`), or reads and writes (`write`): for tables that hold nothing about a person. */
  readonly everybody?: 'read' | 'write';
  /** Nobody changes or deletes rows, not even the platform. */
  readonly appendOnly?: boolean;
  /** The role of expert routes gets the table too, under the same conditions. */
  readonly expert?: boolean;
}

/** Switches on forced row level security for `table` and grants what the template says. Call it for every table. */
export async function protect(db: Kysely<unknown>, table: string, protection: Protection): Promise<void> {
  const reach = [
    protection.organiser && `${protection.organiser} = any(actor_organisers())`,
    protection.person && `${protection.person} = actor_person()`,
    ...(protection.subjects ?? []).map((column) => `${column} = any(actor_subjects())`),
    protection.or && `(${protection.or})`,
    protection.everybody === 'write' && 'true',
  ].filter((part) => typeof part === 'string');
  const write = reach.length > 0 ? reach.join(' or ') : 'false';
  const readable = [write, protection.publicWhen && `(${protection.publicWhen})`, protection.everybody && 'true'];
  const read = readable.filter((part) => typeof part === 'string').join(' or ');
  const roles = protection.expert ? 'zhiping_app, zhiping_expert' : 'zhiping_app';
  const verbs = protection.appendOnly ? 'select, insert' : 'select, insert, update, delete';
  const statements = [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `grant ${verbs} on ${table} to ${roles}, zhiping_jobs`,
    `create policy platform on ${table} to zhiping_jobs using (true) with check (true)`,
    `create policy owner on ${table} to current_user using (true) with check (true)`,
    `create policy readable on ${table} for select to ${roles} using (${read})`,
    `create policy insertable on ${table} for insert to ${roles} with check (${write})`,
    ...(protection.appendOnly
      ? []
      : [
          `create policy changeable on ${table} for update to ${roles} using (${write}) with check (${write})`,
          `create policy deletable on ${table} for delete to ${roles} using (${write})`,
        ]),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
