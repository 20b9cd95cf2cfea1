// `npm run bench engine`: the senior level of LN-SEC (normal route) by this engine, by hand-written floors and by other engines, on
// the same dossiers in one run. Everything is CPU time of this process, so that other work on the machine does not count.
import { join } from 'node:path';
import { cpus } from 'node:os';
import { packFolder, readStandard } from '@zhiping/server/policy/read-standard';
import { evaluate } from '@zhiping/standard';
import type { StandardPack } from '@zhiping/standard';
import { compileBoolean } from '@zhiping/standard/compile/boolean';
import { explain } from '@zhiping/standard/compile/explain';
import { compileTree } from '@zhiping/standard/compile/tree';
import { compileLevel } from '@zhiping/standard/compile/vector';
import { MET } from '@zhiping/standard/compile/thermometer';
import { takeIn } from '@zhiping/standard/intake/intake';
import { Population } from '@zhiping/standard/intake/population';
import { DossierSource } from '@zhiping/standard/random/dossiers';
import { drawPopulation, plainDossiers, tiled } from './data.ts';
import { columnsOf, dayOf } from './floors/senior.ts';
import { eligible, explained } from './floors/forms.ts';
import { openDuckdb } from './peers/duckdb.ts';
import { celExplained, celPeer, jsonRulesPeer, zenPeer } from './peers/peers.ts';
import type { Peer } from './peers/peers.ts';

const ASOF = '2024-07-15';
const COUNT = 10_000;
const TIMES = Number(process.env['BENCH_MILLIONTHS'] ?? 100);
const POLICIES = join(import.meta.dirname, '..', 'policies');

const loaded = readStandard(POLICIES, packFolder(POLICIES, 'ln-sec-2024', 'standard.yaml') ?? '');
if (!loaded.ok) throw new Error('the standard does not load');
const { pack } = loaded.value;
/** The same standard without competition of items, which none of the other engines can state. */
const shared: StandardPack = { ...pack, counting: pack.counting.filter(({ rule }) => rule !== 'one-item-each') };
const senior = pack.levels.find(({ level }) => level === 'senior');
if (!senior) throw new Error('no senior level');
const level = { ...senior, routes: senior.routes.filter(({ route }) => route === 'normal') };

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Microseconds of CPU for one of `count` dossiers: the best of some rounds. */
async function measure(count: number, rounds: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = cpu();
    await work();
    best = Math.min(best, (cpu() - before) / count);
  }
  return best;
}

const source = new DossierSource({ packs: [pack], asOf: ASOF, level: 'senior', narrow: true, strong: true }, 2024);
const population = drawPopulation(source, COUNT);
const columns = columnsOf(population);
const day = dayOf(ASOF);

const compiled = compileLevel(pack, level, undefined, source.layout);
const boolean = compileBoolean(pack, level, undefined, source.layout);
const booleanShared = compileBoolean(shared, level, undefined, source.layout);
const compiledShared = compileLevel(shared, level, undefined, source.layout);
const tree = compileTree(compiled.program, 0);
const vectors = compiled.room(COUNT);
const answers = new Uint8Array(COUNT);
const byHand = new Uint8Array(COUNT);

const wins: string[] = [];
const row = (what: string, micros: number, ours: number | null, aim: string): void => {
  const ratio = ours === null ? '' : (micros / ours).toFixed(2);
  wins.push(`| ${what} | ${micros.toFixed(3)} | ${ratio} | ${aim} |`);
};

const boolTime = await measure(COUNT, 60, () => boolean.run(population, 0, COUNT, ASOF, answers));
const floorTime = await measure(COUNT, 60, () => {
  for (let index = 0; index < COUNT; index += 1) byHand[index] = eligible(columns, index, day) ? 1 : 0;
});
const vectorTime = await measure(COUNT, 60, () => compiled.run(population, 0, COUNT, ASOF, vectors));
let kept = 0;
const objectTime = await measure(COUNT, 30, () => {
  compiled.run(population, 0, COUNT, ASOF, vectors);
  for (let index = 0; index < COUNT; index += 1) kept += tree(vectors, index).have;
});
const treeTime = await measure(COUNT, 30, () => {
  for (let index = 0; index < COUNT; index += 1) kept += explained(columns, index, day).have;
});

let differences = 0;
let verdicts = 0;
for (let index = 0; index < COUNT; index += 1) {
  const met = vectors.routes[index] === MET;
  const tree = explained(columns, index, day).met;
  if (met !== (answers[index] === 1) || met !== (byHand[index] === 1) || met !== tree) differences += 1;
  if (met) verdicts += 1;
}
const SAMPLE = 500;
for (let index = 0; index < SAMPLE; index += 1) {
  const answer = evaluate({ pack, dossier: population.dossier(index), level: 'senior', route: 'normal', asOf: ASOF });
  if (!answer.ok || (answer.evaluation.verdict === 'eligible') !== (answers[index] === 1)) differences += 1;
}
console.log(
  `${cpus().length} 核 ${cpus()[0]?.model ?? ''}；Node ${process.version}；${COUNT} 份材料，其中符合 ${verdicts} 份`,
);
console.log(`布尔、向量、手写两种与闭包形式（${SAMPLE} 份）：不同 ${differences} 份`);

