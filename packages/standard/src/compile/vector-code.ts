import type { DossierList } from '../dossier/dossier.ts';
import type { Layout } from '../intake/layout.ts';
import type { Predicate } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import { Names, RecordCode, whole } from './atoms.ts';
import { achievementLoop, asksForTitle, Groups, listLoop, maskNames } from './lists.ts';
import type { Group } from './lists.ts';
import { NotCompilable } from './program.ts';
import type { Block, Program, Slot } from './program.ts';
import type { BlockSpec, Ways } from './runtime/items.ts';
import type { TenureSpec } from './runtime/tenure.ts';
import { JUDGE, MET, MISSING, UNMET } from './thermometer.ts';

/** Generated code of the vector form with what it is given besides the population. */
export interface VectorCode {
  readonly source: string;
  readonly tables: readonly Uint8Array[];
  readonly groups: readonly Group[];
  readonly blocks: readonly BlockSpec[];
  /** Where the masks of owned achievements of each block begin; the total is the last. */
  readonly ownedAt: readonly number[];
  /** Slots that the interpreter evaluates: kinds without generated code. */
  readonly interpreted: readonly Slot[];
}

/** Writes the code that fills the vector of each dossier: see {@link Program} for the order of its places. */
export function vectorCode(program: Program, layout: Layout): VectorCode {
  return new VectorWriter(program, layout).write();
}

class VectorWriter {
  readonly #program: Program;
  readonly #names: Names;
  readonly #groups = new Groups();
  readonly #interpreted: Slot[] = [];
  readonly #ownedAt: number[] = [0];
  readonly #blocks: BlockSpec[] = [];
  readonly #opened = new Set<Block>();
  #asksForTitle: boolean;

  constructor(program: Program, layout: Layout) {
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
    }
    for (const block of this.#program.blocks) this.#blocks.push(this.#blockSpec(block));
    const header = new RecordCode(this.#names, this.#names.layout.dossier, '', 'd', 'h');
    const body = slots.map((slot) => this.#slot(slot, header)).join('\n');
    const loops = this.#groups.lists.map((list) =>
      list === 'achievements'
        ? achievementLoop(this.#names, this.#groups.in(list), this.#program.rules)
        : listLoop(this.#names, list, this.#groups.in(list)),
    );
    const masks = this.#program.blocks.length === 0 ? '' : this.#masks();
    const source = `'use strict';
const { N, reach, bits, shareOut, completeRoute, currentTitle, titleColumns, tenureOf, tenureColumns, yearlyOf, elapsedSince } = R;
${this.#names.tableDeclarations}
const M = new Int32Array(${Math.max(1, 3 * this.#groups.all.length)});
const tokens = new Uint8Array(64);
const answer = { have: 0 };
const title = { first: 0, last: 0 };
let used = 0;
return (P, begin, finish, clock, S, H, E, O, V, X) => {
const { asOf, cutOff, year } = clock;
${this.#asksForTitle ? 'const titleCells = titleColumns(P.lists.titles);' : ''}
${this.#names.opening}
for (let d = begin; d < finish; d++) {
const b = (d - begin) * ${slots.length};
const w = (d - begin) * ${this.#ownedAt.at(-1) ?? 0};
${this.#asksForTitle ? 'currentTitle(P.lists.titles, titleCells, d, title);' : ''}
${loops.join('\n')}
${masks}
${header.declarations}
${body}
${this.#program.routes
  .map((_, index) => `V[(d - begin) * ${this.#program.routes.length} + ${index}] = completeRoute(${index}, S, b);`)
  .join('\n')}
}
};`;
    return {
      source,
      tables: this.#names.tables,
      groups: this.#groups.all,
      blocks: this.#blocks,
      ownedAt: this.#ownedAt,
      interpreted: this.#interpreted,
    };
  }

  #masks(): string {
    const used = new Set(
      this.#blocks.flatMap(({ items }) => items.flatMap(({ takes, shows }) => [...takes, ...shows])),
    );
    return [...used]
      .map((index) => {
        const { met, judged, open } = maskNames(this.#groups.all[index] as Group);
        return `M[${3 * index}] = ${met}; M[${3 * index + 1}] = ${judged}; M[${3 * index + 2}] = ${open};`;
      })
      .join('\n');
  }

  #set(slot: Slot, value: string | number, have: string | number = 0, evidence: string | number = 0): string {
    const extras = [
      ...(have === 0 ? [] : [`H[b + ${slot.index}] = ${have};`]),
      ...(evidence === 0 ? [] : [`E[b + ${slot.index}] = ${evidence};`]),
    ];
    return [`const s${slot.index} = ${value}; S[b + ${slot.index}] = s${slot.index};`, ...extras].join(' ');
  }

  #slot(slot: Slot, header: RecordCode): string {
    const block = slot.scope?.block;
    if (!block || this.#opened.has(block)) return this.#own(slot, header);
    this.#opened.add(block);
    return `${this.#share(block)}\n${this.#own(slot, header)}`;
  }

  #own(slot: Slot, header: RecordCode): string {
    const { node, children } = slot;
    if (slot.isWindow) return this.#set(slot, `clock.isOpen ? ${MET} : ${UNMET}`);
    const parts = children.map(({ index }) => `s${index}`);
    if (slot.block) return this.#set(slot, `v${slot.block.index}`, sumOf(parts, '>>> 2'));
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
        const from = JSON.stringify(node.from);
        const list = `P.lists.${node.list}`;
        const must = this.#test(node.list, node.must);
        return this.#set(slot, `yearlyOf(${from}, ${must}, ${list}, ${years}, d, title, year, answer)`, 'answer.have');
      }
      case 'every': {
        const must = this.#test(node.list, node.must);
        const when = node.when ? this.#test(node.list, node.when) : null;
        return this.#set(slot, this.#every(node.list, must, when));
      }
      default:
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

  #counted(slot: Slot, parts: readonly string[]): string {
    const n = whole(slot.n);
    const have = sumOf(parts, '>>> 2');
    const [judged, open] = [sumOf(parts, '>>> 1 & 1'), sumOf(parts, '& 1')];
    const value = `(${have} >= ${n} ? 4 : 0) | (${judged} >= ${n} ? 2 : 0) | (${open} >= ${n} ? 1 : 0)`;
    return this.#set(slot, value, have);
  }

  #count(slot: Slot, group: Group, min: number): string {
    const { met, judged, open } = maskNames(group);
    const table = this.#names.layout.lists[group.list];
    const known = `${this.#names.known(table)}[d]`;
    // Achievements that other items have do not count here.
    const left = slot.scope && group.list === 'achievements' ? `q${slot.scope.block.index}_${slot.scope.item}` : null;
    const [m, j, o] = [met, judged, open].map((name) => (left ? `(${name} & ${left})` : name));
    const reached =
      min === 1
        ? `(${m} !== 0 ? ${MET} : ${j} !== 0 ? ${JUDGE} : ${o} !== 0 ? ${MISSING} : ${UNMET})`
        : `reach(${m}, ${j}, ${o}, ${whole(min)})`;
    return this.#set(slot, `${known} === 0 ? ${MISSING} : ${reached}`, `bits(${m})`, j);
  }

