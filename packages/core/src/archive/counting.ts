import { type FieldValue, type Fields, isAsked, isBlank } from './fields.ts';
import { type EvidenceList, evidenceRulesOf } from './evidence-lists.ts';
import { identifierWarning } from './identifiers.ts';
import { type EvidenceRule, PURPOSES, type Purpose } from './kind.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';
import type { RowState } from './states.ts';

/** What the core needs to know of one row. `purposes` holds one entry per file: what the file is tagged with. */
export interface RowFacts {
  readonly id: string;
  readonly kind: RowKind;
  readonly state: RowState;
  readonly fields: Fields;
  readonly evidence: readonly { readonly purposes: readonly Purpose[] }[];
  /** A published list states it: nothing more has to be shown. */
  readonly listed?: boolean;
}

/** One line of the checklist of a row. */
export interface EvidenceCheck {
  readonly label: string;
  readonly anyOf: readonly Purpose[];
  readonly needed: number;
  readonly present: number;
  readonly satisfied: boolean;
  readonly source: string;
}

/**
 * What must be shown for this row given its fields, and how much of it is there (product A2).
 * @param lists what the plan says proves what; the general list holds for what it leaves out
 */
export function evidenceChecklist(
  row: Pick<RowFacts, 'kind' | 'fields' | 'evidence' | 'listed'>,
  lists: readonly EvidenceList[] = [],
): readonly EvidenceCheck[] {
  if (row.listed === true) return [];
  const asked = evidenceRulesOf(row.kind, lists).filter((rule) => applies(rule, row.fields));
  return [...Map.groupBy(asked, ({ anyOf }) => anyOf.join(' ')).values()].map(together).map((rule) => {
    const needed = rule.files ?? 1;
    const present = row.evidence.filter((file) => file.purposes.some((p) => rule.anyOf.includes(p))).length;
    return {
      label: rule.anyOf.map((purpose) => PURPOSES[purpose]).join('或') + (needed > 1 ? `（${needed} 份）` : ''),
      anyOf: rule.anyOf,
      needed,
      present,
      satisfied: present >= needed,
      source: rule.source,
    };
  });
}

/** Clauses that ask the same are one line: as many files as the strictest wants, with every clause. */
function together(rules: readonly EvidenceRule[]): EvidenceRule {
  const [first] = rules;
  if (first === undefined) throw new Error('a group of rules is never empty');
  return {
    anyOf: first.anyOf,
    files: Math.max(...rules.map(({ files }) => files ?? 1)),
    source: [...new Set(rules.map(({ source }) => source))].join('；'),
  };
}

function applies(rule: EvidenceRule, fields: Fields): boolean {
  if (rule.when === undefined) return true;
  const value = fields[rule.when.field];
  return (typeof value === 'string' || typeof value === 'boolean') && rule.when.in.includes(value);
}

/** A field that keeps the row from being handed in. */
export interface FieldProblem {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

/** Required fields that are blank, and dates that contradict each other. Empty means the row can be handed in. */
export function fieldProblems(kind: RowKind, fields: Fields): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of kindSpec(kind).fields) {
    if (!isAsked(field, fields)) continue;
    if (field.required && isBlank(fields[field.name])) {
      problems.push({ field: field.name, label: field.label, message: `请填写${field.label}。` });
    }
  }
  for (const [first, last] of ORDERED_DATES) {
    const a = textOf(fields[first]);
    const b = textOf(fields[last]);
    if (a !== null && b !== null && b < a) {
      const label = labelOf(kind, last);
      problems.push({ field: last, label, message: `${label}早于${labelOf(kind, first)}，请核对。` });
    }
  }
  return problems;
}

const ORDERED_DATES = [
  ['from', 'to'],
  ['startedOn', 'finishedOn'],
  ['startedOn', 'graduatedOn'],
  ['filedOn', 'grantedOn'],
] as const;

/** Things that look wrong but never block: check digits, an ID number against the birth date, two experts alike. */
export function fieldWarnings(kind: RowKind, fields: Fields): readonly FieldProblem[] {
  const warnings: FieldProblem[] = [];
  for (const field of kindSpec(kind).fields) {
    if (field.type !== 'text' || field.identifier === undefined || !isAsked(field, fields)) continue;
    if (field.identifier === 'id-number' && fields.idType !== 'resident-id') continue;
    const message = identifierWarning(field.identifier, textOf(fields[field.name]) ?? '');
    if (message !== null) warnings.push({ field: field.name, label: field.label, message });
  }
  const born = textOf(fields.bornOn);
  const idNumber = textOf(fields.idNumber);
  if (kind === 'basic' && born !== null && idNumber !== null && /^\d{17}[\dXx]$/.test(idNumber)) {
    if (idNumber.slice(6, 14) !== born.replaceAll('-', '')) {
      warnings.push({ field: 'bornOn', label: '出生日期', message: '出生日期与身份证号码不一致，请核对。' });
    }
  }
  const one = textOf(fields.expertOne)?.trim();
  if (kind === 'report' && one !== undefined && one === textOf(fields.expertTwo)?.trim()) {
    warnings.push({ field: 'expertTwo', label: '第二位评议专家', message: '两份评议书须出自不同的专家，请核对。' });
  }
  return warnings;
}

