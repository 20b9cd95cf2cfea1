import { AppError, applicationSnapshot, type ApplicationSnapshot } from '@zhiping/contract';
import { currentTitleOf, dateAt, isRowKind, kindSpec, type Plan, type RowFacts, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { codeFor, type DocumentData } from '../../../documents/index.ts';
import { type ApplicationRow, lastSubmission, processOf } from '../../application/index.ts';
import { factsOf, readRows } from '../../archive/index.ts';
import { concludedPublicity, titleOf } from '../../publicity/index.ts';
import { readAppraisal } from '../../unit/index.ts';
import { highest, monthOf, shown } from '../shown.ts';

type StampedData = DocumentData<'stamped-page'>;
type FormData = DocumentData<'evaluation-form'>;
/** What both forms are made from: the frozen submission and, for the person, the archive as verified. */
interface Sources {
  readonly row: ApplicationRow;
  readonly plan: Plan;
  readonly snapshot: ApplicationSnapshot;
  readonly rows: readonly RowFacts[];
  readonly stamped: StampedData;
}

/** Part seven: what the unit did stands printed, the boxes of the bodies stay empty, LN-2024 附件2 三7. */
export async function stampedPageData(ctx: Ctx, row: ApplicationRow): Promise<StampedData> {
  return (await sourcesOf(ctx, row)).stamped;
}

/** The whole 评定表 of what was last submitted. */
export async function evaluationFormData(ctx: Ctx, row: ApplicationRow): Promise<FormData> {
  const sources = await sourcesOf(ctx, row);
  const { plan, snapshot, rows, stamped } = sources;
  const achievements = snapshot.rows.filter(({ kind }) => isRowKind(kind) && kindSpec(kind).achievement);
  const isResearch = (kind: string): boolean => kind === 'paper' || kind === 'book';
  return {
    ...stamped,
    copies: plan.documents.forms.find(({ name }) => name.includes('评定表'))?.copies ?? 3,
    routeName: plan.routes.find(({ id }) => id === row.route)?.name ?? row.route,
    basics: basicsOf(sources),
    training: trainingOf(rows),
    work: rows
      .filter(({ kind, fields }) => kind === 'work' && monthOf(fields, 'from') !== null)
      .map((one) => ({
        from: monthOf(one.fields, 'from') ?? '',
        to: monthOf(one.fields, 'to'),
        unit: shown(one, 'unitName'),
        post: shown(one, 'post'),
      }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    achievements: achievements.filter(({ kind }) => !isResearch(kind)).map(lineOf),
    research: achievements.filter(({ kind }) => isResearch(kind)).map(lineOf),
    representativeWork: snapshot.rows.find(({ id }) => id === snapshot.representativeRowId)?.title ?? null,
    selfReport: snapshot.selfReport,
  };
}

async function sourcesOf(ctx: Ctx, row: ApplicationRow): Promise<Sources> {
  const submission = await lastSubmission(ctx, row.id);
  if (submission === null) throw new AppError('NOT_FOUND');
  const { plan } = await processOf(ctx, row.pack, row.pack_number);
  const snapshot = applicationSnapshot.parse(submission.snapshot);
  const rows = (await readRows(ctx, row.person_id, 'masked', { states: ['verified'] })).map(factsOf);
  const publicity = await concludedPublicity(ctx, row.id);
  const appraisal = await readAppraisal(ctx, row.id);
  const specialty = specialtyOf(plan, row.specialty);
  const stamped = {
    number: row.number,
    verificationCode: codeFor(`${row.id} ${submission.hash}`),
    issuedOn: dateAt(ctx.businessNowOf(row.organiser_id)),
    watermark: null,
    unitName: snapshot.unit.name,
    applicantName: snapshot.applicant.name,
    currentTitle: snapshot.applicant.currentTitle ?? '无',
    specialty: specialty?.name ?? row.specialty,
    titleName: titleOf(row.level),
    publicity:
      publicity === null
        ? null
        : {
            from: publicity.startsOn,
            to: publicity.lastDay,
            workingDays: publicity.workingDays,
            outcome:
              publicity.objections === 0
                ? '公示期间未收到异议。'
                : `公示期间收到异议 ${publicity.objections} 件，均已核查答复。`,
          },
    unitOpinion: appraisal?.opinion ?? null,
    association: specialty?.association?.name ?? null,
  };
  return { row, plan, snapshot, rows, stamped };
}

function basicsOf({ plan, rows }: Sources): FormData['basics'] {
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

function trainingOf(rows: readonly RowFacts[]): FormData['training'] {
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