  #tenure(node: Extract<Slot['node'], { kind: 'tenure' }>): string {
    const since = node.since ? this.#test('titles', node.since) : 'null';
    const work = node.work ? this.#test('workPeriods', node.work) : 'null';
    const spec = `{ years: ${whole(node.years)}, since: ${since}, base: ${JSON.stringify(node.base)}, work: ${work} } `;
    const name = this.#names.constant(spec);
    const columns = this.#names.constant(
      `tenureColumns(P.lists.titles, P.lists.workPeriods, ${JSON.stringify(node.base satisfies TenureSpec['base'])})`,
    );
    return `tenureOf(${name}, P.lists.titles, P.lists.workPeriods, ${columns}, d, clock, answer)`;
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
    const items = block.alone.map((_, item) => `O[w + ${at + item}]`);
    const reserved = items.map(
      (_, item) =>
        `const q${block.index}_${item} = ~(${items.filter((__, other) => other !== item).join(' | ') || '0'});`,
    );
    return [
      `const v${block.index} = ${this.#names.known(achievements)}[d] === 0 ? shareOut.none(${block.index}, S, b, O, w + ${at}) : shareOut.some(${block.index}, M, S, b, O, w + ${at});`,
      ...reserved,
    ].join('\n');
  }

  #blockSpec({ alone, node }: Block): BlockSpec {
    return {
      n: node.n,
      items: alone.map((slot) => {
        const takes = new Set<number>();
        const shows = new Set<number>();
        const ways = this.#ways(slot, takes);
        this.#shows(slot, shows);
        return { slot: slot.index, ways, takes: [...takes], shows: [...shows] };
      }),
    };
  }

  #ways(slot: Slot, takes: Set<number>): Ways {
    const { node, children } = slot;
    const parts = (): readonly Ways[] => children.map((child) => this.#ways(child, takes));
    switch (node.kind) {
      case 'count': {
        if (node.list !== 'achievements') return { op: 'slot', slot: slot.index };
        const { index } = this.#groups.of(node.list, node.where, node.qualities);
        takes.add(index);
        return { op: 'count', group: index, min: node.min, slot: slot.index };
      }
      case 'all':
        return { op: 'all', of: parts() };
      case 'any':
      case 'ref':
        return { op: 'any', of: parts() };
      case 'atLeast':
        return { op: 'atLeast', n: node.n, of: parts() };
      default:
        return { op: 'slot', slot: slot.index };
    }
  }

  #shows(slot: Slot, shows: Set<number>): void {
    const { node } = slot;
    if (node.kind === 'count' && node.list === 'achievements') {
      shows.add(this.#groups.of(node.list, node.where, node.qualities).index);
    }
    for (const child of slot.children) this.#shows(child, shows);
  }
}

const sumOf = (parts: readonly string[], bit: string): string =>
  parts.length === 0 ? '0' : `(${parts.map((part) => `(${part} ${bit})`).join(' + ')})`;
