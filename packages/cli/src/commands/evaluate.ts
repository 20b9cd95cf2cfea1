import { readFileSync, statSync } from 'node:fs';
import {
  evaluate,
  evaluationText,
  evaluationView,
  findGaps,
  gapsText,
  gapsView,
  parseDossier,
  ROUTES,
  type Dossier,
  type EvaluationRequest,
  type RouteId,
  type TitleLevel,
  VALUES,
} from '@zhiping/standard';
import { nodesOf } from '@zhiping/standard/authoring/pack-labels';
import { dateInShanghai, systemNow } from '@zhiping/server/time/clocks';
import { levelAndDay, wordsOf } from '../arguments.ts';
import { planOf, standardOf, Unusable } from '../policies.ts';

const USAGE = `用法：zhiping evaluate 材料.dossier.json --standard 标准 --level 层级
        [--route 申报方式] [--plan 年度计划] [--as-of YYYY-MM-DD] [--json]

  --standard  评审标准编号，如 ln-sec-2024
  --level     ${VALUES['title-level'].join('、')}
  --route     ${ROUTES.join('、')}；省略则全部评估，取最好的一种
  --plan      年度计划编号，如 ln-2024-eng；省略则只按标准本身
  --as-of     评估日；省略则用计划的截止日或当天
  --json      输出 JSON

      zhiping evaluate --batch 文件|-    逐行评估许多份材料；--batch --help 看行的写法

评估完成时以 0 结束，不论结论如何；输入有误时以 2 结束，并逐条指出。`;

/** A dossier beyond this size is something else. */
const MAX_BYTES = 5_000_000;

interface Asked {
  readonly file: string;
  readonly standard: string;
  readonly level: TitleLevel;
  readonly route: RouteId | undefined;
  readonly plan: string | undefined;
  readonly asOf: string | undefined;
  readonly json: boolean;
}

/** `zhiping evaluate`: prints the answer and returns 0, or every problem of the input on standard error and returns 2. */
export async function evaluateCommand(args: readonly string[]): Promise<number> {
  if (args[0] === '--batch') return (await import('./evaluate-batch.ts')).evaluateBatch(args.slice(1));
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  try {
    const asked = readArguments(args);
    const dossier = readDossier(asked.file);
    const { pack } = standardOf(asked.standard);
    const plan = asked.plan === undefined ? undefined : planOf(asked.plan);
    const request: EvaluationRequest = {
      pack,
      dossier,
      level: asked.level,
      asOf: asked.asOf ?? plan?.asOf ?? today(),
      ...(asked.route ? { route: asked.route } : {}),
      ...(plan ? { plan } : {}),
    };
    const answer = evaluate(request);
    if (!answer.ok) throw new Unusable([answer.refusal.message]);
    const conditions = nodesOf(pack);
    for (const id of Object.keys(dossier.judgements ?? {})) {
      if (!conditions.has(id)) console.error(`提示：judgements.${id} 不是${pack.name}的条件编号，没有采用`);
    }
    const view = evaluationView(answer.evaluation, pack);
    const { routes } = answer.evaluation;
    const gaps = gapsView(findGaps(request, routes), routes, pack);
    process.stdout.write(
      asked.json ? `${JSON.stringify({ ...view, gaps }, null, 2)}\n` : evaluationText(view, gapsText(gaps)),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.lines.join('\n'));
    return 2;
  }
}

function readArguments(args: readonly string[]): Asked {
  const parsed = wordsOf(args, OPTIONS, USAGE);
  const { values, positionals } = parsed;
  const problems: string[] = [];
  const [file = ''] = positionals;
  if (positionals.length !== 1) problems.push(`材料文件：写了 ${positionals.length} 个，应为 1 个`);
  if (values.standard === undefined) problems.push('--standard：没有写，应为评审标准编号，如 ln-sec-2024');
  const { level, asOf } = levelAndDay(values, problems);
  const route = ROUTES.find((one) => one === values.route);
  if (values.route !== undefined && !route) {
    problems.push(`--route：${values.route}，应为 ${ROUTES.join('、')} 之一`);
  }
  if (problems.length > 0 || !level) throw new Unusable([...problems, '', USAGE]);
  return { file, standard: values.standard ?? '', level, route, plan: values.plan, asOf, json: values.json === true };
}

const text = { type: 'string' } as const;
const OPTIONS = {
  standard: text,
  level: text,
  route: text,
  plan: text,
  'as-of': text,
  json: { type: 'boolean' },
} as const;

function readDossier(file: string): Dossier {
  const data = readJson(file);
  const parsed = parseDossier(data);
  if (parsed.ok) return parsed.dossier;
  const problems = parsed.problems.map(({ path, value, expected }) => `${path}：${value}，应为 ${expected}`);
  throw new Unusable([`${file} 不是申报材料数据，有 ${problems.length} 处问题：`, ...problems]);
}

function readJson(file: string): unknown {
  try {
    if (statSync(file).size > MAX_BYTES) throw new Unusable([`${file}：文件过大，应不超过 ${MAX_BYTES} 字节`]);
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    if (error instanceof SyntaxError) throw new Unusable([`${file}：不是 JSON（${error.message}）`]);
    throw new Unusable([`${file}：无法读取，应为一个 JSON 文件`]);
  }
}

/** Today's date in China. */
const today = (): string => dateInShanghai(systemNow());