/** The date by which the row counts, `YYYY-MM-DD`, or null where the kind has none or it is not filled in. */
export function effectiveDateOf(row: Pick<RowFacts, 'kind' | 'fields'>): string | null {
  const { effective } = kindSpec(row.kind);
  return effective === null ? null : textOf(row.fields[effective.field]);
}

/** The title held now. */
export interface CurrentTitle {
  readonly rowId: string;
  readonly name: string;
  readonly level: string;
  readonly acquiredOn: string;
}

const LEVEL_ORDER = ['technician', 'assistant', 'engineer', 'senior', 'full-senior'];

/**
 * The title its row calls current, else the highest among those of the same or a near specialty, all where there is none;
 * of two alike the one acquired last, null without any. The same choice as the evaluator makes.
 */
export function currentTitleOf(
  rows: readonly Pick<RowFacts, 'id' | 'kind' | 'state' | 'fields'>[],
): CurrentTitle | null {
  let best: CurrentTitle | null = null;
  const titles = rows.filter(({ kind }) => kind === 'title' || kind === 'qualification');
  const related = titles.filter(
    (row) => row.state !== 'recycled' && ['same', 'near'].includes(textOf(row.fields.specialtyRelation) ?? ''),
  );
  for (const row of related.length > 0 ? related : titles) {
    if (row.state === 'recycled') continue;
    const level = textOf(row.fields.level);
    const acquiredOn = textOf(row.fields.acquiredOn);
    if (level === null || acquiredOn === null) continue;
    const title = { rowId: row.id, name: textOf(row.fields.name) ?? '', level, acquiredOn };
    if (row.fields.current === true) return title;
    const order = best === null ? 1 : LEVEL_ORDER.indexOf(level) - LEVEL_ORDER.indexOf(best.level);
    if (best === null || order > 0 || (order === 0 && acquiredOn > best.acquiredOn)) best = title;
  }
  return best;
}

/** Whether a row counts as it stands, and every reason why not, in words for its person. */
export interface Counting {
  readonly counts: boolean;
  readonly reasons: readonly string[];
  readonly effectiveOn: string | null;
  /** Null where the question does not arise: no achievement, no title yet, or no date. */
  readonly afterCurrentTitle: boolean | null;
}

/**
 * Only what is verified, shown, after the current title and before the cut-off counts; what is absent makes a row
 * "not counted yet", never silently counted (LN-SEC 六(三), LN-2024 四(一), 六(三)2, product A2).
 *
 * @param lists what the plan applied for says proves what
 * @param cutOff last day that counts in the plan, `YYYY-MM-DD`, null outside a plan
 */
export function countingOf(
  row: RowFacts,
  title: CurrentTitle | null,
  cutOff: string | null,
  lists: readonly EvidenceList[] = [],
): Counting {
  const spec = kindSpec(row.kind);
  const effectiveOn = effectiveDateOf(row);
  const reasons: string[] = [];
  if (row.state === 'recycled') reasons.push('在回收站中');
  if (row.state === 'draft') reasons.push('尚未提交单位核验');
  if (row.state === 'waiting') reasons.push('等待单位核验');
  if (row.state === 'returned') reasons.push('已被单位退回，修改后请重新提交');
  const blanks = fieldProblems(row.kind, row.fields).length;
  if (blanks > 0) reasons.push(`有 ${blanks} 处未填写或需更正`);
  for (const check of evidenceChecklist(row, lists)) if (!check.satisfied) reasons.push(`缺少${check.label}`);
  let afterCurrentTitle: boolean | null = null;
  if (spec.achievement && effectiveOn !== null) {
    if (title !== null) {
      afterCurrentTitle = effectiveOn > title.acquiredOn;
      if (!afterCurrentTitle) reasons.push(`不计入：不晚于现职称取得日期（${title.acquiredOn}）`);
    }
    if (cutOff !== null && effectiveOn > cutOff) reasons.push(`不计入：晚于业绩计算截止日期（${cutOff}）`);
  }
  if (spec.achievement && row.fields.specialtyRelation === 'other') reasons.push('不计入：不属于本专业或相近专业');
  return { counts: reasons.length === 0, reasons, effectiveOn, afterCurrentTitle };
}

/** The words that name a row in lists. */
export function headingOf(row: Pick<RowFacts, 'kind' | 'fields'>): string {
  const spec = kindSpec(row.kind);
  const value = row.fields[spec.heading];
  const field = spec.fields.find((one) => one.name === spec.heading);
  if (field?.type === 'choice') return field.choices.find((one) => one.value === value)?.label ?? spec.label;
  if (field?.type === 'year' && typeof value === 'number') return `${value}年度`;
  return isBlank(value) ? `未命名的${spec.label}` : String(value);
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function labelOf(kind: RowKind, field: string): string {
  return kindSpec(kind).fields.find((one) => one.name === field)?.label ?? field;
}
