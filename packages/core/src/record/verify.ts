import { canonicalJson, type Json } from './canonical.ts';
import { type ChainEntry, chainFaults, type RecordFault } from './chain.ts';
import { personalHash } from './event.ts';
import { type Hash, leafHash } from './hash.ts';
import { rootOf } from './merkle.ts';

/** An entry with what is needed to recompute its leaf. */
export interface StoredEntry extends ChainEntry {
  /** The document as stored: any JSON value. */
  readonly document: Json;
  /** Personal values not erased yet, with their salts; erased ones are simply absent. */
  readonly personal?: readonly { readonly name: string; readonly salt: string; readonly value: Json }[];
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
  const leaves = entries.map(({ leaf }) => leaf);
  return [
    ...chainFaults(entries),
    ...entries.flatMap(contentFaults),
    ...witnessed.flatMap(({ size, root }): RecordFault[] => {
      if (size > entries.length) return [{ kind: 'truncated', size: entries.length, witnessed: size }];
      return rootOf(leaves.slice(0, size)) === root ? [] : [{ kind: 'checkpoint', size }];
    }),
  ];
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