row('本引擎，布尔', boolTime, null, '');
row('手写单遍 TypeScript，布尔', floorTime, boolTime, '≥ 0.8');
row('本引擎，四值说明，向量', vectorTime, null, '');
row('手写两值说明树（比向量）', treeTime, vectorTime, '≥ 1.5');
row('本引擎，四值说明，对象树', objectTime, null, '');
row('手写两值说明树（比对象树）', treeTime, objectTime, '≥ 1.0');

const plain = plainDossiers(shared, compiledShared, population, ASOF);
const expected = new Uint8Array(COUNT);
booleanShared.run(population, 0, COUNT, ASOF, expected);

// The peers cannot state that items compete for achievements, so ours is measured on the same standard without it.
const sharedVectors = compiledShared.room(COUNT);
const sharedTime = await measure(COUNT, 60, () => compiledShared.run(population, 0, COUNT, ASOF, sharedVectors));
const sharedBoolTime = await measure(COUNT, 60, () => booleanShared.run(population, 0, COUNT, ASOF, answers));
row('本引擎，四值说明，向量，不争用', sharedTime, null, '');
row('本引擎，布尔，不争用', sharedBoolTime, null, '');

async function race(peer: Peer, count: number, against: readonly (readonly [number, string])[]): Promise<void> {
  let wrong = 0;
  for (let index = 0; index < COUNT; index += index < 1_000 ? 1 : 37) {
    const one = plain[index];
    if (one && (await peer.eligible(one)) !== (expected[index] === 1)) wrong += 1;
  }
  const micros = await measure(count, 3, async () => {
    for (let index = 0; index < count; index += 1) {
      const one = plain[index];
      if (one) kept += (await peer.eligible(one)) ? 1 : 0;
    }
  });
  console.log(`${peer.name}：不同 ${wrong} 份`);
  differences += wrong;
  for (const [ours, aim] of against) row(`${peer.name}，${peer.answers}`, micros, ours, aim);
}
await race(zenPeer(compiledShared.program), 1_000, [[sharedTime, '≥ 300']]);
await race(jsonRulesPeer(compiledShared.program), 1_000, [[sharedTime, '≥ 80']]);
await race(celExplained(compiledShared.program), 1_000, [[sharedTime, '']]);
await race(celPeer(compiledShared.program), 4_000, [
  [sharedTime, '≥ 25'],
  [sharedBoolTime, '（比布尔）'],
]);

const duckdb = await openDuckdb(compiledShared.program, plain, TIMES);
const found = await duckdb.eligible();
let wrong = 0;
for (let index = 0; index < COUNT; index += 1) if (found.has(index) !== (expected[index] === 1)) wrong += 1;
console.log(`DuckDB：不同 ${wrong} 份`);
differences += wrong;
const everybody = COUNT * TIMES;
const duckTime = await measure(everybody, 3, async () => {
  kept += await duckdb.count();
});
const crowd = tiled(population, TIMES);
const crowdAnswers = new Uint8Array(everybody);
const crowdTime = await measure(everybody, 3, () => booleanShared.run(crowd, 0, everybody, ASOF, crowdAnswers));
row(`DuckDB，类型化表，单线程，${everybody} 份`, duckTime, null, '');
wins.push(
  `| 本引擎，列式，单线程，${everybody} 份（所占 DuckDB 时间） | ${crowdTime.toFixed(3)} | ${(crowdTime / duckTime).toFixed(3)} | ≤ 0.25 |`,
);

const dossiers = Array.from({ length: 1_000 }, (_, index) => population.dossier(index));
const reading = new Population(source.layout, dossiers.length);
const intakeTime = await measure(dossiers.length, 5, () => {
  reading.clear();
  for (const dossier of dossiers) takeIn(reading, dossier);
});
row('读入一份 JSON 材料', intakeTime, null, '');
const explainTime = await measure(500, 3, () => {
  for (let index = 0; index < 500; index += 1)
    kept += explain(compiled.program, vectors, index, dossiers[index] ?? {}, ASOF).routes.length;
});
row('由向量写出全部中文说明', explainTime, null, '');
const compileTime = await measure(1, 20, () => compileLevel(pack, level, undefined, source.layout));
wins.push(`| 编译一个层级（热，毫秒） | ${(compileTime / 1000).toFixed(2)} | | ≤ 5 |`);

console.log('\n| 做什么 | 每份 CPU 微秒 | 倍数 | 目标 |\n|---|---|---|---|');
console.log(wins.join('\n'));
console.log(`\n结论不同共 ${differences} 份${kept < 0 ? '！' : ''}`);
process.exit(differences === 0 ? 0 : 1);
