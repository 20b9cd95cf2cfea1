import type { StandardPack } from '@zhiping/standard';
import { boundariesOf, type LevelBoundaries, type Seen, SEEN } from '@zhiping/standard/authoring/boundaries/boundaries';
import { periodsOf } from '@zhiping/standard/evaluate/pack-at';

const WORDS: Readonly<Record<Seen, string>> = { met: '满足', unmet: '不满足', open: '未定' };

/** Generated dossiers on both sides of every threshold of a pack, for each period of it, as text or JSON. */
export function printBoundaries(pack: StandardPack, asJson: boolean): void {
  const periods = periodsOf(pack).map(({ from, pack: standing }) => ({
    asOf: from,
    levels: standing.levels.map((level) => boundariesOf(standing, level, from)),
  }));
  if (asJson) {
    console.log(JSON.stringify({ standard: pack.id, periods }, null, 2));
    return;
  }
  for (const { asOf, levels } of periods) for (const level of levels) printLevel(level, asOf);
}

function printLevel({ name, dossiers, clauses }: LevelBoundaries, asOf: string): void {
  const edges = clauses.reduce((sum, clause) => sum + clause.edges.length, 0);
  const counts = SEEN.map(
    (state) => `${WORDS[state]} ${clauses.filter(({ seen }) => seen.includes(state)).length}`,
  ).join('、');
  console.log(
    `边界  ${name}（按 ${asOf}）：生成 ${dossiers} 份材料，门槛两侧 ${edges} 处；${clauses.length} 个条件中见过${counts}`,
  );
  for (const { id, seen } of clauses) {
    const lacking = SEEN.filter((state) => !seen.includes(state));
    if (lacking.length > 0)
      console.log(`边界未见  ${id}：生成的材料没有见过${lacking.map((state) => WORDS[state]).join('、')}`);
  }
}
