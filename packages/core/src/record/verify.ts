import { canonicalJson, type Json } from './canonical.ts';
import { type ChainEntry, chainFaults, EMPTY_HEAD, headOf, type RecordFault } from './chain.ts';
import { personalHash } from './event.ts';
import { type Hash, leafHash } from './hash.ts';
import { EMPTY_FRONTIER, extend, type Frontier, frontierRoot } from './merkle.ts';

/** An entry with what is needed to recompute its leaf. */
export interface StoredEntry extends ChainEntry {
  /** The document as stored: any JSON value. */
  readonly document: Json;
  /** Personal values not erased yet, with their salts; erased ones are simply absent. */
  readonly personal?: readonly { readonly name: string; readonly salt: string; readonly value: Json }[];
  /** The frontier up to and with this entry, where one was kept with it. */
  readonly frontier?: readonly Hash[];
}

/** A checkpoint somebody kept outside: the record must still contain it. */
export interface Witnessed {
  readonly size: number;
  readonly root: Hash;
}

/** Checks a whole record from entry 0: numbers, links, leaves, personal values, and every witnessed checkpoint. */
export function recordFaults(
  entries: readonly StoredEntry[],
  witnessed: readonly Witnessed[] = [],
): readonly RecordFault[] {
  const check = checkRecord(witnessed);
  return [...check.take(entries), ...check.end().faults];
}

/** A record being checked from entry 0, a portion after the other. */
export interface RecordCheck {
  /** Faults of the entries that come next. */
  readonly take: (entries: readonly StoredEntry[]) => readonly RecordFault[];
  /** What is left to say when nothing follows, with the recomputed frontier and the last link. */
  readonly end: () => { readonly faults: readonly RecordFault[]; readonly frontier: Frontier; readonly link: Hash };
}

/** Begins to check a record that need not fit into memory; of what was taken only leaves are remembered. */
export function checkRecord(witnessed: readonly Witnessed[] = []): RecordCheck {
  const firstSeen = new Map<Hash, number>();
  const roots = new Map(witnessed.map(({ size }) => [size, size === 0 ? frontierRoot(EMPTY_FRONTIER) : '']));
  let head = EMPTY_HEAD;
  let frontier = EMPTY_FRONTIER;
  const grow = ({ seq, leaf, frontier: kept }: StoredEntry): readonly RecordFault[] => {
    frontier = extend(frontier, leaf);
    if (roots.has(frontier.size)) roots.set(frontier.size, frontierRoot(frontier));
    const agrees = kept === undefined || kept.join() === frontier.roots.join();
    return agrees ? [] : [{ kind: 'frontier', seq }];
  };
  return {
    take: (entries) => {
      const faults = chainFaults(entries, head, firstSeen);
      head = headOf(entries, head);
      return [...faults, ...entries.flatMap(contentFaults), ...entries.flatMap(grow)];
    },
    end: () => ({
      faults: witnessed.flatMap(({ size, root }): RecordFault[] => {
        if (size > frontier.size) return [{ kind: 'truncated', size: frontier.size, witnessed: size }];
        return roots.get(size) === root ? [] : [{ kind: 'checkpoint', size }];
      }),
      frontier,
      link: head.link,
    }),
  };
}

/** Checks one entry's document against its leaf, and the personal values against the document. */
export function contentFaults(entry: StoredEntry): readonly RecordFault[] {
  const faults: RecordFault[] = [];
  if (leafHash(canonicalJson(entry.document)) !== entry.leaf) faults.push({ kind: 'leaf', seq: entry.seq });
  for (const { name, salt, value } of entry.personal ?? []) {
    if (hashedPersonal(entry.document, name) !== personalHash(salt, name, value)) {
      faults.push({ kind: 'personal', seq: entry.seq, name });
    }
  }
  return faults;
}

function hashedPersonal(document: Json, name: string): Json | undefined {
  const personal = isObject(document) ? document['personal'] : undefined;
  return personal !== undefined && isObject(personal) ? personal[name] : undefined;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
