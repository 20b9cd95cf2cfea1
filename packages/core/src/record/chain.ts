import { type Hash, linkHash } from './hash.ts';

/** What the first entry links to. */
export const FIRST_LINK: Hash = '0'.repeat(64);

/** One numbered entry. `seq` counts from 0 without gaps. */
export interface ChainEntry {
  readonly seq: number;
  readonly leaf: Hash;
  readonly link: Hash;
}

export interface ChainHead {
  /** Entries so far, which is the number the next one gets. */
  readonly size: number;
  readonly link: Hash;
}

export const EMPTY_HEAD: ChainHead = { size: 0, link: FIRST_LINK };

/** Numbers and links leaves that were committed since `head`, in the order given. */
export function linkLeaves(head: ChainHead, leaves: readonly Hash[]): readonly ChainEntry[] {
  let { size, link } = head;
  return leaves.map((leaf) => {
    link = linkHash(size, link, leaf);
    size += 1;
    return { seq: size - 1, leaf, link };
  });
}

export function headOf(entries: readonly ChainEntry[], before: ChainHead = EMPTY_HEAD): ChainHead {
  const last = entries.at(-1);
  return last === undefined ? before : { size: last.seq + 1, link: last.link };
}

/** What can be wrong with a record, each with the number of the entry where it shows. */
export type RecordFault =
  | { readonly kind: 'gap'; readonly seq: number; readonly found: number | null }
  | { readonly kind: 'link'; readonly seq: number }
  | { readonly kind: 'leaf'; readonly seq: number }
  | { readonly kind: 'personal'; readonly seq: number; readonly name: string }
  | { readonly kind: 'duplicate'; readonly seq: number; readonly first: number }
  | { readonly kind: 'truncated'; readonly size: number; readonly witnessed: number }
  | { readonly kind: 'checkpoint'; readonly size: number }
  /** The roots kept with an entry are not those of the leaves before it. */
  | { readonly kind: 'frontier'; readonly seq: number }
  | { readonly kind: 'signature'; readonly size: number };

/**
 * Checks numbers and links of consecutive entries. After a fault the found value is taken as given, so that each
 * alteration is named once and not repeated for everything behind it.
 */
export function chainFaults(
  entries: readonly ChainEntry[],
  before: ChainHead = EMPTY_HEAD,
  firstSeen = new Map<Hash, number>(),
): readonly RecordFault[] {
  const faults: RecordFault[] = [];
  let { size, link } = before;
  for (const entry of entries) {
    if (entry.seq !== size) faults.push({ kind: 'gap', seq: size, found: entry.seq });
    else if (entry.link !== linkHash(entry.seq, link, entry.leaf)) faults.push({ kind: 'link', seq: entry.seq });
    const first = firstSeen.get(entry.leaf);
    if (first !== undefined) faults.push({ kind: 'duplicate', seq: entry.seq, first });
    else firstSeen.set(entry.leaf, entry.seq);
    size = entry.seq + 1;
    link = entry.link;
  }
  return faults;
}
