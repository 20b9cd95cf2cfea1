import { periodsOf } from '../../evaluate/pack-at.ts';
import { partsOf } from '../../language/node.ts';
import type { Node } from '../../language/node.ts';
import type { PlanForEvaluation } from '../../language/pack.ts';
import { nodesOf } from '../pack-labels.ts';
import type { LoadedStandard } from '../standard.ts';
import type { Excused, Finding, Lint } from './finding.ts';
import { lintMeaning } from './meaning.ts';
import { thresholds } from './thresholds.ts';

/** What is suspect in a pack and not excused there, with the excuses that excuse nothing. */
export const lintStandard = (loaded: LoadedStandard): readonly Finding[] =>
  notExcused(findingsOf(loaded), loaded.excused);

/** The findings without those that are right in the document; an excuse for nothing is a finding itself. */
export function notExcused(findings: readonly Finding[], excused: readonly Excused[]): readonly Finding[] {
  const isFor = (excuse: Excused, { lint, where }: Finding): boolean => excuse.lint === lint && excuse.where === where;
  return [
    ...findings.filter((one) => !excused.some((excuse) => isFor(excuse, one))),
    ...excused
      .filter((excuse) => !findings.some((one) => isFor(excuse, one)))
      .map(({ lint, where }) => found(lint, where, `没有提示 ${lint}，excused 中的理由已无所指`)),
  ];
}

/**
 * Everything suspect in a pack: what nothing refers to, alternatives written twice, conditions without words, labels given to
 * two, thresholds outside their scale, and conditions that can never do anything ({@link lintMeaning}).
 */
export function findingsOf({ pack, unusedParameters }: LoadedStandard): readonly Finding[] {
  const nodes = nodesOf(pack);
  const all = [...nodes.values()];
  const referred = new Set(all.flatMap((node) => (node.kind === 'ref' || node.kind === 'again' ? [node.to] : [])));
  const slots = new Set(all.flatMap((node) => (node.kind === 'outside' ? [node.slot] : [])));
  const written = [
    ...unusedParameters.map((name) => found('unused-parameter', `parameters.${name}`, '没有条件用到这个参数')),
    ...pack.shared
      .filter(({ id }) => !referred.has(id))
      .map(({ id }) => found('unused-shared', id, '共用条件没有被引用')),
    ...pack.outside
      .filter(({ id }) => !slots.has(id))
      .map(({ id }) => found('unused-outside', `outside.${id}`, '没有条件用到这个包外规定')),
    ...all.flatMap(lintNode),
    ...sharedLabels(nodes),
    ...thresholds(pack),
  ];
  const twins = new Set(written.flatMap(({ lint, where }) => (lint === 'twin' ? [where] : [])));
  const meaning = periodsOf(pack).flatMap((period) =>
    lintMeaning(
      [...period.pack.shared, ...period.pack.levels.flatMap(({ routes }) => routes.map(({ node }) => node))],
      period.pack.counting,
    ),
  );
  return once([...written, ...meaning.filter(({ lint, where }) => lint !== 'masked' || !twins.has(where))]);
}

/** What can never do anything among the conditions a plan adds, its counting rules and its reasons for a defence. */
export function lintPlan({ counting, conditions, defence }: PlanForEvaluation): readonly Finding[] {
  const all: Node = {
    id: 'plan',
    label: '',
    text: '',
    readings: [],
    kind: 'all',
    of: conditions.filter(({ routes }) => routes === null).map(({ node }) => node),
  };
  const others = conditions.filter(({ routes }) => routes !== null).map(({ node }) => node);
  return once(lintMeaning([all, ...others, ...(defence?.triggers ?? []).flatMap(({ node }) => node ?? [])], counting));
}

const found = (lint: Lint, where: string, message: string): Finding => ({ lint, where, message });

const once = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((one) => [`${one.lint} ${one.where}`, one])).values(),
];

/** The content of a condition without its name. */
function contentOf(node: Node): string {
  const { id: _id, label: _label, text: _text, readings: _readings, note: _note, ...content } = node;
  return JSON.stringify(content, (key: string, value: unknown) =>
    ['id', 'label', 'text', 'note'].includes(key) ? undefined : value,
  );
}

function lintNode(node: Node): readonly Finding[] {
  const findings: Finding[] = [];
  if (node.text === '' && node.kind !== 'ref') findings.push(found('no-text', node.id, '条件没有文字'));
  const seen = new Map<string, string>();
  for (const child of partsOf(node)) {
    const content = contentOf(child);
    const twin = seen.get(content);
    if (twin !== undefined && child.kind !== 'judge' && child.kind !== 'outside')
      findings.push(found('twin', child.id, `与 ${twin} 的内容相同`));
    seen.set(content, child.id);
  }
  return findings;
}

/** Conditions of one label are parts of one clause; the same label in two unrelated places is a slip. */
function sharedLabels(nodes: ReadonlyMap<string, Node>): readonly Finding[] {
  const byLabel = new Map<string, Node[]>();
  for (const node of nodes.values()) {
    if (node.label !== '' && node.kind !== 'all') byLabel.set(node.label, [...(byLabel.get(node.label) ?? []), node]);
  }
  return [...byLabel].flatMap(([label, same]) => {
    const texts = new Set(same.map(({ text }) => text));
    return same.length > 1 && texts.size > 1
      ? [found('label', same.map(({ id }) => id).join('、'), `编号 ${label} 用于文字不同的条件`)]
      : [];
  });
}
