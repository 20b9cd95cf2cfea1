import type { PlanForEvaluation, TenureRule } from '../language/pack.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { ConditionReader } from './conditions.ts';
import { parseCounting } from './counting.ts';
import { Cursor } from './cursor.ts';
import type { Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import type { Loaded } from './standard.ts';

interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** How a plan names its tenure rule, and what it means for a year. */
const TENURE: Readonly<Record<string, (year: number, date: string) => TenureRule>> = {
  'year-difference': (year) => ({ rule: 'YEAR_DIFF', year }),
  anniversary: (_year, date) => ({ rule: 'ANNIVERSARY_AT', date }),
};

/**
 * What a plan says about evaluation (docs/POLICY-LANGUAGE.md): tenure rule, cut-off and closing day from plan.yaml, and
 * the conditions on applicants from eligibility.yaml in the language of standards.
 */
export function loadPlanForEvaluation(
  plan: TextFile,
  eligibility: TextFile | undefined,
  vocabulary: Vocabulary,
): Loaded<PlanForEvaluation> {
  const problems: Problem[] = [];
  const root = Cursor.open(plan.file, plan.text, problems);
  const extra = Cursor.open(eligibility?.file ?? 'eligibility.yaml', eligibility?.text ?? '', problems);
  if (problems.length > 0) return { ok: false, problems };
  const effects = { parameters: new Map(), replacements: new Map(), dropped: new Map() };
  const reader = new ConditionReader(vocabulary, new Map(), effects);
  const asOf = day(lastWindow(root), 'closesOn');
  const year = root.get('year');
  const tenure = root.get('tenure');
  const rule = tenure?.requiredText('rule') ?? '';
  const make = Object.hasOwn(TENURE, rule) ? TENURE[rule] : undefined;
  if (!make) (tenure ?? root).fail(`没有资历算法 ${rule}；可用：${Object.keys(TENURE).join('、')}`);
  const date = tenure?.optionalText('date') ?? asOf;
  if (!extra.isNull) extra.onlyKeys(['conditions', 'counting']);
  const loaded: PlanForEvaluation = {
    id: root.requiredText('pack'),
    name: root.requiredText('title'),
    asOf,
    tenure: make?.(year ? reader.integer(year) : 0, date) ?? { rule: 'ANNIVERSARY_AT', date },
    achievementCutOff: root.get('cutOff') ? day(root.get('cutOff') ?? root, 'date') : null,
    counting: parseCounting(extra.get('counting'), reader, effects),
    conditions: (extra.get('conditions')?.items() ?? []).flatMap((item, index) => {
      const node = reader.node(item, `plan.${index + 1}`);
      const routes = item.get('routes') ? item.texts('routes') : null;
      return node ? [{ routes, node }] : [];
    }),
  };
  checkReferences(reader, { readings: [], outside: [] }, effects);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: loaded };
}

/** The window that closes last: applications are judged as of its end. */
function lastWindow(root: Cursor): Cursor {
  const windows = root.get('windows')?.items() ?? [];
  const [last] = windows.toSorted((a, b) =>
    (b.optionalText('closesOn') ?? '').localeCompare(a.optionalText('closesOn') ?? ''),
  );
  if (!last) root.fail('缺少 windows');
  return last ?? root;
}

function day(map: Cursor, key: string): string {
  const text = map.requiredText(key);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  map.get(key)?.fail('应为日期 YYYY-MM-DD');
  return '';
}
