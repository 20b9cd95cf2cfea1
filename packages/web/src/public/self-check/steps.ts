import type { DossierFields, FormField } from './fields.ts';
import type { Relevance } from './relevance.ts';
import { type Draft, read } from './draft.ts';

/** What a step asks: facts of groups and records of lists, in this order. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** Said above the questions. */
  readonly lead: string;
  readonly groups: readonly string[];
  readonly lists: readonly string[];
}

/** In the order people think of their working life; a step without a relevant question is left out. */
export const STEPS: readonly Step[] = [
  { id: 'work', title: '工作单位与岗位', lead: '先说您在哪里工作、做什么。', groups: ['applicant'], lists: [] },
  { id: 'level', title: '申报哪一级', lead: '选定后，后面只问这一级用得上的内容。', groups: [], lists: [] },
  {
    id: 'education',
    title: '学历与学位',
    lead: '把国家认可的学历、学位都填上，由高到低或由近到远都可以。',
    groups: [],
    lists: ['educations', 'degrees'],
  },
  {
    id: 'career',
    title: '现职称与工作年限',
    lead: '年限从取得现职称之日起算，取得日期请按证书填写。',
    groups: ['probation'],
    lists: ['titles', 'workPeriods', 'skills', 'examinations'],
  },
  {
    id: 'basics',
    title: '基本条件',
    lead: '品行、年度考核和继续教育。',
    groups: ['conduct', 'continuingEducation'],
    lists: ['assessments', 'learning'],
  },
  {
    id: 'achievements',
    title: '业绩成果',
    lead: '填现职称以来的业绩；每一种只问用得上的内容。',
    groups: [],
    lists: ['achievements'],
  },
  {
    id: 'support',
    title: '推荐与同意',
    lead: '破格、绿色通道等途径才用得上，没有就略过。',
    groups: ['consents', 'greenChannel', 'selfScore'],
    lists: ['recommendations'],
  },
];

/** Never asked here: who somebody is does not matter for the conditions, and nothing personal needs to be typed. */
export const NEVER_ASKED: ReadonlySet<string> = new Set([
  'applicant.name',
  'applicant.specialty',
  'applicant.birthDate',
]);

/** Questions that only matter after a certain answer. */
const ONLY_WHEN: Readonly<Record<string, (draft: Draft) => boolean>> = {
  'applicant.inRegionSince': (draft) => read(draft, ['applicant', 'employment']) === 'freelancer',
};

/** The questions about facts of one group that matter, in the order of the schema. */
export function factsToAsk(
  group: string,
  fields: DossierFields,
  relevance: Relevance,
  draft: Draft,
): readonly FormField[] {
  return (fields.groups[group]?.fields ?? []).filter(({ name, form }) => {
    const id = `${group}.${name}`;
    if (form === 'list' || form === 'group') return false;
    return relevance.facts.has(id) && !NEVER_ASKED.has(id) && (ONLY_WHEN[id]?.(draft) ?? true);
  });
}

/** The fields of one record of a list that matter. */
export function recordFields(list: string, fields: DossierFields, relevance: Relevance): readonly FormField[] {
  const relevant = relevance.lists.get(list);
  return (fields.lists[list] ?? []).filter(({ name }) => relevant?.has(name));
}

/** Names the record for its owner and for the result, so it is asked of every achievement. */
const ALWAYS = ['name'];

/** The fields of one kind of achievement that matter. */
export function achievementFields(kind: string, fields: DossierFields, relevance: Relevance): readonly FormField[] {
  const relevant = relevance.kinds.get(kind);
  return (fields.kinds[kind] ?? []).filter(
    ({ name, form }) =>
      form !== 'group' && (ALWAYS.includes(name) || relevant?.has(name) === true) && !['kind', 'id'].includes(name),
  );
}

/** Whether a step has anything to ask for this level. */
export function asksAnything(step: Step, fields: DossierFields, relevance: Relevance, draft: Draft): boolean {
  return (
    step.id === 'level' ||
    step.id === 'work' ||
    (step.lists.includes('achievements') && relevance.kinds.size > 0) ||
    step.lists.some((list) => relevance.lists.has(list)) ||
    step.groups.some((group) => factsToAsk(group, fields, relevance, draft).length > 0)
  );
}
