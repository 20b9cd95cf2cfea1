import { leastYears } from '../language/node.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { Layout } from '../intake/layout.ts';
import type { Predicate } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import { Names, RecordCode, whole } from './atoms.ts';
import { achievementLoop, asksForTitle, Groups, listLoop, maskOf, tenureCode } from './lists.ts';
import type { Group } from './lists.ts';
import { NotCompilable } from './program.ts';
import type { Block, Places, Scope, Slot } from './program.ts';
import type { BlockSpec } from './runtime/items.ts';
import type { Ways } from './runtime/ways.ts';
import { ownTokens, SumState } from './runtime/sums.ts';
import type { SumNode } from '../kinds/sum.ts';
import { JUDGE, MET, MISSING, UNMET } from './thermometer.ts';

/** Generated code of the vector form with what it is given besides the population. */
export interface VectorCode {
  readonly source: string;
  readonly tables: readonly (Uint8Array | Int32Array)[];
  readonly groups: readonly Group[];
  readonly blocks: readonly BlockSpec[];
  /** Where the masks of owned achievements of each block begin; the total is the last. */
  readonly ownedAt: readonly number[];
  /** Slots that the interpreter evaluates: kinds without generated code. */
  readonly interpreted: readonly Slot[];
  readonly sums: readonly SumState[];
  /** Token of each achievement of the dossier at hand. */
  readonly tokens: Uint8Array;
  /** Values of the records of each group that a sum runs over. */
  readonly kept: readonly (Uint8Array | null)[];
}

/** Places in one function of the generated code. */
const CHUNK = 48;

/** Writes the code that fills the vector of each dossier: see {@link Places} for the order of its places. */
export function vectorCode(program: Places, layout: Layout): VectorCode {
  return new VectorWriter(program, layout).write();
}

class VectorWriter {
  readonly #program: Places;
  readonly #names: Names;
  readonly #groups = new Groups();
  readonly #interpreted: Slot[] = [];
  readonly #ownedAt: number[] = [0];
  readonly #blocks: BlockSpec[] = [];
  readonly #sums: SumState[] = [];
  readonly #sumOf = new Map<string, number>();
  readonly #loads: string[] = [];
  readonly #tokens = new Uint8Array(64);
  readonly #kept = new Map<number, Uint8Array>();
  readonly #opened = new Set<Block>();
  readonly #named = new Set<string>();
  #chunkFrom = 0;
  #asksForTitle: boolean;

  constructor(program: Places, layout: Layout) {
    this.#program = program;
    this.#names = new Names(layout);
    this.#asksForTitle = asksForTitle(program.rules);
    for (const { node } of program.blocks) {
      this.#ownedAt.push((this.#ownedAt.at(-1) ?? 0) + node.of.length);
    }
  }

