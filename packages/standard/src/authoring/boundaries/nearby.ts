import type { Dossier, DossierList } from '../../dossier/dossier.ts';
import { DOSSIER_LISTS } from '../../dossier/dossier.ts';
import { fieldsOf, leastOfField } from '../../dossier/fields.ts';
import type { Field } from '../../dossier/fields.ts';
import { dayNumber, dayOfNumber } from '../../evaluate/dates.ts';
import { readClaim } from '../../evaluate/predicate.ts';
import type { Subject } from '../../language/predicate.ts';
import { VALUES } from '../../vocabulary/values.ts';

/** A dossier one step away from another one: a day, a rank, a level, a fact, a record. */
export interface Nearby {
  /** What was changed, in Chinese. */
  readonly change: string;
  readonly dossier: Dossier;
}

type Json = Readonly<Record<string, unknown>>;

/** Written by whoever makes records up; no condition looks at them. */
const NAMES = new Set(['id', 'name', 'kind']);

/** Every dossier one step away from `dossier` in what it has beyond `before`. */
export function nearby(dossier: Dossier, before: Dossier): readonly Nearby[] {
  const [now, then] = [dossier as Json, before as Json];
  return Object.keys(now).flatMap((key): readonly Nearby[] => {
    if (now[key] === then[key]) return [];
    const put = (value: unknown): Dossier => ({ ...dossier, [key]: value });
    if (key === 'judgements') return decidedOtherwise(now[key] as Json, (then[key] ?? {}) as Json, put);
    const list = DOSSIER_LISTS.find((one) => one === key);
    if (list) return inList(list, (now[key] ?? []) as readonly Json[], (then[key] ?? []) as readonly Json[], put);
    return steps('dossier', now[key] as Json, (then[key] ?? {}) as Json, [key]).map(({ change, value }) => ({
      change,
      dossier: put(value),
    }));
  });
}

function decidedOtherwise(now: Json, then: Json, put: (value: unknown) => Dossier): readonly Nearby[] {
  const added = Object.keys(now).filter((id) => now[id] !== then[id]);
  return added.flatMap((id) => {
    const { [id]: _one, ...others } = now;
    return [
      { change: `判断 ${id} 为不符合`, dossier: put({ ...now, [id]: { result: 'unmet' } }) },
      { change: `判断 ${id} 未作出`, dossier: put(others) },
    ];
  });
}

function inList(
  list: DossierList,
  now: readonly Json[],
  then: readonly Json[],
  put: (value: unknown) => Dossier,
): readonly Nearby[] {
  return now.flatMap((record, index): readonly Nearby[] => {
    if (record === then[index]) return [];
    const at = `${list}[${index}]`;
    const changed = steps(list, record, then[index] ?? {}, []).map(({ change, value }) => ({
      change: `${at} ${change}`,
      dossier: put(now.with(index, value)),
    }));
    return [{ change: `少一项 ${at}`, dossier: put(now.toSpliced(index, 1)) }, ...changed];
  });
}

interface Step {
  readonly change: string;
  readonly value: Json;
}

/** The record with one field a step further, a step back, or left out. */
function steps(subject: Subject, record: Json, before: Json, path: readonly string[]): readonly Step[] {
  return Object.keys(record).flatMap((key): readonly Step[] => {
    if (NAMES.has(key) || record[key] === before[key]) return [];
    const { [key]: value, ...others } = record;
    if (Array.isArray(value)) return [{ change: `${key} 少一名`, value: { ...record, [key]: value.slice(1) } }];
    const field = fieldFor(subject, [...path, key], record['kind']);
    const stepped = field ? neighboursOf(subject, field, value) : [];
    return [
      ...stepped.map((next) => ({ change: `${key} 为 ${said(next)}`, value: { ...record, [key]: next } })),
      { change: `${key} 不明`, value: others },
    ];
  });
}

const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const fieldFor = (subject: Subject, path: readonly string[], kind: unknown): Field | undefined =>
  fieldsOf(subject).find(
    (field) =>
      field.path.join('.') === path.join('.') && (field.kinds === null || field.kinds.some((one) => one === kind)),
  );

/** The values beside one: a day or a number before and after, the words below and above, the other of yes and no. */
function neighboursOf(subject: Subject, field: Field, value: unknown): readonly unknown[] {
  switch (field.form) {
    case 'yes':
      return [value !== true];
    case 'number':
      return [Number(value) - 1, Number(value) + 1].filter((one) => one >= leastOfField(subject, field.path));
    case 'date':
      return [-1, 1].map((step) => dayOfNumber(dayNumber(String(value)) + step));
    case 'word':
      return wordsBeside(field, String(value));
    case 'claim': {
      const claim = readClaim(value);
      if (!claim) return [];
      const lower = wordsBeside(field, claim.claimed).slice(0, 1);
      return [...lower.map((word) => ({ claimed: word, confirmed: word })), { claimed: claim.claimed }];
    }
    case 'text':
      return ['其他'];
    case 'group':
    case 'list':
      return [];
    default:
      return field.form satisfies never;
  }
}

function wordsBeside({ scale }: Field, word: string): readonly string[] {
  const words: readonly string[] = scale === null ? [] : VALUES[scale];
  const at = words.indexOf(word);
  return [words[at - 1], words[at + 1]].flatMap((one) => one ?? []);
}

/** A number of a dossier, and the dossier with another one in its place. */
export interface NumberIn {
  readonly name: string;
  readonly value: number;
  readonly put: (value: number) => Dossier;
}

/** The numbers that `dossier` has beyond `before`. */
export function numbersIn(dossier: Dossier, before: Dossier): readonly NumberIn[] {
  const [now, then] = [dossier as Json, before as Json];
  return Object.keys(now).flatMap((key): readonly NumberIn[] => {
    if (now[key] === then[key] || key === 'judgements') return [];
    const list = now[key];
    if (!Array.isArray(list)) {
      const group = now[key] as Json;
      return numbersOf(group, key, (value) => ({ ...dossier, [key]: value }));
    }
    return (list as readonly Json[]).flatMap((record, index) =>
      numbersOf(record, `${key}[${index}]`, (value) => ({ ...dossier, [key]: list.with(index, value) })),
    );
  });
}

const numbersOf = (record: Json, at: string, put: (record: Json) => Dossier): readonly NumberIn[] =>
  Object.entries(record).flatMap(([field, value]) =>
    typeof value === 'number'
      ? [{ name: `${at} ${field}`, value, put: (next: number) => put({ ...record, [field]: next }) }]
      : [],
  );
