import type { z } from 'zod';
import { VALUES } from '../vocabulary/values.ts';
import { dossierSchema } from './dossier.ts';
import type { Dossier } from './dossier.ts';

/** One thing wrong with a dossier: where, what stands there, what was expected. */
export interface DossierProblem {
  readonly path: string;
  readonly value: string;
  readonly expected: string;
}

export type ParsedDossier =
  | { readonly ok: true; readonly dossier: Dossier }
  | { readonly ok: false; readonly problems: readonly DossierProblem[] };

/** A dossier beyond this many problems is something else. */
const MAX_PROBLEMS = 200;

/**
 * Checks parsed JSON against the dossier format. Ids of achievements must be unique; a confirmed degree may not exceed
 * the claimed one. Answers the dossier or every problem with path, value and what was expected, in Chinese.
 */
export function parseDossier(data: unknown): ParsedDossier {
  const parsed = dossierSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, []));
    return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  }
  const problems = crossChecks(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, dossier: parsed.data };
}

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );

/** Only the outside of lists and objects is shown: they may be as deep as whoever sent them liked. */
function shown(value: unknown): string {
  if (value === undefined) return '（没有写）';
  if (Array.isArray(value)) return `列表（${value.length} 项）`;
  if (typeof value === 'object' && value !== null) return `对象（${Object.keys(value).slice(0, 5).join('、')}）`;
  const text = JSON.stringify(value) ?? '（无法显示）';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
  record: '对象 {…}',
};

function problemsOf(issue: Issue, prefix: readonly PropertyKey[]): readonly DossierProblem[] {
  const path = [...prefix, ...issue.path];
  const value = shown('input' in issue ? issue.input : undefined);
  const one = (expected: string): readonly DossierProblem[] => [
    { path: pathOf(path) || '（整份材料）', value, expected },
  ];
  switch (issue.code) {
    case 'invalid_type':
      return one(TYPES[issue.expected] ?? issue.expected);
    case 'invalid_value':
      return one(issue.values.map((option) => JSON.stringify(option)).join('、'));
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathOf([...path, key]),
        value: '（多出的字段）',
        expected: '没有这个字段',
      }));
    case 'invalid_union': {
      if (issue.errors.length === 0) {
        return [
          {
            path: pathOf(path.at(-1) === 'kind' ? path : [...path, 'kind']),
            value: kindOf(issue.input),
            expected: VALUES['achievement-kind'].join('、'),
          },
        ];
      }
      // A claim is a word or {claimed, confirmed}: the words are what most people meant.
      const options = issue.errors.map((errors) => errors.flatMap((error) => problemsOf(error, path)));
      return (typeof issue.input === 'object' ? options.at(-1) : options[0]) ?? one('其他写法');
    }
    case 'too_big':
      return one(`至多 ${String(issue.maximum)}`);
    case 'too_small':
      return one(`至少 ${String(issue.minimum)}`);
    case 'invalid_key':
      return one('较短的键');
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      return one(issue.message);
    default:
      return issue satisfies never;
  }
}

const kindOf = (input: unknown): string =>
  shown(typeof input === 'object' && input !== null && 'kind' in input ? input.kind : input);

function crossChecks(dossier: Dossier): readonly DossierProblem[] {
  const problems: DossierProblem[] = [];
  const seen = new Set<string>();
  for (const [index, achievement] of (dossier.achievements ?? []).entries()) {
    if (seen.has(achievement.id)) {
      const path = `achievements[${index}].id`;
      problems.push({ path, value: shown(achievement.id), expected: '与其他业绩不同的编号' });
    }
    seen.add(achievement.id);
    for (const [key, value] of Object.entries(achievement)) {
      if (typeof value !== 'object' || value === null || !('claimed' in value)) continue;
      const { claimed, confirmed } = value as { claimed: string; confirmed?: string };
      if (confirmed !== undefined && exceeds(confirmed, claimed)) {
        const path = `achievements[${index}].${key}.confirmed`;
        problems.push({ path, value: shown(confirmed), expected: `不高于所主张的 ${claimed}` });
      }
    }
  }
  const current = (dossier.titles ?? []).filter((title) => title.current === true);
  if (current.length > 1)
    problems.push({ path: 'titles', value: `${current.length} 项现职称`, expected: '至多一项 current' });
  for (const [index, period] of (dossier.workPeriods ?? []).entries()) {
    if (period.from !== undefined && period.to !== undefined && period.to.slice(0, 4) < period.from.slice(0, 4)) {
      problems.push({ path: `workPeriods[${index}].to`, value: shown(period.to), expected: `不早于 ${period.from}` });
    }
  }
  return problems;
}

/** Both words stand on the same ladder; which one does not matter for their order. */
function exceeds(confirmed: string, claimed: string): boolean {
  return Object.values(VALUES).some((words: readonly string[]) => {
    const [high, low] = [words.indexOf(confirmed), words.indexOf(claimed)];
    return words[0] === 'none' && high > low && low >= 0;
  });
}
