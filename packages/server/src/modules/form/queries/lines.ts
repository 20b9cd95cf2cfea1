import type { ApplicationSnapshot } from '@zhiping/contract';
import { currentTitleOf, isRowKind, kindSpec, type RowFacts } from '@zhiping/core';
import type { DocumentData } from '../../../documents/index.ts';
import { highest, monthOf, shown } from '../shown.ts';
import type { Sources } from './sources.ts';

type FormData = DocumentData<'evaluation-form'>;

/** Who the form is about, from the archive as verified; numbers masked. */
export function basicsOf({ plan, rows }: Sources): FormData['basics'] {
  const basic = rows.find(({ kind }) => kind === 'basic');
  const school = highest(rows, 'education');
  const degree = highest(rows, 'degree');
  const works = rows.filter(({ kind }) => kind === 'work').map(({ fields }) => monthOf(fields, 'from'));
  const since = monthOf(basic?.fields, 'inSpecialtySince');
  const bornOn = basic?.fields.bornOn;
  return {
    sex: shown(basic, 'sex') === '女' ? '女' : '男',
    bornOn: typeof bornOn === 'string' ? bornOn : '1900-01-01',
    idNumberMasked: shown(basic, 'idNumber') || '—',
    ethnicity: shown(basic, 'ethnicity') || null,
    education: [shown(school, 'level'), shown(degree, 'level')].filter((part) => part !== '').join('、') || '—',
    school: [shown(school, 'school'), shown(school, 'major')].filter((part) => part !== '').join('　') || '—',
    graduatedIn: monthOf(school?.fields, 'graduatedOn'),
    workingSince: works.filter((month) => month !== null).toSorted()[0] ?? null,
    specialtyYears: since === null ? '—' : `${plan.year - Number(since.slice(0, 4))} 年`,
    post: shown(basic, 'post') || '—',
    currentTitleSince: currentTitleOf(rows)?.acquiredOn.slice(0, 7) ?? null,
    phoneMasked: shown(basic, 'phone') || '—',
  };
}

/** Schools and courses by their beginning. */
export function trainingOf(rows: readonly RowFacts[]): FormData['training'] {
  const schools = rows
    .filter(({ kind, fields }) => kind === 'education' && monthOf(fields, 'graduatedOn') !== null)
    .map((one) => ({
      from: monthOf(one.fields, 'startedOn') ?? monthOf(one.fields, 'graduatedOn') ?? '',
      to: monthOf(one.fields, 'graduatedOn'),
      place: shown(one, 'school') || '—',
      content: `${shown(one, 'major')}（${shown(one, 'level')}）`,
    }));
  const courses = rows
    .filter(({ kind, fields }) => kind === 'continuing-education' && typeof fields.year === 'number')
    .map((one) => ({
      from: `${shown(one, 'year')}-01`,
      to: `${shown(one, 'year')}-12`,
      place: shown(one, 'provider') || '—',
      content: `${shown(one, 'course')}，${shown(one, 'hours')}学时`,
    }));
  return [...schools, ...courses].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Where the person worked, by the beginning. */
export function workOf(rows: readonly RowFacts[]): FormData['work'] {
  return rows
    .filter(({ kind, fields }) => kind === 'work' && monthOf(fields, 'from') !== null)
    .map((one) => ({
      from: monthOf(one.fields, 'from') ?? '',
      to: monthOf(one.fields, 'to'),
      unit: shown(one, 'unitName') || '—',
      post: shown(one, 'post') || '—',
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Assessment of each year, the earliest first. */
export function assessmentsOf(rows: readonly RowFacts[]): FormData['assessments'] {
  return rows
    .filter(({ kind, fields }) => kind === 'assessment' && typeof fields.year === 'number')
    .map((one) => ({
      year: `${shown(one, 'year')} 年`,
      result: shown(one, 'result') || '—',
      basis: shown(one, 'document') || null,
    }))
    .toSorted((a, b) => (a.year < b.year ? -1 : 1));
}

/** The chosen achievements: before the current title, after it, and of the latter papers and books apart. */
export function resultsOf({ snapshot, rows }: Sources) {
  const since = currentTitleOf(rows)?.acquiredOn ?? null;
  const chosen = snapshot.rows.filter(({ kind }) => isRowKind(kind) && kindSpec(kind).achievement);
  const isEarlier = (effectiveOn: string | null): boolean =>
    since !== null && effectiveOn !== null && effectiveOn <= since;
  const counted = chosen.filter(({ effectiveOn }) => !isEarlier(effectiveOn));
  const isResearch = (kind: string): boolean => kind === 'paper' || kind === 'book';
  return {
    earlier: chosen.filter(({ effectiveOn }) => isEarlier(effectiveOn)).map(lineOf),
    achievements: counted.filter(({ kind }) => !isResearch(kind)).map(lineOf),
    research: counted.filter(({ kind }) => isResearch(kind)).map(lineOf),
    representativeWork: snapshot.rows.find(({ id }) => id === snapshot.representativeRowId)?.title ?? null,
  };
}

function lineOf(row: ApplicationSnapshot['rows'][number]): FormData['achievements'][number] {
  const role = row.facts.find(({ name }) => name.includes('角色'))?.value;
  const detail = row.facts.filter(({ name }) => !name.includes('角色')).map(({ name, value }) => `${name}：${value}`);
  const [year, month] = (row.effectiveOn ?? '').split('-');
  return {
    name: row.title,
    detail: row.ownPart ?? detail.join('；'),
    role: role === undefined || role === '' ? '—' : role,
    period: month === undefined ? '—' : `${year}年${Number(month)}月`,
    label: row.kindName,
  };
}
