import type { Node } from '../language/node.ts';
import type { DefenceTrigger, PlanForEvaluation } from '../language/pack.ts';
import type { Predicate } from '../language/predicate.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { addYears } from './dates.ts';

type When =
  | { readonly rule: 'other-series'; readonly series: readonly string[] }
  | { readonly rule: 'condition-unmet'; readonly condition: string }
  | { readonly rule: 'later-education'; readonly underYears: number; readonly on: string }
  | { readonly rule: 'by-person'; readonly by: string };

/** Who must defend where not everybody does, as it stands in plan.yaml. */
export interface DefenceFacts {
  readonly label: string;
  readonly triggers: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly routes?: readonly string[] | undefined;
    readonly when?: When | undefined;
  }[];
}

const base = (id: string, text: string) => ({ id, label: '', text, readings: [] }) as const;
const field = (path: string, name: string) => ({ path: [path], name });
const some = (id: string, text: string, list: 'titles' | 'educations' | 'degrees', where: Predicate): Node => ({
  ...base(id, text),
  kind: 'count',
  list,
  where,
  min: 1,
  qualities: [],
});

/** The triggers of a plan as conditions that are met where the trigger applies; nothing where no level has any. */
export function defenceRulesOf(plan: {
  readonly evaluation?: readonly { readonly levels: readonly TitleLevel[]; readonly method: string }[];
  readonly defence?: DefenceFacts | undefined;
}): Pick<PlanForEvaluation, 'defence'> {
  const levels = (plan.evaluation ?? []).flatMap((row) => (row.method === 'defence-if' ? row.levels : []));
  if (!plan.defence || levels.length === 0) return {};
  const triggers = plan.defence.triggers.map(
    ({ id, label, text, routes, when }): DefenceTrigger => ({
      id,
      label,
      text,
      routes: routes ?? null,
      node: when === undefined ? null : nodeOf(`plan-defence-${id}`, text, when),
      by: when?.rule === 'by-person' ? when.by : null,
    }),
  );
  return { defence: { label: plan.defence.label, levels, triggers } };
}

function nodeOf(id: string, text: string, when: When): Node {
  switch (when.rule) {
    case 'other-series': {
      const own: Predicate = {
        op: 'or',
        of: when.series.map((value) => ({ op: 'text', field: field('series', '职称系列'), value })),
      };
      return {
        ...base(id, text),
        kind: 'all',
        of: [
          some(`${id}-other`, '有其他系列的职称', 'titles', { op: 'not', of: own }),
          { ...base(`${id}-only`, ''), kind: 'not', of: some(`${id}-own`, '有本系列的职称', 'titles', own) },
        ],
      };
    }
    case 'condition-unmet':
      return { ...base(id, text), kind: 'not', of: { ...base(`${id}-of`, ''), kind: 'ref', to: when.condition } };
    case 'later-education': {
      const since = addYears(when.on, -when.underYears);
      const later = (date: string, name: string, what: string): Predicate => ({
        op: 'and',
        of: [
          { op: 'yes', field: field('later', what) },
          { op: 'date', field: field(date, name), comparison: '>', value: since },
        ],
      });
      return {
        ...base(id, text),
        kind: 'any',
        of: [
          some(
            `${id}-education`,
            `有 ${since} 以后取得的后学历`,
            'educations',
            later('graduatedOn', '毕业日期', '后学历'),
          ),
          some(`${id}-degree`, `有 ${since} 以后取得的后学位`, 'degrees', later('awardedOn', '授予日期', '后学位')),
        ],
      };
    }
    case 'by-person':
      return { ...base(id, text), kind: 'judge' };
    default:
      return when satisfies never;
  }
}
