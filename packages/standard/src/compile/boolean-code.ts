import { leastYears } from '../language/node.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { Layout } from '../intake/layout.ts';
import { VALUES } from '../vocabulary/values.ts';
import { Names, RecordCode, whole } from './atoms.ts';
import { asksForTitle, conditionOf, countsAtAll, Groups, tenureCode, tokenOf } from './lists.ts';
import type { Group } from './lists.ts';
import { addToMasks, BITS, wordsFor } from './lanes.ts';
import type { Block, Program, Slot } from './program.ts';
import { MET, UNMET } from './thermometer.ts';

/** Conditions that the boolean form holds, by how dear they are: cheap ones are asked first. */
const COST: Partial<Record<Slot['node']['kind'], number>> = {
  fact: 1,
  judge: 1,
  outside: 1,
  elapsed: 2,
  count: 3,
  yearly: 6,
  tenure: 8,
};
/** Sharing achievements out among items is dearer than any one condition. */
const BLOCK = 100;

/**
 * Code that says whether a dossier is eligible; null where the level has a condition without a boolean form. Facts are asked
 * before lists, and the achievements are passed over only for those whom nothing else rules out.
 */
export function booleanCode(
  program: Program,
  layout: Layout,
): { readonly source: string; readonly tables: readonly (Uint8Array | Int32Array)[] } | null {
  const writer = new BooleanWriter(program, layout);
  return program.slots.every((slot) => writer.holds(slot)) ? writer.write() : null;
}

class BooleanWriter {
  readonly #program: Program;
  readonly #names: Names;
  readonly #groups = new Groups();
  readonly #functions = new Map<string, string>();
  #asksForTitle: boolean;

  constructor(program: Program, layout: Layout) {
    this.#program = program;
    this.#names = new Names(layout);
    this.#asksForTitle = asksForTitle(program.rules);
  }

  holds({ node, block, isWindow }: Slot): boolean {
    if (isWindow || block !== null || ['all', 'any', 'ref', 'atLeast', 'again'].includes(node.kind)) return true;
    return COST[node.kind] !== undefined;
  }

  write() {
    const roots = this.#program.routes.map(({ root }) => {
      const { before, after } = this.#split(root);
      return { before: this.#and(before), after: this.#and(after) };
    });
    const pass = this.#pass();
    const lines = roots.map(({ before, after }) =>
      after === 'true'
        ? `if (!found && ${before}) found = true;`
        : `if (!found && ${before}) { if (!passed) { passed = true; pass(d); } if (${after}) found = true; }`,
    );
    const source = `'use strict';
const { N, reach, bits, currentTitle, titleColumns, Tenure, yearlyOf, elapsedSince, enough, both, demand } = R;
${this.#names.tableDeclarations}
const M = new Int32Array(${Math.max(1, this.#groups.all.length)});
const tokens = new Uint8Array(64);
const answer = { have: 0 };
const title = { first: 0, last: 0 };
return (P, begin, finish, clock, V) => {
const { asOf, cutOff, year } = clock;
${this.#asksForTitle ? 'const titleCells = titleColumns(P.lists.titles);' : ''}
${this.#names.opening}
const pass = (d) => {
${pass}
};
for (let d = begin; d < finish; d++) {
let found = false, passed = false, titled = false;
${lines.join('\n')}
V[d - begin] = found ? 1 : 0;
}
};`;
    return { source, tables: this.#names.tables };
  }

