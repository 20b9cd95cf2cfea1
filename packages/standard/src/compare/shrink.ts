import type { Dossier } from '../dossier/dossier.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Without these a record is none. */
const KEPT = new Set(['id', 'kind', 'claimed', 'current', 'year', 'result']);

/** Every value with one part left out: records of lists first, then fields. */
function* smaller(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    for (let at = list.length - 1; at >= 0; at -= 1) yield list.filter((_, index) => index !== at);
    for (const [at, one] of list.entries())
      for (const less of smaller(one)) yield list.map((other, index) => (index === at ? less : other));
  } else if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, Json>>;
    for (const key of Object.keys(record)) {
      if (KEPT.has(key)) continue;
      yield Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
    }
    for (const [key, one] of Object.entries(record)) for (const less of smaller(one)) yield { ...record, [key]: less };
  }
}

/**
 * The smallest dossier reached by leaving out one thing after another while it still shows what it is to show: pass after
 * pass, each going on where the last thing was left out.
 */
export function shrink(dossier: Dossier, shows: (smaller: Dossier) => boolean): Dossier {
  let least = dossier as unknown as Json;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (let tried = 0, found = true; found; ) {
      found = false;
      let at = 0;
      for (const less of smaller(least)) {
        at += 1;
        if (at <= tried || !shows(less as unknown as Dossier)) continue;
        least = less;
        tried = at - 1;
        found = true;
        isSmaller = true;
        break;
      }
    }
  }
  return least as unknown as Dossier;
}
