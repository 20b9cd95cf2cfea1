import type { DossierList } from '../dossier/dossier.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { AchievementKind, Quality } from '../vocabulary/values.ts';
import { EVIDENCE } from '../evaluate/counting.ts';
import { QUALITY_BIT } from '../intake/layout.ts';
import type { Table } from '../intake/layout.ts';
import type { CountingRule } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import type { TenureNode } from '../kinds/tenure.ts';
import { RecordCode, whole } from './atoms.ts';
import type { Code, Names } from './atoms.ts';
import { addToMasks, THERMOMETERS, wordsFor } from './lanes.ts';
import { MET, MISSING, UNMET } from './thermometer.ts';

/** Records of one list that fulfil the same predicate and qualities: counted once, however many conditions ask. */
export interface Group {
  readonly index: number;
  readonly list: DossierList;
  readonly where: Predicate;
  readonly qualities: readonly Quality[];
  /** The value of each record is kept, for sums. */
  keep: boolean;
}

/** Finds equal groups, so that each is counted once. */
export class Groups {
  readonly all: Group[] = [];
  readonly #known = new Map<string, Group>();

  of(list: DossierList, where: Predicate, qualities: readonly Quality[]): Group {
    const key = JSON.stringify([list, where, qualities]);
    const known = this.#known.get(key);
    if (known) return known;
    const group: Group = { index: this.all.length, list, where, qualities, keep: false };
    this.all.push(group);
    this.#known.set(key, group);
    return group;
  }

  in(list: DossierList): readonly Group[] {
    return this.all.filter((group) => group.list === list);
  }

  get lists(): readonly DossierList[] {
    return [...new Set(this.all.map(({ list }) => list))];
  }
}

/** Where the masks stand for the places, once the list has been passed over. */
export const maskOf = ({ index }: Group) => ({
  met: `M[${3 * index}]`,
  judged: `M[${3 * index + 1}]`,
  open: `M[${3 * index + 2}]`,
});

const forget = (groups: readonly Group[]): string =>
  groups.flatMap(({ index, keep }) => (keep ? [`kept[${index}].fill(0);`] : [])).join(' ');

/** Counts over a list other than achievements. */
export function listLoop(names: Names, list: DossierList, groups: readonly Group[]): string {
  const table = names.layout.lists[list];
  const record = new RecordCode(names, table, '', 'i', 'x');
  const words = wordsFor(names, record, groups, THERMOMETERS, '');
  // Recommendations by one person are one; other records stand for themselves.
  const bit = list === 'recommendations' ? `1 << ${names.column(table, table.person)}[i]` : '1 << (i - from)';
  return `${forget(groups)}
const from = ${names.from(table)}[d], end = ${names.from(table)}[d + 1];
for (let i = from; i < end; i++) {
const bit = ${bit}; let word = 0;
${words.map((word) => addToMasks(names, word, THERMOMETERS)).join('\n')}
}`;
}

/** The counting rules on one achievement: how far it may count at all. */
function cap(record: RecordCode, names: Names, table: Table, rules: readonly CountingRule[]): Code {
  const effective = table.columns.get('effectiveOn');
  if (!effective) throw new Error('the layout holds no achievements/effectiveOn');
  const first = `${names.column(table, effective.at)}[i]`;
  const last = `${names.column(table, effective.at + 1)}[i]`;
  const codes = rules.map((rule): Code => {
    switch (rule.rule) {
      case 'after-current-title': {
        const [after, notAfter] = rule.inclusive ? ['>=', '<'] : ['>', '<='];
        const later = `(${first} ${after} titleLast ? ${MET} : ${last} ${notAfter} titleFirst ? ${UNMET} : ${MISSING})`;
        return rule.when ? RecordCode.or(RecordCode.not(record.predicate(rule.when)), later) : later;
      }
      case 'until-cut-off':
        return `(${last} <= cutOff ? ${MET} : ${first} <= cutOff ? ${MISSING} : ${UNMET})`;
      case 'where': {
        const holds = record.predicate(rule.where);
        return rule.when ? RecordCode.or(RecordCode.not(record.predicate(rule.when)), holds) : holds;
      }
      case 'unless-unproven':
        return `(${unproven(names, table)} ? ${UNMET} : ${MET})`;
      case 'one-per-project':
      case 'one-item-each':
        return MET;
      default:
        return rule satisfies never;
    }
  });
  return RecordCode.and(...codes);
}

/** The same as a condition: whether the achievement certainly counts. */
export function countsAtAll(record: RecordCode, names: Names, table: Table, rules: readonly CountingRule[]): string {
  const at = table.columns.get('effectiveOn')?.at ?? 0;
  const first = `${names.column(table, at)}[i]`;
  const last = `${names.column(table, at + 1)}[i]`;
  const parts = rules.flatMap((rule): readonly string[] => {
    switch (rule.rule) {
      case 'after-current-title': {
        const later = `${first} ${rule.inclusive ? '>=' : '>'} titleLast`;
        return [rule.when ? `(${conditionOf(record.fails(rule.when))} || ${later})` : later];
      }
      case 'until-cut-off':
        return [`${last} <= cutOff`];
      case 'where': {
        const holds = conditionOf(record.predicate(rule.where));
        return [rule.when ? `(${conditionOf(record.fails(rule.when))} || ${holds})` : holds];
      }
      case 'unless-unproven':
        return [`!(${unproven(names, table)})`];
      case 'one-per-project':
      case 'one-item-each':
        return [];
      default:
        return rule satisfies never;
    }
  });
  return parts.length === 0 ? 'true' : parts.join(' && ');
}

