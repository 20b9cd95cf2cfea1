import { z } from 'zod';
import { parseDossier } from '../dossier/parse.ts';
import { VERDICTS, evaluate } from '../evaluate/evaluate.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { ROUTES } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { STATES } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { VALUES } from '../vocabulary/values.ts';

const verdict = z.enum(VERDICTS);

/** `NAME.expected.json` beside `NAME.dossier.json`: what an example must come to; whatever is not written is not compared. */
export const expectationSchema = z.strictObject({
  title: z.string(),
  level: z.enum(VALUES['title-level']),
  route: z.enum(ROUTES).optional(),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  plan: z.string().optional(),
  line: z.union([z.int(), z.string(), z.array(z.int())]).optional(),
  because: z.string().optional(),
  verdict: verdict.optional(),
  routes: z.partialRecord(z.enum(ROUTES), verdict).optional(),
  nodes: z.record(z.string(), z.enum(STATES)).optional(),
  notCounted: z.record(z.string(), z.string()).optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** Answers what differs between an example and its expectation, in Chinese; empty when it holds. */
export function checkExample(
  pack: StandardPack,
  dossier: unknown,
  expected: Expectation,
  plan: PlanForEvaluation | undefined,
): { readonly differences: readonly string[]; readonly evaluation: Evaluation | null } {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) {
    const differences = parsed.problems.map(({ path, value, expected: wanted }) => `${path}：${value}，应为 ${wanted}`);
    return { differences, evaluation: null };
  }
  const answer = evaluate({
    pack,
    dossier: parsed.dossier,
    level: expected.level,
    asOf: expected.asOf,
    ...(expected.route ? { route: expected.route } : {}),
    ...(plan ? { plan } : {}),
  });
  if (!answer.ok) return { differences: [answer.refusal.message], evaluation: null };
  return { differences: compare(answer.evaluation, expected), evaluation: answer.evaluation };
}

function compare(evaluation: Evaluation, expected: Expectation): readonly string[] {
  const differences: string[] = [];
  const differ = (what: string, wanted: string, found: string | undefined): void => {
    if (wanted !== found) differences.push(`${what}：应为 ${wanted}，得到 ${found ?? '没有'}`);
  };
  if (expected.verdict) differ('总结论', expected.verdict, evaluation.verdict);
  for (const [route, wanted] of Object.entries(expected.routes ?? {})) {
    differ(route, wanted, evaluation.routes.find((one) => one.route === route)?.verdict);
  }
  const states = statesById(evaluation);
  for (const [id, wanted] of Object.entries(expected.nodes ?? {})) differ(id, wanted, states.get(id));
  const excluded = excludedBy(evaluation);
  for (const [id, rule] of Object.entries(expected.notCounted ?? {})) {
    if (!excluded.get(id)?.has(rule))
      differ(`不计入 ${id}`, rule, [...(excluded.get(id) ?? [])].join('、') || undefined);
  }
  return differences;
}

function walk(outcome: Outcome, visit: (outcome: Outcome) => void): void {
  visit(outcome);
  for (const child of outcome.children) walk(child, visit);
}

/** The state of each condition where it stands first. */
export function statesById(evaluation: Evaluation): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { tree } of evaluation.routes) {
    walk(tree, ({ node, state }) => {
      if (!states.has(node.id)) states.set(node.id, state);
    });
  }
  return states;
}

/** The counting rules that excluded each achievement somewhere. */
function excludedBy(evaluation: Evaluation): ReadonlyMap<string, ReadonlySet<string>> {
  const rules = new Map<string, Set<string>>();
  for (const { tree } of evaluation.routes) {
    walk(tree, ({ notCounted }) => {
      for (const { id, rule } of notCounted) {
        if (rule === null) continue;
        const known = rules.get(id) ?? new Set();
        known.add(rule);
        rules.set(id, known);
      }
    });
  }
  return rules;
}
