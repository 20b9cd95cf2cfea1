import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { loadPack } from './testing/pack-files.ts';
import { statesById } from './testing/states.ts';

// 五(四)4 and 六(三) once more, written by hand from the text without the pack, and tried by brute force: which items a set of
// achievements can fulfil when each serves one item only and achievements of one kind and project count once.

// Read so that projects a unit set up itself count by their level too: only then does one project fulfil two items of 五(四)4.
const { pack } = loadPack('liaoning/ln-sec-2024', { 'unit-projects': 'by-level' });
const TITLE = '2018-11-20';
const LEVELS = ['unit', 'county', 'city', 'province', 'nation'] as const;
const GRADES = ['merit', 'third', 'second', 'first'] as const;
const BENEFITS = ['none', 'some', 'higher', 'notable'] as const;

interface Plain {
  readonly kind: string;
  readonly effectiveOn: string;
  readonly relation: string;
  readonly project?: string;
  readonly [field: string]: unknown;
}

/** A value that fulfils the condition, four times out of five, or another. */
const mostly = <T>(good: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const common = {
  effectiveOn: mostly('2021-05-05', '2018-11-20', '2018-11-21', '2024-07-15', '2024-07-16'),
  relation: mostly('same', 'near', 'other'),
  project: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
};
const confirmed = (...words: readonly string[]) =>
  mostly('notable', ...words).map((word) => ({ claimed: 'notable', confirmed: word }));
const benefit = { economicBenefit: confirmed(...BENEFITS), socialBenefit: fc.constant('none') };

const achievement: fc.Arbitrary<Plain> = fc.oneof(
  fc.record({
    kind: fc.constant('project'),
    ...common,
    role: mostly('host', 'participant', 'main-lead', 'independent'),
    level: mostly('province', ...LEVELS),
    source: fc.constantFrom('unit', 'contract'),
    importance: fc.constantFrom('ordinary', 'key', 'major'),
    highRiskTarget: mostly(true, false),
    completed: mostly(true, false),
    ...benefit,
  }),
  fc.record({
    kind: fc.constant('research-topic'),
    ...common,
    level: mostly('province', ...LEVELS),
    completed: mostly(true, false),
  }),
  fc.record({
    kind: fc.constant('award'),
    ...common,
    type: mostly('science', 'industry'),
    level: mostly('province', ...LEVELS),
    grade: mostly('second', ...GRADES),
    conferrer: mostly('government', 'industry-body'),
  }),
  fc.record({
    kind: fc.constant('contest'),
    ...common,
    securityIndustry: mostly(true, false),
    grade: mostly('second', ...GRADES),
  }),
  fc.record({
    kind: fc.constant('policy-document'),
    ...common,
    level: mostly('province', ...LEVELS),
    promulgated: mostly(true, false),
    implemented: mostly(true, false),
  }),
  fc.record({
    kind: fc.constant('unit-document'),
    ...common,
    role: mostly('host', 'participant'),
    effect: confirmed('none', 'evident', 'notable'),
  }),
  fc.record({
    kind: fc.constant('paper'),
    ...common,
    published: mostly(true, false),
    serialNumbers: mostly(true, false),
    indexed: fc.constant(false),
    isbn: fc.constant(false),
    issueType: mostly('regular', 'supplement'),
    qualities: fc.record({ 'peer-recognised': mostly(true, false) }),
  }),
  fc.record({
    kind: fc.constant('patent'),
    ...common,
    type: fc.constantFrom('invention', 'utility', 'design'),
    granted: mostly(true, false),
    inventorRank: mostly(1, 2),
    mainInventor: fc.constant(false),
    ...benefit,
  }),
  fc.record({
    kind: fc.constant('software-copyright'),
    ...common,
    granted: fc.constant(true),
    inventorRank: fc.constant(1),
    ...benefit,
  }),
);

const rank = (scale: readonly string[], word: unknown): number => scale.indexOf(String(word));
const isAtLeast = (scale: readonly string[], word: unknown, floor: string): boolean =>
  rank(scale, word) >= rank(scale, floor);
const word = (claim: unknown): string => (claim as { confirmed: string }).confirmed;
const hasBenefit = (one: Plain): boolean => isAtLeast(BENEFITS, word(one['economicBenefit']), 'higher');
const isHost = (one: Plain): boolean => ['host', 'independent'].includes(String(one['role']));

/** 六(三), 六(五)7: after the title, up to the day of evaluation, same or near specialty, a proper journal. */
const counts = (one: Plain): boolean =>
  one.effectiveOn > TITLE &&
  one.effectiveOn <= '2024-07-15' &&
  one.relation !== 'other' &&
  (one.kind !== 'paper' ||
    (one['published'] === true && one['issueType'] === 'regular' && one['serialNumbers'] === true));

/** 六(三), 六(五)10: of one project and kind only one; 项目（课题） are one kind. */
const sameness = ({ kind, project }: Plain): string => `${kind === 'research-topic' ? 'project' : kind} ${project}`;
const different = (some: readonly Plain[]): number => new Set(some.map(sameness)).size;

type Item = (set: readonly Plain[]) => boolean;
const has = (set: readonly Plain[], n: number, test: (one: Plain) => boolean): boolean =>
  different(set.filter(test)) >= n;

const guard = (level: string) => (one: Plain) =>
  one.kind === 'project' &&
  one['highRiskTarget'] === true &&
  one['completed'] === true &&
  isHost(one) &&
  isAtLeast(LEVELS, one['level'], level);
const inhouse = (importances: readonly string[]) => (one: Plain) =>
  one.kind === 'project' &&
  one['source'] === 'unit' &&
  one['completed'] === true &&
  isHost(one) &&
  importances.includes(String(one['importance'])) &&
  hasBenefit(one);
const topic = (level: string) => (one: Plain) =>
  one.kind === 'research-topic' && one['completed'] === true && isAtLeast(LEVELS, one['level'], level);
const patent = (type: string) => (one: Plain) =>
  one.kind === 'patent' && one['type'] === type && one['granted'] === true && one['inventorRank'] === 1;
const software = (one: Plain): boolean => one.kind === 'software-copyright';
const withBenefit = (set: readonly Plain[], n: number, test: (one: Plain) => boolean): boolean =>
  has(set, n, test) && has(set, 1, (one) => test(one) && hasBenefit(one));

const ITEMS: readonly Item[] = [
  (set) => has(set, 1, guard('city')) || has(set, 2, guard('county')),
  (set) => has(set, 1, inhouse(['major'])) || has(set, 2, inhouse(['key', 'major'])),
  (set) => has(set, 2, topic('province')) || (has(set, 1, topic('province')) && has(set, 3, topic('city'))),
  (set) =>
    has(
      set,
      1,
      (one) =>
        (one.kind === 'award' &&
          one['type'] === 'science' &&
          one['conferrer'] === 'government' &&
          isAtLeast(LEVELS, one['level'], 'province') &&
          isAtLeast(GRADES, one['grade'], 'third')) ||
        (one.kind === 'contest' && one['securityIndustry'] === true && isAtLeast(GRADES, one['grade'], 'second')),
    ),
  (set) =>
    has(
      set,
      1,
      (one) =>
        one.kind === 'policy-document' &&
        isAtLeast(LEVELS, one['level'], 'province') &&
        one['promulgated'] === true &&
        one['implemented'] === true,
    ),
  (set) => has(set, 2, (one) => one.kind === 'unit-document' && isHost(one) && word(one['effect']) === 'notable'),
  (set) =>
    has(
      set,
      1,
      (one) => one.kind === 'paper' && (one['qualities'] as Record<string, boolean>)['peer-recognised'] === true,
    ),
  () => false,
  (set) =>
    withBenefit(set, 1, patent('invention')) ||
    withBenefit(set, 2, patent('utility')) ||
    withBenefit(set, 2, patent('design')) ||
    withBenefit(set, 2, software),
];

/** The most items that disjoint sets of projects-and-kinds can fulfil, by trying every set for every item. */
function mostItems(achievements: readonly Plain[]): number {
  const counted = achievements.filter(counts);
  const tokens = [...new Set(counted.map(sameness))];
  const sets = 1 << tokens.length;
  const members = Array.from({ length: sets }, (_, bits) =>
    counted.filter((one) => (bits & (1 << tokens.indexOf(sameness(one)))) !== 0),
  );
  // best[bits]: the most items that the achievements of these bits fulfil.
  let best = Array.from({ length: sets }, () => 0);
  for (const item of ITEMS) {
    const fulfils = members.map((set) => item(set));
    best = best.map((without, bits) => {
      let most = without;
      for (let used = bits; used > 0; used = (used - 1) & bits) {
        if (fulfils[used]) most = Math.max(most, (best[bits ^ used] ?? 0) + 1);
      }
      return most;
    });
  }
  return best[sets - 1] ?? 0;
}

test('五(四)4：与逐一枚举一致，满 3 项、满 5 项同时核对', () => {
  let fulfilled = 0;
  fc.assert(
    fc.property(fc.array(achievement, { minLength: 7, maxLength: 11 }), (achievements) => {
      const dossier = {
        titles: [{ level: 'engineer', relation: 'same', obtainedOn: TITLE }],
        achievements: achievements.map((one, index) => ({ id: String(index), ...one })),
      } as unknown as Dossier;
      const answer = evaluate({ pack, dossier, level: 'senior', asOf: '2024-07-15' });
      if (!answer.ok) throw new Error(answer.refusal.message);
      const states = statesById(answer.evaluation);
      const most = mostItems(achievements);
      if (most >= 3) fulfilled += 1;
      expect(states.get('senior-4')).toBe(most >= 3 ? 'met' : 'unmet');
      expect(states.get('senior-5-4-items')).toBe(most >= 5 ? 'met' : 'unmet');
    }),
    { numRuns: 150 },
  );
  expect(fulfilled).toBeGreaterThan(20);
});
