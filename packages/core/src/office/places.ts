import { type Plan, specialtyOf } from '../plan/index.ts';
import { canonicalJson, type Json } from '../record/index.ts';

/** One thing the office decides on in a submission, LN-2024 五(五)2: 资历、资格、业绩成果等情况逐一审核. */
export interface CheckPlace {
  /** `rows.<id>`, `conditions.<id>`, `selfScore.<line>` or `form.<part>`; the place a return jumps to. */
  readonly place: string;
  readonly group: 'conditions' | 'rows' | 'self-score' | 'form';
  readonly label: string;
  readonly title: string;
}

/** What of a submission the places are made from. */
export interface Checked {
  readonly rows: readonly { readonly id: string; readonly kindName: string; readonly title: string }[];
  readonly selfReport: string;
  readonly dossier: unknown;
  /** The conditions right below the route applied for; none where the standard is not packed. */
  readonly conditions: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  /** Lines of the self-score as stated; points in hundredths. */
  readonly selfScore?: readonly ScoreLine[];
  /** Id of the photo that was submitted; none where the plan asks for none. */
  readonly photo?: string;
}

export interface ScoreLine {
  readonly line: string;
  readonly name: string;
  readonly points: number;
  readonly basis: string;
  readonly evidence: string;
}

/** What a plan says about a check: printed labels of its parts, and the standard where people check by hand. */
export interface CheckRules {
  readonly labels: Readonly<Record<'rows' | 'basics' | 'publicity' | 'self-report' | 'self-score', string>>;
  /** What the plan asks of a photo and only a person can see; null where it asks for none. */
  readonly photo: { readonly label: string; readonly seen: readonly string[] } | null;
  /** `《…》（…）` where the specialty's standard is not machine-readable. */
  readonly byHand: string | null;
}

/** The rules of a plan for one specialty. A part that the document gives no label keeps none. */
export function checkRulesOf(plan: Plan, specialty: string): CheckRules {
  const standard = specialtyOf(plan, specialty)?.standard;
  return {
    labels: {
      rows: plan.approvals.find(({ by }) => by === 'unit')?.label ?? '',
      basics: plan.documents.forms[0]?.label ?? '',
      publicity: plan.publicity.unit.label,
      'self-report': plan.selfReport.label ?? '',
      'self-score': plan.selfScore?.overstated?.label ?? plan.selfScore?.label ?? '',
    },
    photo: plan.documents.photo ?? null,
    byHand:
      standard === undefined || standard.pack !== undefined ? null : `《${standard.title}》（${standard.document}）`,
  };
}

const FORM = [
  ['basics', '封面单位名称、申报专业等基本内容'],
  ['publicity', '单位审核与公示'],
  ['self-report', '本人述职'],
] as const;
/** What every standard asks about, for a person to hold against the printed text. */
const BY_HAND = [
  ['by-hand-education', '学历、资历'],
  ['by-hand-conduct', '职业道德、考核与继续教育'],
  ['by-hand-results', '专业能力与业绩成果'],
] as const;

/** Every item that needs a decision before a submission can be passed or returned, in the order of the page. */
export function checkPlaces(checked: Checked, rules: CheckRules): readonly CheckPlace[] {
  const { labels, byHand, photo } = rules;
  const conditions =
    byHand === null
      ? checked.conditions
      : BY_HAND.map(([id, text]) => ({ id, label: '', text: `${text}：对照${byHand}人工核对` }));
  return [
    ...conditions.map(
      ({ id, label, text }): CheckPlace => ({ place: `conditions.${id}`, group: 'conditions', label, title: text }),
    ),
    ...checked.rows.map(
      ({ id, kindName, title }): CheckPlace => ({
        place: `rows.${id}`,
        group: 'rows',
        label: labels.rows,
        title: `${kindName}：${title}`,
      }),
    ),
    ...(checked.selfScore ?? []).map(
      ({ line, name }): CheckPlace => ({
        place: `selfScore.${line}`,
        group: 'self-score',
        label: labels['self-score'],
        title: `自评分：${name}`,
      }),
    ),
    ...(checked.photo === undefined || photo === null
      ? []
      : [{ place: 'form.photo', group: 'form', label: photo.label, title: photoTitle(photo.seen) } as const]),
    ...FORM.map(([part, title]): CheckPlace => ({ place: `form.${part}`, group: 'form', label: labels[part], title })),
  ];
}

const photoTitle = (seen: readonly string[]): string => (seen.length === 0 ? '证件照' : `证件照：${seen.join('、')}`);

/** Titles of the parts of the form, by place, for lists that have no submission at hand. */
export const FORM_TITLES: ReadonlyMap<string, string> = new Map([
  ...FORM.map(([part, title]) => [`form.${part}`, title] as const),
  ['form.photo', '证件照'] as const,
]);

/**
 * Whether the thing at `place` stood there unchanged in an earlier submission. What the office saw then and accepted it
 * may raise now only with a reason: a notice is complete (LN-2024 五(五)2).
 */
export function unchangedSince(place: string, earlier: Checked, now: Checked): boolean {
  return canonicalJson(partOf(place, earlier)) === canonicalJson(partOf(place, now));
}

function partOf(place: string, checked: Checked): Json {
  const [group, id] = [place.slice(0, place.indexOf('.')), place.slice(place.indexOf('.') + 1)];
  if (group === 'rows') return (checked.rows.find((row) => row.id === id) ?? null) as Json;
  if (group === 'selfScore') {
    const found = checked.selfScore?.find(({ line }) => line === id);
    return found === undefined ? null : { ...found };
  }
  if (group === 'conditions') return checked.dossier as Json;
  if (place === 'form.photo') return checked.photo ?? null;
  return place === 'form.self-report' ? checked.selfReport : null;
}
