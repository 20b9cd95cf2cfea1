import type { ArchiveRow } from '@zhiping/contract';

const ORDER = ['waiting', 'returned', 'verified', 'draft', 'recycled'];

/** Rows as the unit works through them: what waits first, then what was returned, then what is done. */
export function inOrder(rows: readonly ArchiveRow[]): readonly ArchiveRow[] {
  return rows.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
