import { type RawBuilder, sql } from 'kysely';

/**
 * What a file is to the thing that keeps its id. What class that is also depends, for those of an application, on how the
 * application ended.
 */
export type FileRole =
  | 'archive' // evidence in a person's archive
  | 'photo' // a person's photo
  | 'submitted' // evidence of a submission
  | 'submitted-photo'
  | 'signed' // stamped page, pledge, letters of experts
  | 'consultation'
  | 'publicity-proof'
  | 'fee'
  | 'unit-letter'
  | 'passing'; // a result that goes by itself after some days

/** One column that keeps ids of files. */
export interface FileColumn {
  readonly column: `${string}.${string}`;
  readonly role: FileRole;
  /**
   * Uses of some files: `file_id`, `application_id` (null where it is of none), `person_id` (likewise) and `since`, when the
   * use ended by itself; null where it goes on, or ends with the application.
   */
  readonly uses: (ids: RawBuilder<unknown>) => RawBuilder<unknown>;
}

/**
 * Every column that keeps ids of files. A test reads the schema and fails where one is missing here. Those marked as found in
 * a submission stand in its JSON: they are looked for among the submissions of whoever owns the file.
 */
export const FILE_COLUMNS: readonly FileColumn[] = [
  {
    column: 'archive_evidence.blob_id',
    role: 'archive',
    // What lies in the recycle bin with its row is as good as removed; a restored row is in use again.
    uses: (ids) => sql`select e.blob_id as file_id, null::uuid as application_id, e.person_id, coalesce(e.removed_at,
      (select r.updated_at from archive_row r where r.id = e.row_id and r.state = 'recycled')) as since
      from archive_evidence e where e.blob_id = any(${ids})`,
  },
  {
    column: 'archive_photo.blob_id',
    role: 'photo',
    uses: (ids) => sql`select blob_id as file_id, null::uuid as application_id, person_id, replaced_at as since
      from archive_photo where blob_id = any(${ids})`,
  },
  {
    column: 'application_stamped_page.file_id',
    role: 'signed',
    uses: (ids) => ofApplication(sql`application_stamped_page`, sql`file_id`, ids),
  },
  { column: 'endorsement.file_id', role: 'signed', uses: (ids) => ofApplication(sql`endorsement`, sql`file_id`, ids) },
  {
    column: 'pledge_signature.file_id',
    role: 'signed',
    uses: (ids) => ofApplication(sql`pledge_signature`, sql`file_id`, ids),
  },
  {
    column: 'consultation_paper.file_id',
    role: 'consultation',
    // Answered, and every application of the person in that plan has ended.
    uses: (ids) => sql`select p.file_id, a.id as application_id, c.person_id,
      case when a.id is null then c.answered_at end as since
      from consultation_paper p join consultation c on c.id = p.consultation_id
      left join application a on a.person_id = c.person_id and a.plan_id = c.plan_id where p.file_id = any(${ids})`,
  },
  {
    column: 'publicity_proof.file_id',
    role: 'publicity-proof',
    uses: (ids) => sql`select f.file_id, p.application_id, p.person_id, null::timestamptz as since
      from publicity_proof f join publicity p on p.id = f.publicity_id where f.file_id = any(${ids})`,
  },
  { column: 'fee.proof_file_id', role: 'fee', uses: (ids) => ofApplication(sql`fee`, sql`proof_file_id`, ids) },
  { column: 'fee_slip.file_id', role: 'fee', uses: (ids) => ofApplication(sql`fee_slip`, sql`file_id`, ids) },
  {
    column: 'unit_registration.letter_blob',
    role: 'unit-letter',
    uses: (ids) => sql`select letter_blob as file_id, null::uuid as application_id, person_id,
      case when state <> 'waiting' then coalesce(decided_at, created_at) end as since
      from unit_registration where letter_blob = any(${ids})`,
  },
  {
    column: 'volume_order.blob_id',
    role: 'passing',
    uses: (ids) => sql`select blob_id as file_id, null::uuid as application_id, null::uuid as person_id,
      null::timestamptz as since from volume_order where blob_id = any(${ids})`,
  },
  {
    column: 'packet.file.blob_id',
    role: 'submitted',
    // A packet whose case is not known any more keeps its files.
    uses: (
      ids,
    ) => sql`select f.blob_id as file_id, c.application_id, null::uuid as person_id, null::timestamptz as since
      from packet.file f left join meeting_case c on c.packet_id = f.packet_id where f.blob_id = any(${ids})`,
  },
];

function ofApplication(table: RawBuilder<unknown>, column: RawBuilder<unknown>, ids: RawBuilder<unknown>) {
  return sql`select ${column} as file_id, application_id, null::uuid as person_id, null::timestamptz as since
    from ${table} where ${column} = any(${ids})`;
}

/**
 * Files frozen in submissions, among those of some people: the owners of the files and whoever has them in the archive. Person
 * by person, so that nobody else's submissions are read however many there are.
 */
export const inSubmissions = (ids: RawBuilder<unknown>, people: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select f.found::uuid as file_id, s.id as application_id, p.id as person_id, null::timestamptz as since, f.role
    from unnest(${people}) p(id)
    cross join lateral (
      select a.id, t.snapshot from application a join lateral (
        select snapshot from application_submission where application_id = a.id offset 0) t on true
      where a.person_id = p.id offset 0) s
    cross join lateral (
      select jsonb_path_query(s.snapshot, '$.rows[*].files[*].fileId') #>> '{}' as found, 'submitted' as role union all
      select s.snapshot -> 'photo' ->> 'fileId', 'submitted-photo') f
    where f.found = any(${ids}::text[])`;

/** Those people. */
export const peopleOf = (ids: RawBuilder<unknown>): RawBuilder<{ readonly id: string }> =>
  sql`select owner_person_id as id from blob where id = any(${ids}) and owner_person_id is not null union
    select person_id from archive_evidence where blob_id = any(${ids}) union
    select person_id from archive_photo where blob_id = any(${ids})`;
