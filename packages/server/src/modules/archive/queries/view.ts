import type { Archive, ArchiveRow } from '@zhiping/contract';
import {
  countingOf,
  type CurrentTitle,
  currentTitleOf,
  type EvidenceList,
  RESULT_LIST,
  sourceName,
} from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { evidenceFor } from './evidence-lists.ts';
import { unitOf } from './unit-of.ts';
import type { StoredRow } from '../target.ts';
import { factsOf, readRows, type RowWithFiles } from './read-rows.ts';

/** The whole archive of its person. */
export async function readOwnArchive(ctx: Ctx, personId: string): Promise<Archive> {
  const rows = await readRows(ctx, personId, 'clear');
  const facts = rows.map(factsOf);
  const title = currentTitleOf(facts);
  const evidence = await evidenceFor(ctx, personId, facts);
  return {
    rows: rows.map((row) => viewOf(row, title, evidence?.lists)),
    unit: await unitOf(ctx, personId),
    evidence,
    currentTitle: title === null ? null : { name: title.name, level: title.level, acquiredOn: title.acquiredOn },
  };
}

/** One row as it stands now, for the answer to a change: its person sees all of it, others personal fields masked. */
export async function readView(ctx: Ctx, row: Pick<StoredRow, 'id' | 'person_id'>): Promise<ArchiveRow> {
  const personal = ctx.actor.personId === row.person_id ? 'clear' : 'masked';
  const known = await ctx.tx
    .selectFrom('archive_row')
    .select(['id', 'kind', 'state', 'fields'])
    .where('person_id', '=', row.person_id)
    .where('kind', 'in', ['title', 'basic'])
    .execute();
  const [view] = await readRows(ctx, row.person_id, personal, { ids: [row.id] });
  if (view === undefined) throw new Error(`archive row ${row.id} was just written and is gone`);
  const evidence = await evidenceFor(ctx, row.person_id, known);
  return viewOf(view, currentTitleOf(known), evidence?.lists);
}

export function viewOf(row: RowWithFiles, title: CurrentTitle | null, lists: readonly EvidenceList[] = []): ArchiveRow {
  const { stored, fields, files } = row;
  const { return_items: items, returned_at: at } = stored;
  const counting = countingOf(factsOf(row), title, null, lists);
  return {
    id: stored.id,
    kind: stored.kind,
    state: stored.state,
    version: stored.version,
    fields: fields as ArchiveRow['fields'],
    evidence: files.map((file) => ({
      id: file.id,
      name: file.name,
      mediaType: file.media_type,
      bytes: Number(file.bytes),
      purposes: file.purposes,
      uploadedAt: file.uploaded_at,
    })),
    fetched:
      stored.source === null || stored.fetched_at === null
        ? null
        : {
            register: sourceName(stored.source, stored.source_note),
            listed: stored.source === RESULT_LIST,
            at: stored.fetched_at,
            fields: [...stored.fetched_fields],
            disputed: stored.disputed,
          },
    returned: items === null || at === null ? null : { items: [...items], at },
    submittedAt: stored.submitted_at,
    verifiedAt: stored.verified_at,
    updatedAt: stored.updated_at,
    counting: { ...counting, reasons: [...counting.reasons] },
  };
}