/** That the achievement is said to lack its evidence. */
function unproven(names: Names, table: Table): string {
  const said = table.columns.get(EVIDENCE.field);
  const bit = QUALITY_BIT.get(EVIDENCE.quality) ?? 0;
  if (!said) throw new Error('the layout holds no achievements/evidence');
  const denied = `${names.column(table, said.at)}[i] === 1`;
  if (table.decided < 0) return denied;
  const [decided, confirmed] = [table.decided, table.confirmed].map((at) => `${names.column(table, at)}[i]`);
  return `${denied} || (${decided} & ~${confirmed} & ${bit}) !== 0`;
}

/** A code of the boolean form as a condition. */
export const conditionOf = (value: Code): string => (typeof value === 'number' ? String(value === MET) : value);

/** Whether a pack measures achievements against the current title. */
export const asksForTitle = (rules: readonly CountingRule[]): boolean =>
  rules.some((rule) => rule.rule === 'after-current-title');

/** The single pass over the achievements: counting rules, tokens, and every group that the record's kind can serve. */
export function achievementLoop(names: Names, groups: readonly Group[], rules: readonly CountingRule[]): string {
  const table = names.layout.lists.achievements;
  const kinds = names.column(table, table.columns.get('kind')?.at ?? 0);
  const cases = VALUES['achievement-kind'].flatMap((kind, place) => {
    const words = wordsFor(names, new RecordCode(names, table, kind, 'i', 'x'), groups, THERMOMETERS, 'cap');
    // Comparisons of the rules come first: a record they exclude needs no more.
    const rule = new RecordCode(names, table, kind, 'i', 'r');
    const limit = cap(rule, names, table, rules);
    if (words.length === 0 || limit === UNMET) return [];
    return [
      `case ${place + 1}: {`,
      rule.declarations,
      `const cap = ${limit};`,
      'if (cap === 0) break;',
      ...words.map((word) => addToMasks(names, word, THERMOMETERS)),
      'break; }',
    ];
  });
  return `${forget(groups)}
const titleFirst = title.first, titleLast = title.last;
const from = ${names.from(table)}[d], end = ${names.from(table)}[d + 1];
let used = 0;
for (let i = from; i < end; i++) {
${tokenOf(names, table, rules)}
let word = 0;
switch (${kinds}[i]) {
${cases.join('\n')}
} }`;
}

/** Years of work: `since` and `work` are functions of the generated code, or null. */
export function tenureCode(names: Names, node: TenureNode, since: string | null, work: string | null): string {
  const spec = `{ since: ${since ?? 'null'}, base: ${JSON.stringify(node.base)}, work: ${work ?? 'null'} }`;
  const tenure = names.constant(`new Tenure(${spec}, P.lists.titles, P.lists.workPeriods, clock)`);
  return `${tenure}.value(d, ${whole(node.years)}, answer)`;
}

/**
 * Statements that leave in `bit` the token of achievement `i`. Achievements that count as one have one token: the place,
 * among different ones, where the first of them stands; `used` of these have been given so far.
 */
export function tokenOf(names: Names, table: Table, rules: readonly CountingRule[]): string {
  const once = rules.find((rule) => rule.rule === 'one-per-project');
  if (!once) return 'const bit = 1 << (tokens[i - from] = i - from);';
  const groupOf = VALUES['achievement-kind'].map((kind: AchievementKind) => {
    // Of a kind the rule is not for each achievement stands for itself.
    if (once.kinds?.includes(kind) === false) return 0;
    const same = once.sameKind.find((kinds) => kinds.includes(kind))?.[0] ?? kind;
    return 1 + (VALUES['achievement-kind'] as readonly string[]).indexOf(same);
  });
  const projects = names.column(table, table.project);
  const kinds = names.column(table, table.columns.get('kind')?.at ?? 0);
  const kindGroup = names.values([0, ...groupOf]);
  const each = once.kinds === undefined ? '' : ` || ${kindGroup}[${kinds}[i]] === 0`;
  const body = [
    `const key = ${projects}[i] * 64 + ${kindGroup}[${kinds}[i]];`,
    `for (let k = from; k < i; k++) if (${projects}[k] !== 0 && ${projects}[k] * 64 + ${kindGroup}[${kinds}[k]] === key) return tokens[k - from];`,
    'return used;',
  ];
  const earlier = names.define('i, from, used', body.join('\n'));
  return [
    `const token = ${projects}[i] === 0${each} ? used : ${earlier}(i, from, used);`,
    'if (token === used) used++;',
    'tokens[i - from] = token;',
    'const bit = 1 << token;',
  ].join('\n');
}
