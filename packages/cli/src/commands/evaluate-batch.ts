import { createReadStream, existsSync } from 'node:fs';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { evaluateDossier } from '@zhiping/contract';
import type { PlanForEvaluation, StandardPack } from '@zhiping/standard';
import { dateInShanghai, systemNow } from '@zhiping/server/time/clocks';
import { BatchEvaluator } from '../batch/batch-evaluator.ts';
import { linesOf } from '../batch/lines.ts';
import { planOf, standardOf, Unusable } from '../policies.ts';

const USAGE = `用法：zhiping evaluate --batch 文件|-
  逐行读入 {"id", "standard", "level", "route"?, "plan"?, "asOf"?, "dossier"}，每行写出一行
  {"id", "verdict", "best", "routes"}，次序相同；有误的行写出 {"id", "line", "errors"}，不中断。`;

/** A line beyond this size is something else. */
const MAX_BYTES = 5_000_000;

type Fault = { readonly path: string; readonly value: string; readonly expected: string };

/** `zhiping evaluate --batch FILE|-`: answers line by line; 0 when the input could be read, whatever stood in it. */
export async function evaluateBatch([file, ...rest]: readonly string[]): Promise<number> {
  if (file === undefined || rest.length > 0 || (file !== '-' && !existsSync(file))) {
    console.error(file !== undefined && rest.length === 0 ? `${file}：没有这个文件\n\n${USAGE}` : USAGE);
    return 2;
  }
  const { lines, faulty } = await answerLines(file === '-' ? process.stdin : createReadStream(file), process.stdout);
  console.error(`共 ${lines} 行，其中 ${faulty} 行有误`);
  return 0;
}

/** Reads lines, writes one answer for each, waiting wherever the reader of the answers is slower. */
export async function answerLines(
  input: Readable,
  output: Writable,
): Promise<{ readonly lines: number; readonly faulty: number }> {
  const policies = new Policies();
  const evaluator = new BatchEvaluator();
  let [lines, faulty] = [0, 0];
  for await (const { number, text } of linesOf(input, MAX_BYTES)) {
    if (text !== null && text.trim() === '') continue;
    lines += 1;
    const answer = answerTo(text, policies, evaluator);
    if ('errors' in answer) faulty += 1;
    const shown = 'errors' in answer ? { id: answer.id, line: number, errors: answer.errors } : answer;
    if (!output.write(`${JSON.stringify(shown)}\n`)) await once(output, 'drain');
  }
  return { lines, faulty };
}

function answerTo(text: string | null, policies: Policies, evaluator: BatchEvaluator) {
  const fail = (id: unknown, errors: readonly Fault[]) => ({ id, errors });
  if (text === null) return fail(null, [{ path: '', value: '', expected: `不超过 ${MAX_BYTES} 字节的一行` }]);
  const data = parseJson(text);
  if (data === undefined) return fail(null, [{ path: '', value: text.slice(0, 40), expected: '一个 JSON 对象' }]);
  const { id, ...asked } = isObject(data) ? data : { id: null };
  if (typeof id !== 'string' && typeof id !== 'number') {
    return fail(null, [{ path: 'id', value: shown(id), expected: '文字或数' }]);
  }
  const parsed = evaluateDossier.body.safeParse(asked);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      value: shown(path.reduce<unknown>((at, key) => (isObject(at) ? at[String(key)] : undefined), asked)),
      expected: message,
    }));
    return fail(id, errors);
  }
  const { standard, level, route, plan, asOf, dossier } = parsed.data;
  try {
    const rules = plan === undefined ? undefined : policies.plan(plan);
    const request = {
      pack: policies.standard(standard),
      level,
      asOf: asOf ?? rules?.asOf ?? dateInShanghai(systemNow()),
      ...(route ? { route } : {}),
      ...(rules ? { plan: rules } : {}),
    };
    const answer = evaluator.evaluate(request, dossier);
    if (!answer.ok) return fail(id, answer.errors);
    return { id, verdict: answer.verdict, best: answer.best, routes: answer.routes };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return fail(
      id,
      error.lines.map((line) => ({ path: '', value: '', expected: line })),
    );
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => (JSON.stringify(value) ?? '（没有写）').slice(0, 80);

/** JSON, or undefined where the text is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Packs and plans read once; unknown names are not remembered, so that they cannot fill the memory. */
class Policies {
  readonly #standards = new Map<string, StandardPack>();
  readonly #plans = new Map<string, PlanForEvaluation>();

  standard(id: string): StandardPack {
    const known = this.#standards.get(id) ?? standardOf(id).pack;
    this.#standards.set(id, known);
    return known;
  }

  plan(id: string): PlanForEvaluation {
    const known = this.#plans.get(id) ?? planOf(id);
    this.#plans.set(id, known);
    return known;
  }
}
