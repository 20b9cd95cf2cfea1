import type { Reading, StandardPack } from '../language/pack.ts';
import { formatProblem } from './problem.ts';
import type { Choices } from './readings.ts';
import type { Loaded, LoadedStandard } from './standard.ts';

/** What choosing another meaning of a reading comes to. */
export interface ReadingEffect {
  readonly reading: Reading;
  /**
   * `switchable`: every other meaning changes conditions; `wording`: none does, with the reason in the pack; `unsupported`:
   * one that ought to cannot be put into conditions, with the reason; `silent`: one changes nothing and the pack says not why.
   */
  readonly kind: 'switchable' | 'wording' | 'unsupported' | 'silent';
  /** The meanings not chosen, and whether each changes the conditions. */
  readonly others: readonly OtherMeaning[];
}

/** A meaning not chosen: the pack it makes, null with the problems where it cannot be loaded. */
export interface OtherMeaning {
  readonly meaning: string;
  readonly changes: boolean;
  readonly pack: StandardPack | null;
  readonly problems: readonly string[];
}

/** Keys that say something and decide nothing. */
const WORDS = new Set(['label', 'text', 'note', 'readings', 'reason']);

/** What a pack decides, without its wording. */
const contentOf = ({ tenure, tenureStands, counting, shared, levels, earlier }: StandardPack): string =>
  JSON.stringify([tenure, tenureStands, counting, shared, levels, earlier], (key: string, value: unknown) =>
    WORDS.has(key) ? undefined : value,
  );

/** Loads the pack once with each meaning not chosen, by `load`, and tells what each changes. */
export function readingEffects(
  pack: StandardPack,
  load: (choices: Choices) => Loaded<LoadedStandard>,
): readonly ReadingEffect[] {
  const content = contentOf(pack);
  return pack.readings.map((reading): ReadingEffect => {
    const others = Object.keys(reading.meanings).flatMap((meaning): readonly OtherMeaning[] => {
      if (meaning === reading.chosen) return [];
      const other = load({ [reading.id]: meaning });
      if (!other.ok) {
        const problems = other.problems.map((one) => `换用解读 ${reading.id} 的 ${meaning}：${formatProblem(one)}`);
        return [{ meaning, changes: false, pack: null, problems }];
      }
      return [{ meaning, changes: contentOf(other.value.pack) !== content, pack: other.value.pack, problems: [] }];
    });
    return { reading, others, kind: kindOf(reading, others) };
  });
}

function kindOf(reading: Reading, others: readonly OtherMeaning[]): ReadingEffect['kind'] {
  if (reading.wording !== undefined) return 'wording';
  if (others.length > 0 && others.every(({ changes }) => changes)) return 'switchable';
  return reading.unsupported === undefined ? 'silent' : 'unsupported';
}