  /** What the root asks at once, apart into what does not look at achievements and what does. */
  #split(root: Slot): { readonly before: readonly Slot[]; readonly after: readonly Slot[] } {
    const parts = this.#conjuncts(root);
    return {
      before: parts.filter((part) => !readsAchievements(part)),
      after: parts.filter(readsAchievements),
    };
  }

  #conjuncts(slot: Slot): readonly Slot[] {
    return slot.node.kind === 'all' || slot.node.kind === 'ref'
      ? slot.children.flatMap((child) => this.#conjuncts(child))
      : [slot];
  }

  #and(slots: readonly Slot[]): string {
    const parts = slots.toSorted((a, b) => costOf(a) - costOf(b)).map((slot) => this.#met(slot));
    return parts.length === 0 ? 'true' : parts.join(' && ');
  }

  #met(slot: Slot): string {
    const { node, children } = slot;
    if (slot.isWindow) return 'clock.isOpen';
    if (slot.block) return this.#items(slot.block);
    const header = this.#names.layout.dossier;
    switch (node.kind) {
      case 'all':
        return `(${this.#and(children)})`;
      case 'any': {
        const parts = children.toSorted((a, b) => costOf(a) - costOf(b)).map((child) => this.#met(child));
        return parts.length === 0 ? 'false' : `(${parts.join(' || ')})`;
      }
      case 'ref':
        return children.map((child) => this.#met(child)).join('');
      case 'fact':
        return conditionOf(new RecordCode(this.#names, header, '', 'd', '', true).predicate(node.test));
      case 'judge':
      case 'outside':
        return `${this.#names.column(header, this.#names.layout.judgements.get(node.id) ?? 0)}[d] === 2`;
      case 'elapsed': {
        const at = header.columns.get(node.since.path.join('.'))?.at ?? 0;
        const [first, last] = [0, 1].map((more) => `${this.#names.column(header, at + more)}[d]`);
        return `elapsedSince(${first}, ${last}, ${whole(node.years)}, asOf) === ${MET}`;
      }
      case 'count': {
        const group = this.#groups.of(node.list, node.where, node.qualities);
        if (node.list === 'achievements') return reached(group.index, node.min);
        return `${this.#counting(group, node.min)}(d)`;
      }
      case 'tenure': {
        const since = node.since ? this.#test('titles', node.since) : null;
        const work = node.work ? this.#test('workPeriods', node.work) : null;
        return `${tenureCode(this.#names, node, since, work)} === ${MET}`;
      }
      case 'yearly': {
        this.#asksForTitle = true;
        const table = this.#names.layout.lists[node.list];
        const years = this.#names.column(table, table.columns.get('year')?.at ?? 0);
        const must = this.#test(node.list, node.must);
        const title = `(titled || (titled = true, currentTitle(P.lists.titles, titleCells, d, title)), title)`;
        const from = `${JSON.stringify(node.from)}, ${node.recordedOnly === true}`;
        return `yearlyOf(${from}, ${whole(leastYears(node))}, ${must}, P.lists.${node.list}, ${years}, d, ${title}, year, answer) === ${MET}`;
      }
      case 'again':
      case 'atLeast': {
        const parts = children.map((child) => `(${this.#met(child)} ? 1 : 0)`);
        return `${parts.join(' + ') || '0'} >= ${whole(slot.n)}`;
      }
      case 'every':
      case 'not':
      case 'sum':
        throw new Error(`${node.kind} has no boolean form`);
      default:
        return node satisfies never;
    }
  }

  #items({ node, alone }: Block): string {
    const items = alone.map((slot) => ({ met: this.#met(slot), takes: this.#masks(slot), ways: this.#ways(slot) }));
    const body = [
      'let size = 0, seen = 0, disputed = 0, mask = 0;',
      ...items.flatMap(({ met, takes }, item) => [
        `const h${item} = ${met};`,
        `let a${item} = 0; if (h${item}) { size++; a${item} = ${takes.map((at) => `M[${at}]`).join(' | ') || '0'}; disputed |= seen & a${item}; seen |= a${item}; }`,
      ]),
      `if (size < ${whole(node.n)}) return false;`,
      'if (disputed === 0) return true;',
      `if (${items.map((_, item) => `(h${item} && (a${item} & disputed) === 0 ? 1 : 0)`).join(' + ')} >= ${whole(node.n)}) return true;`,
      `return enough(${whole(node.n)}, [${items.map(({ ways }, item) => `h${item} ? ${ways} : []`).join(', ')}]);`,
    ];
    return `${this.#names.define('d', body.join('\n'))}(d)`;
  }

  #masks(slot: Slot): readonly number[] {
    const { node } = slot;
    const own =
      node.kind === 'count' && node.list === 'achievements'
        ? [this.#groups.of(node.list, node.where, node.qualities).index]
        : [];
    return [...new Set([...own, ...slot.children.flatMap((child) => this.#masks(child))])];
  }

  /** An expression for the ways to fulfil an item with certain achievements. */
  #ways(slot: Slot): string {
    const { node, children } = slot;
    if (node.kind === 'count' && node.list === 'achievements') {
      const at = this.#groups.of(node.list, node.where, node.qualities).index;
      return `(bits(M[${at}]) >= ${whole(node.min)} ? [[demand(M[${at}], ${whole(node.min)})]] : [])`;
    }
    if (node.kind === 'any' || node.kind === 'ref')
      return `[${children.map((child) => `...${this.#ways(child)}`).join(', ')}]`;
    if (node.kind === 'all') return `both([${children.map((child) => this.#ways(child)).join(', ')}])`;
    return `(${this.#met(slot)} ? [[]] : [])`;
  }

  #test(list: DossierList, predicate: Group['where']): string {
    const key = JSON.stringify([list, predicate]);
    const known = this.#functions.get(key);
    if (known) return known;
    const record = new RecordCode(this.#names, this.#names.layout.lists[list], '', 'i', 'z');
    const value = record.predicate(predicate);
    const name = this.#names.define('i', `${record.declarations}\nreturn ${value};`);
    this.#functions.set(key, name);
    return name;
  }

  /** Whether a list has enough records that certainly fulfil a predicate. */
  #counting(group: Group, min: number): string {
    const table = this.#names.layout.lists[group.list];
    const record = new RecordCode(this.#names, table, '', 'i', '', true);
    const test = bothOf(record, group);
    const people = group.list === 'recommendations' ? this.#names.column(table, table.person) : null;
    const count = people
      ? `mask |= 1 << ${people}[i]; if (bits(mask) >= ${whole(min)}) return true;`
      : `if (++count >= ${whole(min)}) return true;`;
    return this.#names.define(
      'd',
      `let count = 0, mask = 0;
for (let i = ${this.#names.from(table)}[d], end = ${this.#names.from(table)}[d + 1]; i < end; i++) if (${test}) { ${count} }
return false;`,
    );
  }

  /** The single pass over the achievements. */
  #pass(): string {
    const table = this.#names.layout.lists.achievements;
    const groups = this.#groups.in('achievements');
    const kinds = this.#names.column(table, table.columns.get('kind')?.at ?? 0);
    const cases = VALUES['achievement-kind'].flatMap((kind, place) => {
      const record = new RecordCode(this.#names, table, kind, 'i', '', true);
      const words = wordsFor(this.#names, record, groups, BITS, '');
      if (words.length === 0) return [];
      const cap = countsAtAll(record, this.#names, table, this.#program.rules);
      return [
        `case ${place + 1}: if (!(${cap})) break;`,
        ...words.map((word) => addToMasks(this.#names, word, BITS)),
        'break;',
      ];
    });
    const titled = asksForTitle(this.#program.rules) ? 'currentTitle(P.lists.titles, titleCells, d, title);' : '';
    return `${titled}
M.fill(0);
const titleLast = title.last;
const from = ${this.#names.from(table)}[d], end = ${this.#names.from(table)}[d + 1];
let used = 0;
for (let i = from; i < end; i++) {
${tokenOf(this.#names, table, this.#program.rules)}
let word = 0;
switch (${kinds}[i]) {
${cases.join('\n')}
} }`;
  }
}

/** That a record fulfils a group's predicate and qualities. */
function bothOf(record: RecordCode, { where, qualities }: Group): string {
  const parts = [record.predicate(where), record.qualities(qualities)].filter((part) => part !== MET);
  if (parts.includes(UNMET)) return 'false';
  return parts.length === 0 ? 'true' : parts.map(conditionOf).join(' && ');
}

const reached = (group: number, min: number): string =>
  min === 1 ? `M[${group}] !== 0` : `bits(M[${group}]) >= ${whole(min)}`;

const readsAchievements = ({ node, block, children }: Slot): boolean =>
  block !== null || (node.kind === 'count' && node.list === 'achievements') || children.some(readsAchievements);

const costOf = ({ node, block, children }: Slot): number =>
  block === null ? (COST[node.kind] ?? 0) + children.reduce((sum, child) => sum + costOf(child), 0) : BLOCK;
