import type { PackKind } from '@zhiping/contract';

/** Rows of the tables this module owns, by table name. */
export interface PolicyTables {
  policy_version: {
    pack: string;
    number: number;
    kind: PackKind;
    name: string;
    content: string;
    hash: string;
    source: unknown;
    imported_at: string;
  };
  /** Who made a version on the platform, and why; versions that came with the program have none. */
  policy_draft: { pack: string; number: number; drafted_by: string; reason: string };
  policy_approval: { pack: string; number: number; person_id: string; approved_at: string };
  /** What of a version can be found, in the order of the document (`core/library/entries.ts`). */
  policy_entry: {
    pack: string;
    number: number;
    ordinal: number;
    anchor: string;
    kind: string;
    level: string | null;
    label: string;
    text: string;
    context: string;
    keywords: string;
    haystack: string;
  };
  policy_material: { pack: string; files: unknown; imported_at: string };
  policy_official_clause: { pack: string; ordinal: number; label: string; text: string; attached_at: string };
  policy_simulation: {
    id: string;
    pack: string;
    number: number;
    against_pack: string;
    against_number: number;
    level: string;
    people: number;
    started_by: string;
    started_at: string;
    result: unknown;
  };
}
