import type { Achievement } from '../dossier/achievements.ts';
import type { CountingRule } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { allOf, anyOf, lower, negate } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { reasonsFor } from '../explain/reasons.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { obtainedRange } from './current-title.ts';
import type { CurrentTitle } from './current-title.ts';
import { compareDate } from './dates.ts';
import type { DayRange } from './dates.ts';
import { compilePredicate } from './predicate.ts';
import type { RecordData } from './predicate.ts';

/** A counting rule that keeps an achievement from counting, or that cannot be decided yet. */
export interface Exclusion {
  readonly rule: CountingRule;
  readonly state: State;
  readonly reason: string;
}

/** An achievement after the counting rules: whether it counts at all, why not, and with which others it counts as one. */
export interface Prepared {
  readonly record: Achievement;
  readonly state: State;
  readonly exclusions: readonly Exclusion[];
  /** Achievements with the same token are one: one project, one kind. */
  readonly token: number;
}

export interface CountingContext {
  readonly title: CurrentTitle;
  /** Last day on which an achievement may have become effective. */
  readonly cutOff: string;
  readonly vocabulary: Vocabulary;
}

interface Context extends CountingContext {
  /** When the current title may have been obtained; null where that is not known. */
  readonly obtained: DayRange | null;
}

const withLabel = (reason: string, rule: CountingRule): string =>
  rule.label === '' ? reason : `${reason}（${rule.label}）`;

function afterTitle(
  rule: Extract<CountingRule, { rule: 'after-current-title' }>,
  record: Achievement,
  { title, obtained }: Context,
): Exclusion | null {
  if (title.known === 'none') return null;
  const unknown = (reason: string): Exclusion => ({ rule, state: 'missing', reason });
  if (!obtained) return unknown('未填现职称取得日期');
  if (record.effectiveOn === undefined) return unknown('未填生效日期');
  const sign = rule.inclusive ? '>=' : '>';
  const surely = compareDate(record.effectiveOn, sign, obtained.last);
  const perhaps = compareDate(record.effectiveOn, sign, obtained.first);
  if (surely === 'met') return null;
  if (perhaps === 'unmet') {
    const shown = obtained.first === obtained.last ? obtained.first : `${obtained.first} 至 ${obtained.last} 间`;
    const reason = `${rule.reason}（${shown}）`;
    return { rule, state: 'unmet', reason: withLabel(reason, rule) };
  }
  return unknown('生效日期或现职称取得日期不够精确，无法判断先后');
}

/** The rules of the standard and of the plan; the last day stands where the plan prints it. */
export function rulesOf(pack: StandardPack, plan: PlanForEvaluation | null): readonly CountingRule[] {
  const label = plan?.achievementCutOffLabel;
  const own = label === undefined ? pack.counting : pack.counting.map((rule) => placed(rule, label));
  return [...own, ...(plan?.counting ?? [])];
}

const placed = (rule: CountingRule, label: string): CountingRule =>
  rule.rule === 'until-cut-off' ? { ...rule, label } : rule;

/** The rule's word on one achievement; null when it has nothing against it. */
function exclusionBy(rule: CountingRule, record: Achievement, context: Context): Exclusion | null {
  switch (rule.rule) {
    case 'after-current-title': {
      const exclusion = afterTitle(rule, record, context);
      if (!exclusion || !rule.when) return exclusion;
      const state = anyOf([negate(compilePredicate(rule.when)(record as RecordData)), exclusion.state]);
      return state === 'met' ? null : { ...exclusion, state };
    }
    case 'until-cut-off': {
      const state = compareDate(record.effectiveOn, '<=', context.cutOff);
      if (state === 'met') return null;
      const reason =
        state === 'unmet'
          ? withLabel(`${rule.reason}（${context.cutOff}）`, rule)
          : record.effectiveOn === undefined
            ? '未填生效日期'
            : '生效日期不够精确，无法判断是否在截止日期前';
      return { rule, state, reason };
    }
    case 'where': {
      const data = record as RecordData;
      const scope: State = rule.when ? compilePredicate(rule.when)(data) : 'met';
      const state = anyOf([negate(scope), compilePredicate(rule.where)(data)]);
      if (state === 'met') return null;
      const detail = reasonsFor(rule.where, data, context.vocabulary).reasons.join('，');
      return { rule, state, reason: state === 'unmet' ? withLabel(rule.reason, rule) : detail };
    }
    case 'unless-unproven':
      return isUnproven(record) ? { rule, state: 'unmet', reason: withLabel(rule.reason, rule) } : null;
    case 'one-per-project':
    case 'one-item-each':
      return null;
    default:
      return rule satisfies never;
  }
}

/** Of achievements: the field and the quality by which evidence is denied. */
export const EVIDENCE = { field: 'evidence', quality: 'evidence-chain' } as const;

const isUnproven = ({ evidence, qualities }: Achievement): boolean =>
  evidence === false || qualities?.[EVIDENCE.quality] === false;

/** Applies the counting rules (P3) to every achievement, once, before any condition looks at them. */
export function prepareAchievements(
  records: readonly Achievement[],
  rules: readonly CountingRule[],
  counting: CountingContext,
): readonly Prepared[] {
  const { title } = counting;
  const context: Context = { ...counting, obtained: title.known === 'titles' ? obtainedRange(title.possible) : null };
  const once = rules.find((rule) => rule.rule === 'one-per-project');
  const tokens = new Map<string, number>();
  return records.map((record, index) => {
    const exclusions = rules.flatMap((rule) => exclusionBy(rule, record, context) ?? []);
    const counted = once && (once.kinds?.includes(record.kind) ?? true);
    const key = counted && record.project !== undefined ? projectKey(once, record) : `#${index}`;
    const token = tokens.get(key) ?? tokens.size;
    tokens.set(key, token);
    return { record, token, exclusions, state: allOf(exclusions.map((exclusion) => exclusion.state)) };
  });
}

/** Equal for achievements of one project that are of one kind, or of kinds that the rule takes as one. */
function projectKey(once: Extract<CountingRule, { rule: 'one-per-project' }>, { project, kind }: Achievement): string {
  const sameKind = once.sameKind.find((kinds) => kinds.includes(kind))?.[0] ?? kind;
  return JSON.stringify([project, sameKind]);
}

/** An achievement of which a rule could not be decided counts at most as far as that. */
export const limitedBy = (prepared: Prepared, state: State): State => lower(prepared.state, state);
