import type { Predicate } from '../language/predicate.ts';
import type { ScaleId } from '../vocabulary/values.ts';
import { VALUES } from '../vocabulary/values.ts';

/** How high one measure has to be: a place on an ordered scale, or a number; `upTo` where lower is stricter (前 3 名). */
export interface Threshold {
  /** Field with its Chinese name: 级别, 角色, 名次. */
  readonly field: string;
  readonly name: string;
  readonly scale: ScaleId | null;
  /** Place on the scale from weak to strong, or the number. */
  readonly at: number;
  readonly upTo: boolean;
  /** Word id of the scale; empty for numbers. */
  readonly word: string;
}

/** One way to fulfil a predicate: what has to hold together. */
export interface Way {
  /** Kind of achievement; null where the list is another or any kind will do. */
  readonly kind: string | null;
  readonly thresholds: readonly Threshold[];
  /** What has to hold besides, as field ids: highRiskTarget, completed. */
  readonly facts: readonly string[];
}

const ALL: Way = { kind: null, thresholds: [], facts: [] };
/** More ways than people compare: the rest is left to the text. */
const MOST_WAYS = 40;

/** The ways of a predicate, as alternatives; `not` and texts are facts named by their field. */
export function waysOf(predicate: Predicate): readonly Way[] {
  switch (predicate.op) {
    case 'and': {
      let ways: readonly Way[] = [ALL];
      for (const part of predicate.of) {
        const own = waysOf(part);
        ways = ways.flatMap((way) => own.flatMap((other) => joined(way, other) ?? [])).slice(0, MOST_WAYS);
      }
      return ways;
    }
    case 'or':
      return predicate.of.flatMap(waysOf).slice(0, MOST_WAYS);
    case 'not':
      return [{ ...ALL, facts: [`!${JSON.stringify(predicate.of)}`] }];
    case 'wordIn':
      return predicate.values.flatMap((value) =>
        ofWord(predicate.field.path, predicate.field.name, predicate.scale, '=', value),
      );
    case 'word':
      return ofWord(predicate.field.path, predicate.field.name, predicate.scale, predicate.comparison, predicate.value);
    case 'claim':
      return ofWord(predicate.field.path, predicate.field.name, predicate.scale, '>=', predicate.value);
    case 'number': {
      const { field, comparison, value } = predicate;
      const upTo = comparison === '<=' || comparison === '<';
      return [
        {
          ...ALL,
          thresholds: [{ field: field.path.join('.'), name: field.name, scale: null, at: value, upTo, word: '' }],
        },
      ];
    }
    case 'yes':
    case 'text':
    case 'date':
      return [{ ...ALL, facts: [predicate.field.path.join('.')] }];
    case 'experts': {
      const field = predicate.field.path.join('.');
      const [first] = waysOf(predicate.where);
      const own = (first?.thresholds ?? []).map((one) => ({
        ...one,
        field: `${field}.${one.field}`,
        name: `专家${one.name}`,
      }));
      const many: Threshold = {
        field,
        name: predicate.field.name,
        scale: null,
        at: predicate.min,
        upTo: false,
        word: '',
      };
      return [{ ...ALL, thresholds: [many, ...own] }];
    }
    default:
      return predicate satisfies never;
  }
}

function ofWord(
  path: readonly string[],
  name: string,
  scale: ScaleId,
  comparison: string,
  value: string,
): readonly Way[] {
  const field = path.join('.');
  if (field === 'kind' && comparison === '=') return [{ ...ALL, kind: value }];
  const place = (VALUES[scale] as readonly string[]).indexOf(value);
  if (comparison === '=' || place < 0) return [{ ...ALL, facts: [`${field}=${value}`] }];
  const upTo = comparison === '<=' || comparison === '<';
  return [{ ...ALL, thresholds: [{ field, name, scale, at: place, upTo, word: value }] }];
}

function joined(a: Way, b: Way): Way | null {
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return null;
  return {
    kind: a.kind ?? b.kind,
    thresholds: [...a.thresholds, ...b.thresholds],
    facts: [...new Set([...a.facts, ...b.facts])],
  };
}

/** Whether whoever fulfils `a` fulfils `b` too, by thresholds and facts alone. */
export function covers(a: Way, b: Way): boolean {
  if (b.kind !== null && a.kind !== b.kind) return false;
  if (!b.facts.every((fact) => a.facts.includes(fact))) return false;
  return b.thresholds.every((need) =>
    a.thresholds.some(
      (have) =>
        have.field === need.field && have.upTo === need.upTo && (need.upTo ? have.at <= need.at : have.at >= need.at),
    ),
  );
}
