import type { Reading } from '../language/pack.ts';
import type { Cursor } from './cursor.ts';
import { parseRewrite } from './rewrite.ts';
import type { Rewrite } from './rewrite.ts';

/** What the chosen meanings change in the standard, each with the place where it is written. */
export interface ReadingEffects {
  readonly parameters: Map<string, string | number>;
  /** Conditions to put in the place of those with these ids. */
  readonly replacements: Map<string, Cursor>;
  readonly dropped: Map<string, Cursor>;
  /** Keys to write over those of the condition or counting rule with this id, each by one reading. */
  readonly changes: Map<string, readonly Cursor[]>;
  /** Conditions that join those of the `all`, `any`, `at-least` or `items` with this id. */
  readonly joined: Map<string, Cursor>;
  /** Counting rules that join those of the standard. */
  readonly counting: Cursor[];
  /** Parts of predicates to put in the place of others. */
  readonly rewrites: Rewrite[];
  /** The rule of tenure that stands whatever a plan says. */
  readonly tenure: Cursor[];
}

/** Which meaning to take instead of the chosen one, by reading. */
export type Choices = Readonly<Record<string, string>>;

const OPERATIONS = ['set', 'replace', 'drop', 'change', 'join', 'counting', 'rewrite', 'tenure'] as const;

const noEffects = (): ReadingEffects => ({
  parameters: new Map(),
  replacements: new Map(),
  dropped: new Map(),
  changes: new Map(),
  joined: new Map(),
  counting: [],
  rewrites: [],
  tenure: [],
});

/**
 * Reads readings.yaml: a list of ambiguities with the meaning chosen (P7). `choices` overrides the chosen meanings, to try
 * another one. Answers the readings and what they change.
 */
export function parseReadings(
  file: Cursor,
  choices: Choices,
): { readonly readings: readonly Reading[]; readonly effects: ReadingEffects } {
  const effects = noEffects();
  if (file.isNull) return { readings: [], effects };
  const seen = new Set<string>();
  const readings = file.items().map((item): Reading => {
    item.onlyKeys(['id', 'label', 'question', 'chosen', 'because', 'meanings', 'note', 'wording', 'unsupported']);
    const id = item.requiredText('id');
    if (seen.has(id)) item.fail(`解读 ${id} 写了两次`);
    seen.add(id);
    const chosen = choices[id] ?? item.requiredText('chosen');
    const meanings: Record<string, string> = {};
    const written = item.get('meanings');
    const wording = item.optionalText('wording');
    const unsupported = item.optionalText('unsupported');
    for (const key of written?.keys() ?? []) {
      const meaning = written?.get(key);
      if (!meaning) continue;
      meaning.onlyKeys(['text', ...OPERATIONS]);
      if (wording !== undefined && meaning.keys().length > 1) meaning.fail('写明 wording 的解读只改说法，不能再改条件');
      meanings[key] = meaning.requiredText('text');
      if (key === chosen) applyMeaning(meaning, effects);
    }
    if (!Object.hasOwn(meanings, chosen)) {
      (item.get('chosen') ?? item).fail(`没有理解 ${chosen}；可用：${Object.keys(meanings).join('、')}`);
    }
    return {
      id,
      label: item.optionalText('label') ?? '',
      question: item.requiredText('question'),
      chosen,
      because: item.requiredText('because'),
      meanings,
      ...(wording === undefined ? {} : { wording }),
      ...(unsupported === undefined ? {} : { unsupported }),
    };
  });
  return { readings, effects };
}

/** Every value of a map, by key. */
const entriesOf = (map: Cursor | undefined): readonly (readonly [string, Cursor])[] =>
  (map?.keys() ?? []).flatMap((key) => {
    const value = map?.get(key);
    return value ? [[key, value] as const] : [];
  });

function applyMeaning(meaning: Cursor, effects: ReadingEffects): void {
  for (const [name, at] of entriesOf(meaning.get('set'))) {
    const value = at.scalar();
    if (typeof value === 'string' || typeof value === 'number') effects.parameters.set(name, value);
    else at.fail('参数应为数或词');
  }
  const once = (known: Map<string, Cursor>, id: string, at: Cursor, what: string): void => {
    if (known.has(id)) at.fail(`两条解读都${what}条件 ${id}`);
    known.set(id, at);
  };
  for (const [id, at] of entriesOf(meaning.get('replace'))) once(effects.replacements, id, at, '替换');
  for (const [id, at] of entriesOf(meaning.get('join'))) once(effects.joined, id, at, '添加到');
  for (const at of meaning.get('change')?.items() ?? []) {
    const keys = at.without(['of']);
    for (const id of at.texts('of')) {
      const before = effects.changes.get(id) ?? [];
      const same = keys.keys().find((key) => before.some((one) => one.keys().includes(key)));
      if (same !== undefined) at.fail(`两条解读都改写 ${id} 的 ${same}`);
      effects.changes.set(id, [...before, keys]);
    }
  }
  for (const item of meaning.get('drop')?.items() ?? []) {
    const id = item.text();
    if (id !== undefined) effects.dropped.set(id, item);
  }
  effects.counting.push(...(meaning.get('counting')?.items() ?? []));
  effects.rewrites.push(...(meaning.get('rewrite')?.items() ?? []).flatMap((item) => parseRewrite(item) ?? []));
  const tenure = meaning.get('tenure');
  if (tenure) effects.tenure.push(tenure);
}
