import type { CountingRule, Level, Node, Predicate } from '@zhiping/standard';
import { partsOf } from '@zhiping/standard/language/node';

/**
 * What a level can ask about, read from its conditions: the form shows these fields and no others, so a new pack gets
 * its form without a line of code.
 */
export interface Relevance {
  /** `group.field` of facts of the dossier itself. */
  readonly facts: ReadonlySet<string>;
  /** Fields by list (`educations`, `titles`, …); a list that is asked about at all is a key. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields by kind of achievement. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields of experts who assess a report. */
  readonly experts: ReadonlySet<string>;
  /** Printed labels of the conditions a kind can serve, in the order of the pack. */
  readonly serves: ReadonlyMap<string, readonly string[]>;
}

interface Gathering {
  facts: Set<string>;
  lists: Map<string, Set<string>>;
  kinds: Map<string, Set<string>>;
  experts: Set<string>;
  serves: Map<string, string[]>;
  readonly allKinds: readonly string[];
}

const setAt = (map: Map<string, Set<string>>, key: string): Set<string> => {
  const found = map.get(key) ?? new Set<string>();
  map.set(key, found);
  return found;
};

/**
 * The kinds of achievement a predicate can hold for; null for any kind. `not` is taken as no restriction: a field too
 * many is a small nuisance, a field too few a wrong answer.
 */
function kindsOf(predicate: Predicate): ReadonlySet<string> | null {
  switch (predicate.op) {
    case 'and': {
      const parts = predicate.of.map(kindsOf).filter((own) => own !== null);
      const [first, ...others] = parts;
      return first ? new Set([...first].filter((kind) => others.every((own) => own.has(kind)))) : null;
    }
    case 'or': {
      const parts = predicate.of.map(kindsOf);
      return parts.some((part) => part === null) ? null : new Set(parts.flatMap((part) => [...(part ?? [])]));
    }
    case 'word':
      return predicate.field.path[0] === 'kind' && predicate.comparison === '=' ? new Set([predicate.value]) : null;
    case 'wordIn':
      return predicate.field.path[0] === 'kind' ? new Set(predicate.values) : null;
    case 'not':
    case 'claim':
    case 'number':
    case 'date':
    case 'text':
    case 'yes':
    case 'experts':
      return null;
    default:
      return predicate satisfies never;
  }
}

/** Top-level fields a predicate reads, with the kinds each is read for (null: whatever the kind). */
function* fieldsIn(
  predicate: Predicate,
  kinds: ReadonlySet<string> | null,
): Generator<[string, ReadonlySet<string> | null]> {
  switch (predicate.op) {
    case 'and':
    case 'or': {
      const own = predicate.op === 'and' ? (kindsOf(predicate) ?? kinds) : kinds;
      for (const part of predicate.of) yield* fieldsIn(part, kindsOf(part) ?? own);
      return;
    }
    case 'not':
      yield* fieldsIn(predicate.of, kinds);
      return;
    case 'word':
    case 'wordIn':
    case 'claim':
    case 'number':
    case 'date':
    case 'text':
    case 'yes':
    case 'experts':
      yield [predicate.field.path.join('.'), kinds];
      return;
    default:
      predicate satisfies never;
  }
}

/** What is asked of the experts inside a record. */
function* expertFields(predicate: Predicate): Generator<string> {
  if (predicate.op === 'and' || predicate.op === 'or') for (const part of predicate.of) yield* expertFields(part);
  else if (predicate.op === 'not') yield* expertFields(predicate.of);
  else if (predicate.op === 'experts') for (const [field] of fieldsIn(predicate.where, null)) yield field;
}

function gatherRecords(into: Gathering, list: string, predicates: readonly Predicate[], label: string): void {
  if (list !== 'achievements') {
    const fields = setAt(into.lists, list);
    for (const predicate of predicates) for (const [field] of fieldsIn(predicate, null)) fields.add(field);
    return;
  }
  for (const predicate of predicates) {
    const possible = kindsOf(predicate);
    for (const kind of possible ?? []) {
      setAt(into.kinds, kind);
      const labels = into.serves.get(kind) ?? [];
      if (label && !labels.includes(label)) labels.push(label);
      into.serves.set(kind, labels);
    }
    for (const [field, kinds] of fieldsIn(predicate, possible)) {
      for (const kind of kinds ?? into.allKinds) setAt(into.kinds, kind).add(field);
    }
    for (const field of expertFields(predicate)) into.experts.add(field);
  }
}