  write(): VectorCode {
    const { slots } = this.#program;
    for (const { node } of slots) {
      if (node.kind === 'count') this.#groups.of(node.list, node.where, node.qualities);
      if (node.kind === 'sum') this.#sum(node);
    }
    for (const block of this.#program.blocks) this.#blocks.push(this.#blockSpec(block));
    const loops = this.#groups.lists.map((list) =>
      list === 'achievements'
        ? achievementLoop(this.#names, this.#groups.in(list), this.#program.rules)
        : listLoop(this.#names, list, this.#groups.in(list)),
    );
    const passes = loops.map((loop) => this.#names.define('d', loop));
    const places = this.#chunks();
    const routes = this.#program.routes.map(({ root }, index) => {
      const value = this.#program.form === 'bounds' ? `S[b + ${root.index}]` : `completeRoute(${index}, S, b)`;
      return `V[at * ${this.#program.routes.length} + ${index}] = ${value};`;
    });
    const source = `'use strict';
const { N, reach, level, drop, shareOut, sums, kept, tokens, completeRoute, currentTitle, titleColumns, Tenure, yearlyOf, elapsedSince } = R;
${this.#names.tableDeclarations}
const M = new Int32Array(${Math.max(1, 3 * this.#groups.all.length)});
const answer = { have: 0 };
const title = { first: 0, last: 0 };
return (P, begin, finish, clock, S, H, E, O, V, X, who) => {
const { asOf, cutOff, year } = clock;
${this.#asksForTitle ? 'const titleCells = titleColumns(P.lists.titles);' : ''}
${this.#names.opening}
for (let at = 0; at < finish - begin; at++) {
const d = who === null ? begin + at : who[begin + at];
const b = at * ${slots.length};
const w = at * ${this.#ownedAt.at(-1) ?? 0};
${this.#asksForTitle ? 'currentTitle(P.lists.titles, titleCells, d, title);' : ''}
M.fill(0);
${passes.map((name) => `${name}(d);`).join('\n')}
${this.#loads.join('\n')}
${places.map((name) => `${name}(d, b, w);`).join('\n')}
${routes.join('\n')}
}
};`;
    return {
      source,
      tables: this.#names.tables,
      groups: this.#groups.all,
      blocks: this.#blocks,
      ownedAt: this.#ownedAt,
      interpreted: this.#interpreted,
      sums: this.#sums,
      tokens: this.#tokens,
      kept: this.#groups.all.map(({ index }) => this.#kept.get(index) ?? null),
    };
  }

  /** The places in functions small enough to be optimised; a part in an earlier function is read from the vector. */
  #chunks(): readonly string[] {
    const { slots } = this.#program;
    const names: string[] = [];
    for (let from = 0; from < slots.length; from += CHUNK) {
      this.#chunkFrom = from;
      this.#named.clear();
      const header = new RecordCode(this.#names, this.#names.layout.dossier, '', 'd', 'h');
      const lines = slots.slice(from, from + CHUNK).map((slot) => this.#slot(slot, header));
      names.push(this.#names.define('d, b, w', [header.declarations, ...lines].join('\n')));
    }
    return names;
  }

  #value({ index }: Slot): string {
    return index >= this.#chunkFrom ? `s${index}` : `S[b + ${index}]`;
  }

  #set(slot: Slot, value: string | number, have: string | number = 0, evidence: string | number = 0): string {
    const isTold = this.#program.form === 'explained';
    const extras = [
      ...(have === 0 || !isTold ? [] : [`H[b + ${slot.index}] = ${have};`]),
      ...(evidence === 0 || !isTold ? [] : [`E[b + ${slot.index}] = ${evidence};`]),
    ];
    return [`const s${slot.index} = ${value}; S[b + ${slot.index}] = s${slot.index};`, ...extras].join(' ');
  }

  #slot(slot: Slot, header: RecordCode): string {
    const opening: string[] = [];
    const shared = slot.block ?? slot.scope?.block;
    if (shared && !this.#opened.has(shared)) {
      this.#opened.add(shared);
      opening.push(this.#share(shared));
    }
    if (!slot.scope) return [...opening, this.#own(slot, header)].join('\n');
    const { block, item } = slot.scope;
    // What this item may use, once for the parts of an item in a function.
    const name = freeName(slot.scope);
    if (!this.#named.has(name)) {
      this.#named.add(name);
      opening.push(`const ${name} = ${this.#freeFor(block, item)};`);
    }
    return [...opening, this.#own(slot, header)].join('\n');
  }

  #own(slot: Slot, header: RecordCode): string {
    const { node, children } = slot;
    if (slot.isWindow) return this.#set(slot, `clock.isOpen ? ${MET} : ${UNMET}`);
    const parts = children.map((child) => this.#value(child));
    if (slot.block) return this.#set(slot, `S[b + ${slot.index}]`, sumOf(parts, '>>> 2'));
    switch (node.kind) {
      case 'all':
        return this.#set(slot, parts.length === 0 ? MET : parts.join(' & '));
      case 'any':
        return this.#set(slot, parts.length === 0 ? UNMET : parts.join(' | '));
      case 'not':
        return this.#set(slot, `N[${parts[0] ?? ''}]`);
      case 'ref':
        return this.#set(slot, parts[0] ?? UNMET);
      case 'atLeast':
      case 'again':
        return this.#counted(slot, parts);
      case 'count':
        return this.#count(slot, this.#groups.of(node.list, node.where, node.qualities), node.min);
      case 'fact':
        return this.#set(slot, header.predicate(node.test));
      case 'judge':
      case 'outside': {
        const at = this.#names.layout.judgements.get(node.id);
        if (at === undefined) throw new NotCompilable(`判断 ${node.id} 不在编号表中`);
        const cell = `${this.#names.column(this.#names.layout.dossier, at)}[d]`;
        return this.#set(slot, `${cell} === 0 ? ${JUDGE} : ${cell} === 2 ? ${MET} : ${UNMET}`);
      }
      case 'elapsed': {
        const column = this.#names.layout.dossier.columns.get(node.since.path.join('.'));
        if (!column) throw new NotCompilable(`字段 ${node.since.path.join('.')} 不在编号表中`);
        const [first, last] = [0, 1].map(
          (at) => `${this.#names.column(this.#names.layout.dossier, column.at + at)}[d]`,
        );
        return this.#set(slot, `elapsedSince(${first}, ${last}, ${whole(node.years)}, asOf)`);
      }
      case 'tenure':
        return this.#set(slot, this.#tenure(node), 'answer.have');
      case 'yearly': {
        this.#asksForTitle = true;
        const table = this.#names.layout.lists[node.list];
        const years = this.#names.column(table, table.columns.get('year')?.at ?? 0);
        const from = `${JSON.stringify(node.from)}, ${node.recordedOnly === true}`;
        const list = `P.lists.${node.list}`;
        const must = this.#test(node.list, node.must);
        return this.#set(
          slot,
          `yearlyOf(${from}, ${whole(leastYears(node))}, ${must}, ${list}, ${years}, d, title, year, answer)`,
          'answer.have',
        );
      }
      case 'every': {
        const must = this.#test(node.list, node.must);
        const when = node.when ? this.#test(node.list, node.when) : null;
        return this.#set(slot, this.#every(node.list, must, when));
      }
      case 'sum': {
        const known = `${this.#names.known(this.#names.layout.lists[node.list])}[d]`;
        const free = slot.scope && node.list === 'achievements' ? freeName(slot.scope) : '-1';
        const { judged } = maskOf(this.#groups.of(node.list, node.where, node.qualities));
        const value = `${known} === 0 ? ${MISSING} : sums[${this.#sum(node)}].value(${free}, answer)`;
        return this.#set(slot, value, 'answer.have', free === '-1' ? judged : `${judged} & ${free}`);
      }
      default:
        node satisfies never;
        return this.#byInterpreter(slot);
    }
  }

  /** A kind without generated code: the closure form evaluates this place. */
  #byInterpreter(slot: Slot): string {
    if (slot.scope !== null || this.#isInBlock(slot))
      throw new NotCompilable(`${slot.node.id}：条目中的这种条件没有编译形式`);
    this.#interpreted.push(slot);
    return this.#set(slot, `X(${slot.index}, d)`);
  }

  #isInBlock(slot: Slot): boolean {
    const holds = (one: Slot): boolean => one === slot || one.children.some(holds);
    return this.#program.blocks.some(({ alone }) => alone.some(holds));
  }

  /** The place of the sum among those the passes load; equal ones are one. */
  #sum(node: SumNode): number {
    const key = JSON.stringify([node.list, node.field.path, node.where, node.qualities, node.min]);
    const known = this.#sumOf.get(key);
    if (known !== undefined) return known;
    const group = this.#groups.of(node.list, node.where, node.qualities);
    group.keep = true;
    const codes = this.#kept.get(group.index) ?? new Uint8Array(64);
    this.#kept.set(group.index, codes);
    const table = this.#names.layout.lists[node.list];
    const column = table.columns.get(node.field.path.join('.'));
    if (!column || table.person >= 0) throw new NotCompilable(`${node.id}：这一列表的累计没有编译形式`);
    const place = this.#sums.length;
    this.#sums.push(new SumState(codes, node.list === 'achievements' ? this.#tokens : ownTokens(), node.min));
    const from = this.#names.from(table);
    this.#loads.push(`sums[${place}].load(${this.#names.column(table, column.at)}, ${from}[d], ${from}[d + 1]);`);
    this.#sumOf.set(key, place);
    return place;
  }

  #counted(slot: Slot, parts: readonly string[]): string {
    const n = whole(slot.n);
    const have = sumOf(parts, '>>> 2');
    const [judged, open] = [sumOf(parts, '>>> 1 & 1'), sumOf(parts, '& 1')];
    const value = `(${have} >= ${n} ? 4 : 0) | (${judged} >= ${n} ? 2 : 0) | (${open} >= ${n} ? 1 : 0)`;
    return this.#set(slot, value, have);
  }

