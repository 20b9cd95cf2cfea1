import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStandard, packIds } from '@zhiping/server/policy/read-standard';
import { MARK_LABELS, parseDossier, type StandardPack } from '@zhiping/standard';
import { census } from '@zhiping/standard/authoring/census';
import { checkExample, expectationSchema, statesById } from '@zhiping/standard/authoring/examples';
import { lintStandard } from '@zhiping/standard/authoring/lint/lint';
import { mutate } from '@zhiping/standard/authoring/mutate';
import type { ExampleCase } from '@zhiping/standard/authoring/mutate';
import { nodesOf } from '@zhiping/standard/authoring/pack-labels';
import { formatProblem } from '@zhiping/standard/authoring/problem';
import { readingEffects } from '@zhiping/standard/authoring/reading-effects';
import type { ReadingEffect } from '@zhiping/standard/authoring/reading-effects';
import { type ShownMeaning, shownBy } from '@zhiping/standard/authoring/reading-shown';
import { agreement } from '@zhiping/standard/compile/agreement';
import { packAt, periodsOf } from '@zhiping/standard/evaluate/pack-at';
import { folderOf, planOf, POLICIES, standardIn, Unusable } from '../policies.ts';
import { printBoundaries } from './standard-boundaries.ts';
import { checkTogether } from './standard-check-all.ts';

const USAGE = `用法：zhiping standard check 标准 [--mutations] [--readings] [--boundaries [--json]]
  标准是编号（如 ln-sec-2024）、文件夹或 all（全部标准与计划）。装载并检查标准，换用各条解读再装载，运行全部例子，用随机材料核对各编译形式。
  --mutations  逐一删去条件、把门槛加减一，列出没有例子觉察的改动
  --readings   逐条换用解读再运行例子，列出没有例子显示其结果的理解
  --boundaries 为每个门槛生成刚好达到与差一天、一级、一名、一项的材料，列出从未见过满足、不满足或未定的条件；
               加 --json 只输出这一部分，每个条件两侧的结果都在其中
  没有问题时以 0 结束，有问题时以 1 结束，用法有误时以 2 结束。`;

/** `zhiping standard check PACK`: every mistake of a pack at once; 0 when there is none. */
export async function standardCommand([verb, pack, ...rest]: readonly string[]): Promise<number> {
  const known = new Set(['--mutations', '--readings', '--boundaries', '--json']);
  if (verb !== 'check' || pack === undefined || rest.some((flag) => !known.has(flag)) || isMisused(rest)) {
    console.error(USAGE);
    return 2;
  }
  try {
    if (pack !== 'all') return check(folderOf(pack), new Set(rest));
    const ends = packIds(POLICIES, 'standard.yaml').map((id) => check(folderOf(id), new Set(rest)));
    return checkTogether() === 0 && ends.every((end) => end === 0) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.lines.join('\n'));
    return 1;
  }
}

/** JSON is of the boundaries, and then of nothing else. */
const isMisused = (flags: readonly string[]): boolean =>
  flags.includes('--json') && (!flags.includes('--boundaries') || flags.length > 2);

function check(folder: string, flags: ReadonlySet<string>): number {
  const loaded = standardIn(folder);
  const { pack } = loaded;
  if (flags.has('--json')) {
    printBoundaries(pack, true);
    return 0;
  }
  const nodes = nodesOf(pack);
  console.log(`${pack.name}（${pack.document.number}）：${pack.levels.length} 个层级，${nodes.size} 个条件`);
  const { mark } = pack.document;
  if (mark) console.log(`〔${MARK_LABELS[mark.kind]}〕${mark.note}`);
  const findings = lintStandard(loaded);
  for (const { lint, where, message } of findings) console.log(`提示  ${where}：${message}（${lint}）`);
  const examples = checkExamples(pack, folder);
  const readings = checkReadings(pack, folder, flags.has('--readings') ? examples.cases : null);
  const problems = [...readings, ...examples.problems];
  for (const problem of problems) console.log(`问题  ${problem}`);
  console.log(`例子 ${examples.run} 个，不符 ${examples.problems.length} 个`);
  printUnseen(pack, examples.seen);
  problems.push(...checkForms(pack));
  if (flags.has('--boundaries')) printBoundaries(pack, false);
  if (flags.has('--mutations')) printMutations(pack, examples.cases);
  console.log(problems.length === 0 ? '没有问题' : `有 ${problems.length} 处问题`);
  return problems.length === 0 ? 0 : 1;
}

/** Loads the pack once for each meaning not chosen, and tells what switching comes to; with cases, which example shows it. */
function checkReadings(pack: StandardPack, folder: string, cases: readonly ExampleCase[] | null): readonly string[] {
  const opened = openStandard(POLICIES, folder);
  if (!opened.ok) return opened.problems.map(formatProblem);
  const effects = readingEffects(pack, opened.value);
  const of = (kind: ReadingEffect['kind']) => effects.filter((one) => one.kind === kind);
  console.log(
    `解读 ${effects.length} 条：换用即生效 ${of('switchable').length} 条，只改说法 ${of('wording').length} 条，不能换用 ${of('unsupported').length} 条，没有说明 ${of('silent').length} 条`,
  );
  for (const { reading } of of('unsupported')) console.log(`不能换用  ${reading.id}：${reading.unsupported ?? ''}`);
  if (cases) printShown(shownBy(pack, effects, cases));
  return [
    ...effects.flatMap(({ others }) => others.flatMap(({ problems }) => problems)),
    ...of('silent').map(({ reading }) => `解读 ${reading.id}：换用不改变条件，也没有写明理由`),
  ];
}

