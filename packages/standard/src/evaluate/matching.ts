import type { DossierList } from '../dossier/dossier.ts';
import type { CountNode } from '../kinds/count.ts';
import type { SumNode } from '../kinds/sum.ts';
import { allOf, higher, lower } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { isOffTopic, reasonsFor } from '../explain/reasons.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import type { Prepared } from './counting.ts';
import type { Counted, NotCounted } from './outcome.ts';
import { compilePredicate, personKey } from './predicate.ts';
import type { RecordData } from './predicate.ts';
import type { Run } from './run.ts';

/** One record with its value towards a count or sum. */
export interface Match {
  readonly index: number;
  readonly token: number;
  readonly record: RecordData;
  readonly state: State;
  readonly prepared: Prepared | null;
}

/** What a person has said of the named qualities of a record: judge until said. */
function qualityState(record: RecordData, qualities: CountNode['qualities']): State {
  if (qualities.length === 0) return 'met';
  const said = (record['qualities'] ?? {}) as Readonly<Record<string, boolean>>;
  return allOf(
    qualities.map((quality): State => {
      if (!Object.hasOwn(said, quality)) return 'judge';
      return said[quality] === true ? 'met' : 'unmet';
    }),
  );
}

/** Every record of the node's list with its value; null when the list is not stated. */
export function matchRecords(node: CountNode | SumNode, run: Run): readonly Match[] | null {
  const matches = run.matches(node, () => judgeRecords(node, run));
  if (node.list !== 'achievements' || run.isFree) return matches;
  return matches?.map((match) => (run.isOpen(match.token) ? match : { ...match, state: 'unmet' as const })) ?? null;
}

function judgeRecords(node: CountNode | SumNode, run: Run): readonly Match[] | null {
  const test = compilePredicate(node.where);
  const value = (record: RecordData): State => {
    const state = test(record);
    return state === 'unmet' ? state : lower(state, qualityState(record, node.qualities));
  };
  if (node.list !== 'achievements') {
    const records = run.records(node.list);
    const tokens = records && tokensOf(node.list, records);
    return (
      records?.map((record, index) => ({
        index,
        token: tokens?.[index] ?? index,
        record,
        state: value(record),
        prepared: null,
      })) ?? null
    );
  }
  return (
    run.achievements?.map((prepared, index) => {
      const record = prepared.record as RecordData;
      const state = prepared.state === 'unmet' ? 'unmet' : lower(prepared.state, value(record));
      return { index, token: prepared.token, record, state, prepared };
    }) ?? null
  );
}

/** Recommendations by one person are one; other records each stand for themselves. */
function tokensOf(list: DossierList, records: readonly RecordData[]): readonly number[] {
  if (list !== 'recommendations') return records.map((_, index) => index);
  const keys = records.map(personKey);
  return keys.map((key) => keys.indexOf(key));
}

/** The best value of each token that may count: achievements that count as one give one value. */
export function tokenStates(matches: readonly Match[]): ReadonlyMap<number, State> {
  const best = new Map<number, State>();
  for (const { token, state } of matches) {
    if (state !== 'unmet') best.set(token, higher(best.get(token) ?? 'unmet', state));
  }
  return best;
}

