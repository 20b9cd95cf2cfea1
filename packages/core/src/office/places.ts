import { canonicalJson, type Json } from '../record/index.ts';

/** One thing the office decides on in a submission, LN-2024 五(五)2: 资历、资格、业绩成果等情况逐一审核. */
export interface CheckPlace {
  /** `rows.<id>`, `conditions.<id>` or `form.<part>`; the place a return jumps to. */
  readonly place: string;
  readonly group: 'rows' | 'conditions' | 'form';
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
}

const FORM: readonly CheckPlace[] = [
  { place: 'form.basics', group: 'form', label: '附件2三1', title: '封面单位名称、申报专业等基本内容' },
  { place: 'form.publicity', group: 'form', label: '五(四)', title: '单位考评与公示' },
  { place: 'form.self-report', group: 'form', label: '五(五)1', title: '本人述职' },
];

/** Every item that needs a decision before a submission can be passed or returned, in the order of the page. */
export function checkPlaces(checked: Checked): readonly CheckPlace[] {
  return [
    ...checked.conditions.map(
      ({ id, label, text }): CheckPlace => ({ place: `conditions.${id}`, group: 'conditions', label, title: text }),
    ),
    ...checked.rows.map(
      ({ id, kindName, title }): CheckPlace => ({
        place: `rows.${id}`,
        group: 'rows',
        label: '五(二)1',
        title: `${kindName}：${title}`,
      }),
    ),
    ...FORM,
  ];
}

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
  if (group === 'conditions') return checked.dossier as Json;
  return place === 'form.self-report' ? checked.selfReport : null;
}