function gather(into: Gathering, node: Node, labelAbove: string): void {
  const label = node.label || labelAbove;
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      for (const part of node.of) gather(into, part, label);
      return;
    case 'not':
      gather(into, node.of, label);
      return;
    case 'count':
      gatherRecords(into, node.list, [node.where], label);
      return;
    case 'sum':
      gatherRecords(into, node.list, [node.where], label);
      if (node.list !== 'achievements') setAt(into.lists, node.list).add(node.field.path.join('.'));
      return;
    case 'yearly':
      gatherRecords(into, node.list, [node.must], label);
      setAt(into.lists, node.list).add('year');
      return;
    case 'elapsed':
      into.facts.add(node.since.path.join('.'));
      return;
    case 'every':
      gatherRecords(into, node.list, node.when ? [node.when, node.must] : [node.must], label);
      return;
    case 'fact':
      for (const [field] of fieldsIn(node.test, null)) into.facts.add(field);
      return;
    case 'tenure': {
      const titles = setAt(into.lists, 'titles');
      if (node.since) {
        for (const [field] of fieldsIn(node.since, null)) titles.add(field);
        titles.add(node.base === 'obtained' ? 'obtainedOn' : 'appointedOn');
      }
      // Without a word on the work, the time since the title alone counts.
      if (node.work === null) return;
      const work = setAt(into.lists, 'workPeriods');
      for (const field of ['from', 'to']) work.add(field);
      for (const [field] of fieldsIn(node.work, null)) work.add(field);
      return;
    }
    case 'judge':
    case 'outside':
    case 'ref':
    case 'again':
      return;
    default:
      node satisfies never;
  }
}

function gatherCounting(into: Gathering, rule: CountingRule): void {
  const everyKind = (field: string) => {
    for (const fields of into.kinds.values()) fields.add(field);
  };
  switch (rule.rule) {
    case 'after-current-title': {
      const titles = setAt(into.lists, 'titles');
      for (const field of ['level', 'obtainedOn']) titles.add(field);
      everyKind('effectiveOn');
      return;
    }
    case 'until-cut-off':
      everyKind('effectiveOn');
      return;
    case 'one-per-project':
      everyKind('project');
      return;
    case 'where': {
      // The rule speaks of kinds the level asks about; it must not bring in others.
      const asked = new Set(into.kinds.keys());
      const possible = rule.when ? kindsOf(rule.when) : null;
      for (const predicate of rule.when ? [rule.when, rule.where] : [rule.where]) {
        for (const [field, kinds] of fieldsIn(predicate, possible)) {
          for (const kind of kinds ?? asked) if (asked.has(kind)) setAt(into.kinds, kind).add(field);
        }
      }
      return;
    }
    case 'one-item-each':
    // Whoever checks alone has the evidence or will get it; that it is lacking is found by others.
    case 'unless-unproven':
      return;
    default:
      rule satisfies never;
  }
}

/**
 * What matters for a level: conditions of its routes, of the nodes they refer to, of the plan, and the counting rules.
 * `allKinds` are the kinds the schema knows; a field read whatever the kind is asked for each of them.
 */
export function relevanceOf(
  level: Level,
  pack: {
    readonly shared: readonly Node[];
    readonly counting: readonly CountingRule[];
    readonly levels?: readonly Level[];
  },
  plan: { readonly conditions: readonly { readonly node: Node }[]; readonly counting: readonly CountingRule[] } | null,
  allKinds: readonly string[],
): Relevance {
  const into: Gathering = {
    facts: new Set(),
    lists: new Map(),
    kinds: new Map(),
    experts: new Set(),
    serves: new Map(),
    allKinds,
  };
  const byId = new Map<string, Node>();
  const remember = (node: Node): void => {
    byId.set(node.id, node);
    for (const part of partsOf(node)) remember(part);
  };
  for (const node of [...pack.shared, ...(pack.levels ?? []).flatMap(({ routes }) => routes.map((one) => one.node))]) {
    remember(node);
  }
  const seen = new Set<string>();
  /** `ref` and `again` may point to any node of the pack; those of this level are gathered anyway. */
  const follow = (node: Node): void => {
    if (node.kind === 'ref' || node.kind === 'again') {
      const target = byId.get(node.to);
      if (target && !seen.has(target.id)) {
        seen.add(target.id);
        gather(into, target, node.label);
        follow(target);
      }
    } else if (node.kind === 'all' || node.kind === 'any' || node.kind === 'atLeast') {
      for (const part of node.of) follow(part);
    } else if (node.kind === 'not') follow(node.of);
  };
  const roots = [...level.routes.map((route) => route.node), ...(plan?.conditions.map(({ node }) => node) ?? [])];
  for (const node of roots) {
    gather(into, node, '');
    follow(node);
  }
  for (const rule of [...pack.counting, ...(plan?.counting ?? [])]) gatherCounting(into, rule);
  return into;
}

const union = (maps: readonly ReadonlyMap<string, ReadonlySet<string>>[]): Map<string, Set<string>> => {
  const all = new Map<string, Set<string>>();
  for (const map of maps) for (const [key, values] of map) for (const value of values) setAt(all, key).add(value);
  return all;
};

/** What matters for any of several levels; used until one is chosen. */
export function mergeRelevance(several: readonly Relevance[]): Relevance {
  const serves = new Map<string, string[]>();
  for (const one of several) {
    for (const [kind, labels] of one.serves) serves.set(kind, [...new Set([...(serves.get(kind) ?? []), ...labels])]);
  }
  return {
    facts: new Set(several.flatMap((one) => [...one.facts])),
    lists: union(several.map((one) => one.lists)),
    kinds: union(several.map((one) => one.kinds)),
    experts: new Set(several.flatMap((one) => [...one.experts])),
    serves,
  };
}
