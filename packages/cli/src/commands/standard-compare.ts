import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withSolver } from '@zhiping/server/policy/solver/with-solver';
import { dateInShanghai, systemNow } from '@zhiping/server/time/clocks';
import { MARK_LABELS, type RouteId, type StandardPack, type TitleLevel, VALUES } from '@zhiping/standard';
import { compareRoute, type RouteComparison } from '@zhiping/standard/compare/compare';
import { comparisonText } from '@zhiping/standard/compare/text';
import { folderOf, standardIn, Unusable } from '../policies.ts';

const USAGE = `用法：zhiping standard compare 下限 标准 [--level 层级] [--as-of YYYY-MM-DD] [--json] [--save 名称]
  证明符合“标准”的人都符合“下限”，或给出一份符合标准而不符合下限的材料（缩到最小，并已代入评估）。
  比较两者都有的层级与申报方式；标准是编号（如 ln-sec-2024）或文件夹。

  --level   ${VALUES['title-level'].join('、')}；省略则全部
  --as-of   评估日；省略则为当天
  --json    输出 JSON
  --save    把得到的材料存为标准的例子 examples/名称-层级-方式.dossier.json

  都不低于下限时以 0 结束，低于或没有结论时以 1 结束，用法有误时以 2 结束。`;

interface Asked {
  readonly lower: string;
  readonly upper: string;
  readonly level: TitleLevel | undefined;
  readonly asOf: string;
  readonly json: boolean;
  readonly save: string | undefined;
}

/** `zhiping standard compare LOWER UPPER`: 0 when the upper standard is proved to stay at or above the lower one. */
export async function standardCompare(args: readonly string[]): Promise<number> {
  try {
    const asked = read(args);
    const folder = folderOf(asked.upper);
    const lower = standardIn(folderOf(asked.lower)).pack;
    const upper = standardIn(folder).pack;
    const pairs = pairsOf(lower, upper, asked.level);
    if (pairs.length === 0) throw new Unusable(['两个标准没有相同的层级与申报方式，无法比较']);
    if (!asked.json) console.log(heading(lower, upper).join('\n'));
    const found = await withSolver(async (solve) => {
      const answers: RouteComparison[] = [];
      for (const pair of pairs) {
        const answer = await compareRoute({ lower, upper, asOf: asked.asOf, ...pair }, solve);
        answers.push(answer);
        if (!asked.json) console.log(comparisonText(answer, lower, upper).join('\n'));
      }
      return answers;
    });
    if (asked.json)
      console.log(JSON.stringify({ lower: lower.id, upper: upper.id, asOf: asked.asOf, routes: found }, null, 2));
    if (asked.save !== undefined) for (const one of found) save(folder, asked.save, asked.asOf, one, lower);
    return found.every(({ result }) => result === 'holds') ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.lines.join('\n'));
    return 2;
  }
}

function heading(lower: StandardPack, upper: StandardPack): readonly string[] {
  const name = ({ name: text, document: { number, mark } }: StandardPack): string =>
    `${text}（${number}）${mark ? `〔${MARK_LABELS[mark.kind]}〕` : ''}`;
  return [`下限：${name(lower)}`, `标准：${name(upper)}`];
}

/** The levels and routes that both standards have. */
function pairsOf(
  lower: StandardPack,
  upper: StandardPack,
  only: TitleLevel | undefined,
): readonly { readonly level: TitleLevel; readonly route: RouteId }[] {
  return upper.levels
    .filter(({ level }) => only === undefined || level === only)
    .flatMap(({ level, routes }) => {
      const same = lower.levels.find((one) => one.level === level);
      return routes
        .filter(({ route }) => same?.routes.some((one) => one.route === route))
        .map(({ route }) => ({ level, route }));
    });
}

/** Writes a counterexample beside the examples of the upper standard, with what it must come to. */
function save(folder: string, name: string, asOf: string, found: RouteComparison, lower: StandardPack): void {
  if (found.result !== 'fails') return;
  const examples = join(folder, 'examples');
  const file = join(examples, `${name}-${found.level}-${found.route}`);
  if (existsSync(`${file}.dossier.json`)) throw new Unusable([`${file}.dossier.json：已经存在`]);
  mkdirSync(examples, { recursive: true });
  const title = `符合本标准而不符合${lower.name}`;
  const expected = { title, level: found.level, asOf, routes: { [found.route]: 'eligible' } };
  writeFileSync(`${file}.dossier.json`, `${JSON.stringify({ note: title, ...found.dossier }, null, 2)}\n`);
  writeFileSync(`${file}.expected.json`, `${JSON.stringify(expected, null, 2)}\n`);
  console.error(`已存为 ${file}.dossier.json`);
}

function read(args: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const options = { level: text, 'as-of': text, json: { type: 'boolean' }, save: text } as const;
  const parsed = parse(() => parseArgs({ args: [...args], allowPositionals: true, options }));
  const { values, positionals } = parsed;
  const [lower, upper] = positionals;
  const level = VALUES['title-level'].find((one) => one === values.level);
  const asOf = values['as-of'] ?? dateInShanghai(systemNow());
  const problems = [
    ...(lower === undefined || upper === undefined || positionals.length > 2
      ? ['应写两个标准：下限和要核对的标准']
      : []),
    ...(values.level !== undefined && !level
      ? [`--level：${values.level}，应为 ${VALUES['title-level'].join('、')} 之一`]
      : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? [] : [`--as-of：${asOf}，应为日期 YYYY-MM-DD`]),
    ...(values.save === undefined || /^[a-z0-9-]+$/.test(values.save)
      ? []
      : ['--save：名称只用小写字母、数字和连字符']),
  ];
  if (problems.length > 0 || lower === undefined || upper === undefined) throw new Unusable([...problems, '', USAGE]);
  return { lower, upper, level, asOf, json: values.json === true, save: values.save };
}

function parse<T>(parseNow: () => T): T {
  try {
    return parseNow();
  } catch (error) {
    throw new Unusable([error instanceof Error ? error.message : String(error), '', USAGE]);
  }
}
