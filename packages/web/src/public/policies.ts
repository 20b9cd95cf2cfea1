import type { StandardPack } from '@zhiping/standard';
import type { LibraryItem, PackKind, PolicySummary } from '@zhiping/contract';
import { api } from '../shared/api.ts';

/** One line of `GET /api/policies`: the newest published version of a pack. */
export interface PublishedPolicy {
  readonly pack: string;
  readonly number: number;
  readonly kind: PackKind;
  readonly name: string;
  /** SHA-256 of the canonical JSON, hexadecimal. */
  readonly hash: string;
  readonly publishedAt: string | null;
}

export type { LibraryItem } from '@zhiping/contract';

/** The windows of a plan, as far as the public pages show them. Dates are inclusive, in Asia/Shanghai. */
export interface PlanContent {
  readonly pack: string;
  readonly title: string;
  readonly windows: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly opensOn: string;
    readonly closesOn: string;
  }[];
  readonly organiser: string;
  readonly source: { readonly title: string; readonly issued: string };
  readonly cutOff: { readonly label: string; readonly date: string };
  readonly routes: readonly { readonly id: string; readonly name: string }[];
  readonly specialties: readonly {
    readonly id: string;
    readonly name: string;
    readonly standard: { readonly title: string; readonly document: string; readonly pack?: string };
  }[];
  readonly readings: readonly {
    readonly id: string;
    readonly label: string;
    readonly question: string;
    readonly chosen: string;
    readonly why: string;
  }[];
}

/** The content of a version never changes under its hash, so it is asked for once. */
const contents = new Map<string, Promise<unknown>>();

/** The checked pack of a published version, by its hash. */
export function contentOf<T>(hash: string): Promise<T> {
  const known =
    contents.get(hash) ?? api.get<{ content: unknown }>(`/api/policies/by-hash/${hash}`).then((one) => one.content);
  contents.set(hash, known);
  // A failed request must be possible again.
  known.catch(() => contents.delete(hash));
  return known as Promise<T>;
}

export const listPolicies = (): Promise<readonly PublishedPolicy[]> =>
  api.get<{ items: readonly PublishedPolicy[] }>('/api/policies').then(({ items }) => items);

/** Every published policy that people read, with what it is in one glance. */
export const listLibrary = (): Promise<readonly LibraryItem[]> =>
  api.get<{ items: readonly LibraryItem[] }>('/api/policy-library').then(({ items }) => items);

/** Published versions of a pack, newest first. */
export const versionsOf = (pack: string): Promise<readonly PolicySummary[]> =>
  api.get<{ items: readonly PolicySummary[] }>(`/api/policies/${pack}/versions`).then(({ items }) => items);

/** Official sentences by printed label; empty where the operator attached none. */
export const officialTextOf = (pack: string): Promise<Readonly<Record<string, string>>> =>
  api
    .get<{ clauses: readonly { readonly label: string; readonly text: string }[] }>(
      `/api/policies/${pack}/official-text`,
    )
    .then(({ clauses }) => Object.fromEntries(clauses.map(({ label, text }) => [label, text])));

export const standardOf = (policy: PublishedPolicy): Promise<StandardPack> => contentOf<StandardPack>(policy.hash);
