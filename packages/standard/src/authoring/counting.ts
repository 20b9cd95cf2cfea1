import type { CountingRule } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { ConditionReader } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import type { ReadingEffects } from './readings.ts';

const RULES = ['after-current-title', 'until-cut-off', 'where', 'one-per-project', 'one-item-each'] as const;

/** Reads the counting rules (P3) of a standard or plan, as the chosen readings change, add and leave out. */
export function parseCounting(
  list: Cursor | undefined,
  reader: ConditionReader,
  effects: ReadingEffects,
): readonly CountingRule[] {
  const written = list && !list.isNull ? list.items() : [];
  return [...written, ...effects.counting].flatMap((item) => {
    const id = item.requiredText('id');
    if (effects.dropped.has(id)) {
      reader.usedEffects.add(id);
      return [];
    }
    return reader.within(id, () => parseRule(reader.changed(item, id), id, reader)) ?? [];
  });
}

function parseRule(item: Cursor, id: string, reader: ConditionReader): CountingRule | null {
  item.onlyKeys([
    'id',
    'rule',
    'label',
    'text',
    'reason',
    'readings',
    'inclusive',
    'when',
    'where',
    'same-kind',
    'kinds',
  ]);
  for (const reading of item.get('readings')?.items() ?? []) {
    const name = reading.text();
    if (name !== undefined) reader.references.push({ at: reading, id: name, to: 'reading' });
  }
  const base = {
    id,
    label: item.optionalText('label') ?? '',
    text: item.optionalText('text') ?? '',
    reason: item.optionalText('reason') ?? '',
    readings: item.texts('readings'),
  };
  const written = item.requiredText('rule');
  const rule = RULES.find((one) => one === written);
  switch (rule) {
    case 'after-current-title':
      return { ...base, rule, inclusive: item.get('inclusive')?.scalar() === true, ...scopeOf(item, reader) };
    case 'until-cut-off':
    case 'one-item-each':
      return { ...base, rule };
    case 'one-per-project':
      return { ...base, rule, sameKind: sameKinds(item.get('same-kind')), ...coveredBy(item.get('kinds')) };
    case 'where': {
      const where = item.get('where');
      const when = item.get('when');
      if (!where) {
        item.fail('缺少 where');
        return null;
      }
      const predicate = reader.predicate(where, 'achievements');
      const scope = when ? reader.predicate(when, 'achievements') : null;
      return predicate && { ...base, rule, where: predicate, when: scope };
    }
    case undefined:
      item.get('rule')?.fail(`没有规则 ${written}；可用：${RULES.join('、')}`);
      return null;
    default:
      return rule satisfies never;
  }
}

/** The achievements an `after-current-title` rule is for; all of them where it does not say. */
function scopeOf(item: Cursor, reader: ConditionReader): { readonly when?: Predicate } {
  const written = item.get('when');
  const when = written ? reader.predicate(written, 'achievements') : null;
  return when ? { when } : {};
}

function sameKinds(list: Cursor | undefined): readonly (readonly string[])[] {
  if (!list || list.isNull) return [];
  return list.items().map(kindsIn);
}

/** The kinds a `one-per-project` rule is for; nothing, every kind, where it does not say. */
const coveredBy = (list: Cursor | undefined): { readonly kinds?: readonly string[] } =>
  list && !list.isNull ? { kinds: kindsIn(list) } : {};

function kindsIn(list: Cursor): readonly string[] {
  return list.items().flatMap((item) => {
    const kind = item.text() ?? '';
    if (VALUES['achievement-kind'].some((known) => known === kind)) return [kind];
    item.fail(`没有业绩类别 ${kind}`);
    return [];
  });
}