function printShown(shown: readonly ShownMeaning[]): void {
  const unseen = shown.filter(({ example }) => example === null);
  console.log(`换用生效的理解 ${shown.length} 种，有例子显示结果改变的 ${shown.length - unseen.length} 种`);
  for (const { reading, meaning } of unseen) console.log(`未见  解读 ${reading} 换为 ${meaning}：没有例子的结果改变`);
}

/** Dossiers drawn for each level: for comparing the forms, and for counting what is never met or never missed. */
const COMPARED = 60;
const CENSUS = 3_000;

/** Holds the compiled forms to the closure form, and says what no random dossier ever met or missed. */
function checkForms(pack: StandardPack): readonly string[] {
  const problems: string[] = [];
  for (const period of periodsOf(pack)) {
    for (const level of period.pack.levels) {
      for (const { where, message } of census(period.pack, level, period.from, CENSUS, 1))
        console.log(`提示  ${where}：${message}`);
      const { differences } = agreement(period.pack, level, undefined, period.from, COMPARED, 1);
      problems.push(...differences.map((line) => `${level.name}：编译形式与闭包形式不同：${line}`));
    }
  }
  console.log(`编译形式：每个层级 ${COMPARED} 份随机材料，不同 ${problems.length} 份`);
  for (const problem of problems) console.log(`问题  ${problem}`);
  return problems;
}

/** Which changes of a clause or threshold no example notices. */
function printMutations(pack: StandardPack, cases: readonly ExampleCase[]): void {
  let [tried, missed] = [0, 0];
  for (const period of periodsOf(pack)) {
    const own = cases.filter(({ expected }) => packAt(pack, expected.asOf) === period.pack);
    for (const level of period.pack.levels) {
      const report = mutate(period.pack, level, own);
      tried += report.tried;
      missed += report.survivors.length;
      for (const { id, change } of report.survivors)
        console.log(`未觉察  ${level.name} ${id}：${change}，没有例子不符`);
    }
  }
  console.log(`改动 ${tried} 处（删去条件、门槛加减一），例子觉察 ${tried - missed} 处`);
}

interface ExampleReport {
  readonly cases: readonly ExampleCase[];
  readonly run: number;
  readonly problems: readonly string[];
  /** The states seen of each condition. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
}

function checkExamples(pack: StandardPack, folder: string): ExampleReport {
  const examples = join(folder, 'examples');
  const names = existsSync(examples) ? readdirSync(examples).filter((name) => name.endsWith('.dossier.json')) : [];
  const problems: string[] = [];
  const plans = remembered(planOf);
  const seen = new Map<string, Set<string>>();
  const cases: ExampleCase[] = [];
  for (const file of names) {
    const name = file.replace('.dossier.json', '');
    const expectedFile = join(examples, `${name}.expected.json`);
    if (!existsSync(expectedFile)) {
      problems.push(`例子 ${name}：没有 ${name}.expected.json`);
      continue;
    }
    const expected = expectationSchema.safeParse(JSON.parse(readFileSync(expectedFile, 'utf8')));
    if (!expected.success) {
      problems.push(...expected.error.issues.map((issue) => `例子 ${name}：${issue.path.join('.')} ${issue.message}`));
      continue;
    }
    const plan = expected.data.plan === undefined ? undefined : plans(expected.data.plan);
    const dossier: unknown = JSON.parse(readFileSync(join(examples, file), 'utf8'));
    const { differences, evaluation } = checkExample(pack, dossier, expected.data, plan);
    problems.push(...differences.map((difference) => `例子 ${name}：${difference}`));
    const parsed = parseDossier(dossier);
    if (parsed.ok) cases.push({ dossier: parsed.dossier, expected: expected.data, plan });
    for (const [id, state] of evaluation ? statesById(evaluation) : []) {
      seen.set(id, (seen.get(id) ?? new Set<string>()).add(state === 'judge' ? 'missing' : state));
    }
  }
  return { run: names.length, problems, seen, cases };
}

/** Calls `read` once for each id. */
function remembered<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const value = known.get(id) ?? read(id);
    known.set(id, value);
    return value;
  };
}

const STATES = { met: '满足', unmet: '不满足', missing: '未定' } as const;

function printUnseen(pack: StandardPack, seen: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const node of nodesOf(pack).values()) {
    if (node.kind === 'ref') continue;
    const lacking = Object.entries(STATES).filter(([state]) => !seen.get(node.id)?.has(state));
    if (lacking.length > 0)
      console.log(`未见  ${node.id}：没有例子见过${lacking.map(([, label]) => label).join('、')}`);
  }
}
