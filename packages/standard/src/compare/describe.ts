import { DOSSIER_LISTS, dossierSchema } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { fieldsOf } from '../dossier/fields.ts';
import type { Field } from '../dossier/fields.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import { readClaim } from '../evaluate/predicate.ts';

type Json = Readonly<Record<string, unknown>>;

/** A dossier in Chinese, a line for each record or part: 学历：大学专科，国家认可. */
export function describeDossier(dossier: Dossier, vocabulary: Vocabulary): readonly string[] {
  const groups = Object.keys(dossierSchema.shape).flatMap((part) => {
    const value = (dossier as Json)[part];
    if (typeof value !== 'object' || value === null || Array.isArray(value) || part === 'judgements') return [];
    const fields = fieldsOf('dossier').filter(({ path }) => path[0] === part);
    const said = fields.flatMap((field) => fieldText(field, (value as Json)[field.path[1] ?? ''], vocabulary));
    return said.length === 0 ? [] : [`${titleOf(part)}：${said.join('，')}`];
  });
  const lists = DOSSIER_LISTS.flatMap((list) => {
    const records = dossier[list] as readonly Json[] | undefined;
    if (!records) return [];
    if (records.length === 0) return [`${titleOf(list)}：没有`];
    const lines =
      list === 'assessments' ? spans(records, vocabulary) : records.map((one) => recordText(list, one, vocabulary));
    return lines.map((line) => `${titleOf(list)}：${line === '' ? '有一项，内容不影响结论' : line}`);
  });
  return [...groups, ...lists];
}

const titleOf = (part: string): string => {
  const shape = dossierSchema.shape as unknown as Readonly<Record<string, { meta(): { title?: string } | undefined }>>;
  return shape[part]?.meta()?.title ?? part;
};

function recordText(list: (typeof DOSSIER_LISTS)[number], record: Json, vocabulary: Vocabulary): string {
  const seen = new Set<string>();
  const fields = fieldsOf(list).filter((field) => {
    const fits = field.kinds === null || field.kinds.some((kind) => kind === record['kind']);
    if (!fits || seen.has(field.id) || ['id', 'current', 'name'].includes(field.id)) return false;
    seen.add(field.id);
    return true;
  });
  const kind = typeof record['kind'] === 'string' ? [wordLabel(vocabulary, 'achievement-kind', record['kind'])] : [];
  const said = fields
    .filter(({ id }) => id !== 'kind')
    .flatMap((field) => fieldText(field, record[field.id], vocabulary));
  const qualities = Object.entries((record['qualities'] ?? {}) as Readonly<Record<string, boolean>>)
    .filter(([, isSo]) => isSo)
    .map(([quality]) => wordLabel(vocabulary, 'quality', quality));
  return [...kind, ...said, ...qualities].join('，');
}

function fieldText(field: Field, value: unknown, vocabulary: Vocabulary): readonly string[] {
  if (value === undefined) return [];
  const name = field.title.split('.').at(-1) ?? field.title;
  switch (field.form) {
    case 'yes':
      return [value === true ? name : `${name}：否`];
    case 'word':
      return [`${name}${field.scale && typeof value === 'string' ? wordLabel(vocabulary, field.scale, value) : ''}`];
    case 'claim': {
      const claim = readClaim(value);
      return claim && field.scale
        ? [`${name}${wordLabel(vocabulary, field.scale, claim.confirmed ?? claim.claimed)}`]
        : [];
    }
    case 'date':
    case 'number':
    case 'text':
      return [`${name} ${typeof value === 'string' || typeof value === 'number' ? value : ''}`];
    case 'list':
      return Array.isArray(value) ? [`${name} ${value.length} 名`] : [];
    case 'group':
      return [];
    default:
      return field.form satisfies never;
  }
}

/** Years of one result together. */
function spans(records: readonly Json[], vocabulary: Vocabulary): readonly string[] {
  const byResult = new Map<string, number[]>();
  for (const { year, result } of records) {
    if (typeof year !== 'number' || typeof result !== 'string') continue;
    byResult.set(result, [...(byResult.get(result) ?? []), year]);
  }
  return [...byResult].map(([result, years]) => {
    const first = Math.min(...years);
    const last = Math.max(...years);
    return `${first === last ? first : `${first} 至 ${last}`} 年${wordLabel(vocabulary, 'assessment', result)}`;
  });
}
