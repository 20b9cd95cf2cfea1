import { canonicalJson, type Json } from './canonical.ts';
import { type Hash, hmacHex, leafHash } from './hash.ts';

export const EVENT_FORMAT = 'zhiping-event/1';

/** What one change of state leaves behind. `data` is for everybody who may read the record: never a name or a number of a person. */
export interface RecordEvent {
  readonly id: string;
  readonly organiserId: string | null;
  /** UTC instant of the command, by the business clock. */
  readonly at: string;
  /** e.g. `application.submit`. */
  readonly action: string;
  /** Whose act it was: a relation and, where one is known, an opaque account id; `system` for due work. */
  readonly actor: {
    readonly relation: string;
    readonly personId: string | null;
    /** In whose place, where it was not the actor's own post. */
    readonly inPlaceOf?: string;
  };
  readonly subject: { readonly noun: string; readonly id: string };
  readonly data: { readonly [key: string]: Json };
  /** Personal values by name. Only their salted hashes enter the record, so that they can be erased later. */
  readonly personal?: { readonly [key: string]: Json };
}

/** The part of an event that is hashed and may be shown: personal values replaced by salted hashes. */
export interface EventDocument extends Omit<RecordEvent, 'personal'> {
  readonly format: typeof EVENT_FORMAT;
  readonly personal: { readonly [key: string]: Hash };
}

/** Salted hash of one personal value. `saltHex` is at least 16 random bytes of its own, kept apart and erasable. */
export function personalHash(saltHex: string, name: string, value: Json): Hash {
  return hmacHex(saltHex, canonicalJson([name, value]));
}

/**
 * Replaces the personal values of an event by salted hashes.
 * @param salts one salt (hexadecimal, 32 characters or more) for each key of `event.personal`; chance is the caller's
 * @throws RangeError where a salt is missing or short
 */
export function eventDocument(event: RecordEvent, salts: { readonly [key: string]: string }): EventDocument {
  const { personal = {}, ...open } = event;
  const hashes = Object.entries(personal).map(([name, value]) => {
    const salt = salts[name];
    if (salt === undefined || !/^([0-9a-f]{2}){16,}$/.test(salt)) throw new RangeError(`no proper salt for ${name}`);
    return [name, personalHash(salt, name, value)] as const;
  });
  return { ...open, format: EVENT_FORMAT, personal: Object.fromEntries(hashes) };
}

/** Leaf hash of a document: what the transaction of the command stores beside it. */
export function leafOf(document: EventDocument): Hash {
  return leafHash(canonicalJson(document));
}
