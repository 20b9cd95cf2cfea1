import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';

/** What stays when facts are forgotten: identity, and what is an answer by being left out. */
const KEPT = new Set(['id', 'kind', 'project', 'current', 'to', 'name', 'judgements', 'qualities']);

/** The dossier with some facts forgotten; `forget` decides for each in turn. Whole lists may be forgotten too. */
export function withHoles(dossier: Dossier, forget: () => boolean): Dossier {
  const hollow = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => hollow(item, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    if ('claimed' in value) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
        const isList = depth === 0 && DOSSIER_LISTS.some((list) => list === key);
        if (!KEPT.has(key) && forget() && (!isList || forget())) return [];
        return [[key, KEPT.has(key) ? inner : hollow(inner, depth + 1)]];
      }),
    );
  };
  return hollow(dossier, 0) as Dossier;
}
