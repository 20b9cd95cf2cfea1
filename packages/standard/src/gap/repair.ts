import { isDerived } from '../dossier/fields.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { readField } from '../evaluate/predicate.ts';
import { quantity } from '../explain/quantity.ts';
import type { Quality } from '../vocabulary/values.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Conjunct, Wanted } from './conjunct.ts';
import { standingOf } from './constraint.ts';
import { isMendable } from './mendable.ts';
import { proposal } from './moves.ts';
import type { Move, Place, Proposal } from './moves.ts';
import { wantedText } from './words.ts';

/** What makes one record as wanted, or the field for which it cannot be. */
export type Repair =
  | { readonly ok: true; readonly proposal: Proposal }
  | { readonly ok: false; readonly stuck: Wanted | null; readonly others: number };

const OTHER_KIND: Repair = { ok: false, stuck: null, others: 1 };

/** A record with more than this many fields to change is another record. */
const MOST_MENDED = 1;

const placeKey = (place: Place, part: string): string => (place === null ? part : `${place.list}/${place.index}`);

/** The moves that make `record` fulfil one way and have the named qualities. `serves` is the condition's id. */
export function repair(
  record: RecordData,
  way: Conjunct,
  qualities: readonly Quality[],
  place: Place,
  serves: string,
): Repair {
  const kind = way.get('kind');
  if (kind && standingOf(kind.constraint, record['kind']) === 'wrong') return OTHER_KIND;
  const supply = new Map<string, Map<string, Wanted>>();
  const confirm = new Map<string, Wanted>();
  const mend: Wanted[] = [];
  const stuck: Wanted[] = [];
  for (const [key, wanted] of way) {
    // With two things that cannot be changed it is another record.
    if (stuck.length > 1) return { ok: false, stuck: stuck[0] ?? null, others: stuck.length - 1 };
    switch (standingOf(wanted.constraint, readField(record, wanted.field.path))) {
      case 'fulfilled':
        break;
      case 'confirm':
        confirm.set(key, wanted);
        break;
      case 'unknown': {
        if (place === null && isDerived(wanted.field.path)) {
          stuck.push(wanted);
          break;
        }
        const part = placeKey(place, wanted.field.path[0] ?? '');
        supply.set(part, (supply.get(part) ?? new Map<string, Wanted>()).set(key, wanted));
        break;
      }
      case 'wrong':
        (isMendable(place, wanted.field, wanted.constraint) ? mend : stuck).push(wanted);
        break;
      case 'denied':
        stuck.push(wanted);
    }
  }
  const said = (record['qualities'] ?? {}) as Readonly<Record<string, boolean>>;
  const open = qualities.filter((quality) => !Object.hasOwn(said, quality));
  const denied = qualities.some((quality) => said[quality] === false);
  if (stuck.length > 0 || denied || mend.length > MOST_MENDED) {
    return { ok: false, stuck: stuck[0] ?? null, others: stuck.length + mend.length - 1 };
  }
  const moves: Move[] = [];
  const base = { for: [serves] };
  for (const [part, needs] of supply) moves.push({ ...base, kind: 'supply', key: `supply:${part}`, place, needs });
  for (const wanted of mend) {
    moves.push({
      ...base,
      kind: 'mend',
      key: `mend:${placeKey(place, '')}:${wanted.field.path.join('.')}`,
      place,
      ...wanted,
    });
  }
  if (confirm.size > 0 || open.length > 0) {
    const key = `confirm:${placeKey(place, '')}`;
    moves.push({ ...base, kind: 'confirm', key, place, needs: confirm, qualities: open });
  }
  return { ok: true, proposal: proposal(new Map(moves.map((move) => [move.key, move]))) };
}

/** Why a record that lacks a single thing cannot have it: 级别为县（区）级，需市（厅）级以上. */
export function stuckText(wanted: Wanted, record: RecordData, vocabulary: Vocabulary): string {
  const value = readField(record, wanted.field.path);
  const { constraint } = wanted;
  const shown =
    typeof value === 'boolean'
      ? value
        ? '是'
        : '否'
      : constraint.form === 'word' && typeof value === 'string'
        ? wordLabel(vocabulary, constraint.scale, value)
        : typeof value === 'number'
          ? ` ${quantity(value, wanted.field.unit ?? '')}`
          : typeof value === 'string'
            ? value
            : '';
  const has = shown === '' ? `${wanted.field.name}经确认不够` : `${wanted.field.name}为${shown}`;
  const gap = constraint.form === 'number' ? ' ' : '';
  return `${has}，需${gap}${wantedText(wanted, vocabulary)}`;
}