/** How a record is called in explanations. */
export function describeRecord(
  list: DossierList,
  record: RecordData,
  index: number,
  run: Run,
): { readonly id: string; readonly name: string } {
  const text = (key: string): string | undefined => {
    const value = record[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { vocabulary } = run.pack;
  switch (list) {
    case 'achievements':
      return { id: text('id') ?? String(index), name: text('name') ?? text('id') ?? `第 ${index + 1} 项` };
    case 'educations':
      return { id: `educations.${index}`, name: wordLabel(vocabulary, 'education', text('level') ?? '学历') };
    case 'degrees':
      return { id: `degrees.${index}`, name: wordLabel(vocabulary, 'degree', text('degree') ?? '学位') };
    case 'titles':
      return { id: `titles.${index}`, name: wordLabel(vocabulary, 'title-level', text('level') ?? '职称') };
    case 'assessments':
      return { id: `assessments.${index}`, name: `${JSON.stringify(record['year'] ?? '未填')} 年度考核` };
    case 'examinations':
      return { id: `examinations.${index}`, name: text('name') ?? `第 ${index + 1} 项考试` };
    case 'learning':
      return {
        id: `learning.${index}`,
        name: `${JSON.stringify(record['year'] ?? '未填')} 年度${wordLabel(vocabulary, 'learning-type', text('type') ?? '继续教育')}`,
      };
    case 'recommendations':
      return { id: `recommendations.${index}`, name: text('name') ?? `第 ${index + 1} 名专家` };
    case 'skills':
      return { id: `skills.${index}`, name: wordLabel(vocabulary, 'skill', text('level') ?? '技能等级') };
    case 'workPeriods':
      return { id: `workPeriods.${index}`, name: `${text('from') ?? ''}起的工作` };
    default:
      return list satisfies never;
  }
}

/** Splits the records into those that count and those that do not, with the reasons; records off the topic are left out. */
export function explainRecords(
  node: CountNode | SumNode,
  matches: readonly Match[],
  run: Run,
): { readonly counted: readonly Counted[]; readonly notCounted: readonly NotCounted[] } {
  const counted: Counted[] = [];
  const notCounted: NotCounted[] = [];
  const used = new Set<number>();
  const { vocabulary } = run.pack;
  // The best of those that count as one stands for them.
  const ordered = matches.toSorted((a, b) => (a.state === b.state ? 0 : lower(a.state, b.state) === a.state ? 1 : -1));
  for (const match of ordered) {
    const isCounting = match.state === 'met' || match.state === 'judge';
    if (!isCounting && isOffTopic(node.where, match.record)) continue;
    const shown = describeRecord(node.list, match.record, match.index, run);
    if (isCounting && !used.has(match.token)) {
      used.add(match.token);
      const waiting = match.state === 'judge' ? waitingFor(node, match, run) : [];
      counted.push({ ...shown, state: match.state, ...(waiting.length > 0 ? { waiting } : {}) });
      continue;
    }
    if (isCounting) {
      const once = node.list === 'achievements';
      const reason = once ? run.onceReason() : '同一人只计一次';
      notCounted.push({ ...shown, reasons: [reason], rule: once ? (run.onceRule()?.id ?? null) : null });
      continue;
    }
    const exclusions = match.prepared?.exclusions ?? [];
    // That another item has it is worth saying only where it would have counted.
    const fits = compilePredicate(node.where)(match.record) !== 'unmet';
    const taken = match.prepared && fits && !run.isOpen(match.token) ? [run.takenReason(match.token)] : [];
    const denied = deniedQualities(node, match, run);
    const barred = exclusions.filter((exclusion) => exclusion.state === 'unmet');
    const rule = barred[0]?.rule.id ?? null;
    const topic = barred.length > 0 ? { reasons: [] } : reasonsFor(node.where, match.record, vocabulary);
    const reasons =
      barred.length > 0
        ? barred.map(({ reason }) => reason)
        : [...exclusions.map(({ reason }) => reason), ...taken, ...topic.reasons, ...denied];
    notCounted.push({ ...shown, reasons: [...new Set(reasons)], rule });
  }
  return { counted, notCounted };
}

function waitingFor(node: CountNode | SumNode, match: Match, run: Run): readonly string[] {
  const said = (match.record['qualities'] ?? {}) as Readonly<Record<string, boolean>>;
  const open = node.qualities.filter((quality) => !Object.hasOwn(said, quality));
  return [
    ...reasonsFor(node.where, match.record, run.pack.vocabulary).reasons,
    ...open.map((quality) => `${wordLabel(run.pack.vocabulary, 'quality', quality)}待判断`),
  ];
}

function deniedQualities(node: CountNode | SumNode, match: Match, run: Run): readonly string[] {
  const said = (match.record['qualities'] ?? {}) as Readonly<Record<string, boolean>>;
  return node.qualities
    .filter((quality) => said[quality] === false)
    .map((quality) => `${wordLabel(run.pack.vocabulary, 'quality', quality)}：经判断不成立`);
}
