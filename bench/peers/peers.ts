// The peers, each as "prepare once, then answer one dossier", in the encoding that suits it best.
import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import { parse } from '@marcbachmann/cel-js';
import type { Program, Slot } from '@zhiping/standard/compile/program';
import { CEL, leavesOf, shaped, translate, whereOf, ZEN } from './translate.ts';
import type { Shape } from './translate.ts';

export interface PlainDossier {
  readonly p: Readonly<Record<string, boolean>>;
  readonly achievements: readonly Readonly<Record<string, number>>[];
}

export interface Peer {
  readonly name: string;
  readonly answers: string;
  readonly eligible: (dossier: PlainDossier) => Promise<boolean> | boolean;
}

type Counting = Extract<Slot['node'], { kind: 'count' }>;
const counting = (slot: Slot): Counting => slot.node as Counting;

export function celPeer(program: Program): Peer {
  const shape: Shape = {
    all: (parts) => `(${parts.join(' && ')})`,
    any: (parts) => `(${parts.join(' || ')})`,
    atLeast: (n, parts) => `([${parts.join(', ')}].filter(x, x).size() >= ${n})`,
    person: ({ index }) => `p.s${index}`,
    count: (slot) => {
      const { min } = counting(slot);
      const test = translate(whereOf(slot), CEL);
      return min === 1 ? `achievements.exists(a, ${test})` : `(achievements.filter(a, ${test}).size() >= ${min})`;
    },
  };
  const root = program.routes[0]?.root;
  if (!root) throw new Error('no route');
  const expression = parse(shaped(root, shape));
  return {
    name: '@marcbachmann/cel-js 8',
    answers: '只有结论',
    eligible: (dossier) => expression(dossier as never) as unknown as boolean,
  };
}

/** The same with an answer for every condition, as ours gives it: how many achievements each counts, then the verdict. */
export function celExplained(program: Program): Peer {
  const { counts } = leavesOf(program);
  const counted = counts.map((slot) => ({
    name: `s${slot.index}`,
    count: parse(`achievements.filter(a, ${translate(whereOf(slot), CEL)}).size()`),
  }));
  const root = program.routes[0]?.root;
  if (!root) throw new Error('no route');
  const verdict = parse(
    shaped(root, {
      all: (parts) => `(${parts.join(' && ')})`,
      any: (parts) => `(${parts.join(' || ')})`,
      atLeast: (n, parts) => `([${parts.join(', ')}].filter(x, x).size() >= ${n})`,
      person: ({ index }) => `p.s${index}`,
      count: (slot) => `(c.s${slot.index} >= ${counting(slot).min})`,
    }),
  );
  return {
    name: '@marcbachmann/cel-js 8',
    answers: '逐条给出结果',
    eligible: (dossier) => {
      const c = Object.fromEntries(counted.map(({ name, count }) => [name, count(dossier as never) as unknown]));
      return verdict({ p: dossier.p, c } as never) as unknown as boolean;
    },
  };
}

export function zenPeer(program: Program): Peer {
  const { counts } = leavesOf(program);
  const shape: Shape = {
    all: (parts) => `(${parts.join(' and ')})`,
    any: (parts) => `(${parts.join(' or ')})`,
    atLeast: (n, parts) => `(count([${parts.join(', ')}], # == true) >= ${n})`,
    person: ({ index }) => `p.s${index}`,
    count: ({ index }) => `$.s${index}`,
  };
  const root = program.routes[0]?.root;
  if (!root) throw new Error('no route');
  const expressions = [
    ...counts.map((slot) => {
      const { min } = counting(slot);
      const test = translate(whereOf(slot), ZEN);
      const value = min === 1 ? `some(achievements, ${test})` : `count(achievements, ${test}) >= ${min}`;
      return { id: `s${slot.index}`, key: `s${slot.index}`, value };
    }),
    { id: 'eligible', key: 'eligible', value: shaped(root, shape) },
  ];
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      { id: 'rules', type: 'expressionNode', name: 'rules', position: { x: 1, y: 0 }, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
  return {
    name: '@gorules/zen-engine 0.54',
    answers: '带 trace',
    eligible: async (dossier) => {
      const { result } = (await decision.evaluate(dossier, { trace: true })) as { result: { eligible: boolean } };
      return result.eligible;
    },
  };
}

export function jsonRulesPeer(program: Program): Peer {
  const { counts, person } = leavesOf(program);
  const tests = new Map(
    counts.map((slot) => {
      const { min } = counting(slot);
      // A JavaScript function for each predicate: quicker than nested conditions would be.
      // oxlint-disable-next-line typescript/no-implied-eval
      const test = new Function(
        'a',
        `return ${translate(whereOf(slot), { ...CEL, number: String, equal: '===' })}`,
      ) as (achievement: object) => boolean;
      return [slot.index, { test, min }] as const;
    }),
  );
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('has', (achievements: PlainDossier['achievements'], index: number) => {
    const wanted = tests.get(index);
    if (!wanted) return false;
    let count = 0;
    for (const achievement of achievements) if (wanted.test(achievement)) count += 1;
    return count >= wanted.min;
  });
  const evaluateShape = (slot: Slot): object => {
    const parts = (): object[] => slot.children.map(evaluateShape);
    if (slot.node.kind === 'all') return { all: parts() };
    if (slot.node.kind === 'any') return { any: parts() };
    if (slot.node.kind === 'ref') return evaluateShape(slot.children[0] as Slot);
    if (slot.node.kind === 'atLeast') return { fact: 'itemsMet', operator: 'greaterThanInclusive', value: slot.n };
    if (tests.has(slot.index)) return { fact: 'achievements', operator: 'has', value: slot.index };
    return { fact: `s${slot.index}`, operator: 'equal', value: true };
  };
  const block = program.slots.find(({ node }) => node.kind === 'atLeast');
  const holds = (slot: Slot, achievements: PlainDossier['achievements']): boolean => {
    if (slot.node.kind === 'all') return slot.children.every((child) => holds(child, achievements));
    if (slot.node.kind === 'any') return slot.children.some((child) => holds(child, achievements));
    const wanted = tests.get(slot.index);
    return wanted !== undefined && achievements.filter(wanted.test).length >= wanted.min;
  };
  engine.addFact('itemsMet', async (_params, almanac) => {
    const achievements = await almanac.factValue<PlainDossier['achievements']>('achievements');
    return (block?.children ?? []).filter((item) => holds(item, achievements)).length;
  });
  const root = program.routes[0]?.root;
  if (!root) throw new Error('no route');
  engine.addRule({ conditions: evaluateShape(root) as never, event: { type: 'eligible' } });
  const names = person.map(({ index }) => `s${index}`);
  return {
    name: 'json-rules-engine 7.3',
    answers: '结果树',
    eligible: async ({ p, achievements }) => {
      const facts: Record<string, unknown> = { achievements };
      for (const name of names) facts[name] = p[name];
      const { events, results, failureResults } = await engine.run(facts);
      return events.length > 0 && results.length >= failureResults.length;
    },
  };
}
