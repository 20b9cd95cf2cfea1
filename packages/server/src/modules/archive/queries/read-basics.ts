import type { Fields } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { openFields } from '../personal.ts';

/** What lists of people show of an archive: basic facts, the last education and the current title. */
export interface Basics {
  readonly basic: Fields | null;
  readonly education: Fields | null;
  readonly title: Fields | null;
}

const KINDS = ['basic', 'education', 'title'] as const;
const LATEST: Readonly<Record<string, string>> = { education: 'graduatedOn', title: 'acquiredOn' };

/**
 * Basics of many people with one query. `personal`: ID number and phone come in the clear, for official lists only; else
 * they are absent.
 */
export async function readBasics(
  ctx: Ctx,
  personIds: readonly string[],
  { personal }: { readonly personal: boolean },
): Promise<ReadonlyMap<string, Basics>> {
  const known = new Map<string, Basics>();
  if (personIds.length === 0) return known;
  const rows = await ctx.tx
    .selectFrom('archive_row')
    .select(['id', 'person_id', 'kind', 'fields', 'sealed'])
    .where('person_id', 'in', [...personIds])
    .where('kind', 'in', [...KINDS])
    .where('state', '=', 'verified')
    .execute();
  for (const personId of personIds) {
    const own = rows.filter((row) => row.person_id === personId);
    const last = (kind: (typeof KINDS)[number]) =>
      own
        .filter((row) => row.kind === kind)
        .toSorted((a, b) => dateIn(a.fields, kind).localeCompare(dateIn(b.fields, kind)))
        .at(-1);
    const basic = last('basic');
    known.set(personId, {
      basic: basic === undefined ? null : personal ? await openFields(ctx, basic) : basic.fields,
      education: last('education')?.fields ?? null,
      title: last('title')?.fields ?? null,
    });
  }
  return known;
}

function dateIn(fields: Fields, kind: string): string {
  const value = fields[LATEST[kind] ?? ''];
  return typeof value === 'string' ? value : '';
}