  #count(slot: Slot, group: Group, min: number): string {
    const { met, judged, open } = maskOf(group);
    const table = this.#names.layout.lists[group.list];
    const known = `${this.#names.known(table)}[d]`;
    // Achievements that other items have do not count here.
    const left = slot.scope && group.list === 'achievements' ? freeName(slot.scope) : null;
    const [m, j] = [met, judged].map((name) => (left ? `(${name} & ${left})` : name));
    const reached = reachedCode(
      [met, judged, open].map((name) => (left ? `(${name} & ${left})` : name)),
      min,
    );
    return this.#set(slot, `${known} === 0 ? ${MISSING} : ${reached}`, m, j);
  }

  #tenure(node: Extract<Slot['node'], { kind: 'tenure' }>): string {
    const since = node.since ? this.#test('titles', node.since) : null;
    const work = node.work ? this.#test('workPeriods', node.work) : null;
    return tenureCode(this.#names, node, since, work);
  }

  readonly #tests = new Map<string, string>();

  /** A function of the generated code that evaluates a predicate on record `i` of a list. */
  #test(list: DossierList, predicate: Predicate): string {
    const key = JSON.stringify([list, predicate]);
    const known = this.#tests.get(key);
    if (known) return known;
    const name = this.#names.define('i', this.#testBody(list, predicate));
    this.#tests.set(key, name);
    return name;
  }

  #testBody(list: DossierList, predicate: Predicate): string {
    const table = this.#names.layout.lists[list];
    if (list !== 'achievements') {
      const record = new RecordCode(this.#names, table, '', 'i', 'z');
      const value = record.predicate(predicate);
      return `${record.declarations}\nreturn ${value};`;
    }
    const kinds = this.#names.column(table, table.columns.get('kind')?.at ?? 0);
    const cases = VALUES['achievement-kind'].map((kind, place) => {
      const record = new RecordCode(this.#names, table, kind, 'i', 'z');
      const value = record.predicate(predicate);
      return `case ${place + 1}: { ${record.declarations}\nreturn ${value}; }`;
    });
    return `switch (${kinds}[i]) {\n${cases.join('\n')}\n}\nreturn ${MISSING};`;
  }

  #every(list: DossierList, must: string, when: string | null): string {
    const table = this.#names.layout.lists[list];
    const body = [
      `if (${this.#names.known(table)}[d] === 0) return ${MISSING};`,
      `let value = ${MET};`,
      `for (let i = ${this.#names.from(table)}[d], end = ${this.#names.from(table)}[d + 1]; i < end; i++)`,
      `value &= ${when ? `N[${when}(i)] | ` : ''}${must}(i);`,
      'return value;',
    ];
    return `${this.#names.define('d', body.join('\n'))}(d)`;
  }

  /** Before the first part of the first item: what each item may use. */
  #share(block: Block): string {
    const achievements = this.#names.layout.lists.achievements;
    const at = this.#ownedAt[block.index] ?? 0;
    const into = this.#program.slots.find((slot) => slot.block === block);
    const shared = `shareOut.some(${block.index}, M, S, b, O, w + ${at})`;
    const none = `shareOut.none(${block.index}, S, b, O, w + ${at})`;
    return `S[b + ${into?.index ?? 0}] = ${this.#names.known(achievements)}[d] === 0 ? ${none} : ${shared};`;
  }

  /** Mask of the achievements that no other item has. */
  #freeFor(block: Block, item: number): string {
    const at = this.#ownedAt[block.index] ?? 0;
    const others = block.alone.flatMap((_, other) => (other === item ? [] : [`O[w + ${at + other}]`]));
    return others.length === 0 ? '-1' : `~(${others.join(' | ')})`;
  }

  #blockSpec({ alone, node }: Block): BlockSpec {
    return {
      n: node.n,
      items: alone.map((slot) => {
        const takes = new Set<number>();
        const shows = new Set<number>();
        const ways = this.#ways(slot, takes);
        this.#shows(slot, shows);
        return { slot: slot.index, ways, takes: [...takes], shows: [...shows], isCounted: isCounted(ways) };
      }),
    };
  }

  #ways(slot: Slot, takes: Set<number>): Ways {
    const { node, children } = slot;
    const parts = (): readonly Ways[] => children.map((child) => this.#ways(child, takes));
    if (node.kind === 'count' && node.list === 'achievements') {
      const { index } = this.#groups.of(node.list, node.where, node.qualities);
      takes.add(index);
      return { op: 'count', group: index, min: node.min, slot: slot.index };
    }
    if (node.kind === 'sum' && node.list === 'achievements') {
      takes.add(this.#groups.of(node.list, node.where, node.qualities).index);
      return { op: 'sum', sum: this.#sums[this.#sum(node)] as SumState };
    }
    if (node.kind === 'all') return { op: 'all', of: parts() };
    if (node.kind === 'any' || node.kind === 'ref') return { op: 'any', of: parts() };
    if (node.kind === 'atLeast') return { op: 'atLeast', n: node.n, of: parts() };
    return { op: 'slot', slot: slot.index };
  }

  #shows(slot: Slot, shows: Set<number>): void {
    const { node } = slot;
    if ((node.kind === 'count' || node.kind === 'sum') && node.list === 'achievements') {
      shows.add(this.#groups.of(node.list, node.where, node.qualities).index);
    }
    for (const child of slot.children) this.#shows(child, shows);
  }
}

/** At least `min` records, given three masks: small numbers by leaving out one bit after the other. */
function reachedCode(masks: readonly string[], min: number): string {
  if (min < 1 || min > 4) return `reach(${masks.join(', ')}, ${whole(min)})`;
  const dropped = masks.map((mask) => `${'drop('.repeat(min - 1)}${mask}${')'.repeat(min - 1)}`);
  return `level(${dropped.join(', ')})`;
}

const isCounted = (ways: Ways): boolean => ways.op === 'count' || ('of' in ways && ways.of.every(isCounted));

/** Variable with the mask of the achievements that no other item has. */
const freeName = ({ block, item }: Scope): string => `q${block.index}_${item}`;

const sumOf = (parts: readonly string[], bit: string): string =>
  parts.length === 0 ? '0' : `(${parts.map((part) => `(${part} ${bit})`).join(' + ')})`;
