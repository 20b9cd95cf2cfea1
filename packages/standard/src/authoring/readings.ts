import type { Reading } from '../language/pack.ts';
import type { Cursor } from './cursor.ts';

/** What the chosen meanings change in the standard: parameters, whole conditions, conditions and rules left out. */
export interface ReadingEffects {
  readonly parameters: Map<string, string | number>;
  /** Conditions to put in the place of those with these ids. */
  readonly replacements: Map<string, Cursor>;
  readonly dropped: Map<string, Cursor>;
}

/** Which meaning to take instead of the chosen one, by reading. */
export type Choices = Readonly<Record<string, string>>;

/**
 * Reads readings.yaml: a list of ambiguities with the meaning chosen (P7). `choices` overrides the chosen meanings, to try
 * another one. Answers the readings and what they change.
 */
export function parseReadings(
  file: Cursor,
  choices: Choices,
): { readonly readings: readonly Reading[]; readonly effects: ReadingEffects } {
  const effects: ReadingEffects = { parameters: new Map(), replacements: new Map(), dropped: new Map() };
  if (file.isNull) return { readings: [], effects };
  const seen = new Set<string>();
  const readings = file.items().map((item) => {
    item.onlyKeys(['id', 'label', 'question', 'chosen', 'because', 'meanings', 'note']);
    const id = item.requiredText('id');
    if (seen.has(id)) item.fail(`解读 ${id} 写了两次`);
    seen.add(id);
    const chosen = choices[id] ?? item.requiredText('chosen');
    const meanings: Record<string, string> = {};
    const written = item.get('meanings');
    for (const key of written?.keys() ?? []) {
      const meaning = written?.get(key);
      if (!meaning) continue;
      meaning.onlyKeys(['text', 'set', 'replace', 'drop']);
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
    };
  });
  return { readings, effects };
}

function applyMeaning(meaning: Cursor, effects: ReadingEffects): void {
  const set = meaning.get('set');
  for (const name of set?.keys() ?? []) {
    const value = set?.get(name)?.scalar();
    if (typeof value === 'string' || typeof value === 'number') effects.parameters.set(name, value);
    else set?.get(name)?.fail('参数应为数或词');
  }
  const replace = meaning.get('replace');
  for (const id of replace?.keys() ?? []) {
    const node = replace?.get(id);
    if (!node) continue;
    if (effects.replacements.has(id)) node.fail(`两条解读都替换条件 ${id}`);
    effects.replacements.set(id, node);
  }
  const drop = meaning.get('drop');
  for (const item of drop ? drop.items() : []) {
    const id = item.text();
    if (id !== undefined) effects.dropped.set(id, item);
  }
}
