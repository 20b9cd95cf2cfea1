import { AppError, APPRAISAL_INSTRUMENTS } from '@zhiping/contract';
import { dateWords, type Plan, scoreRuleWords } from '@zhiping/core';
import { type DocumentData, type DocumentLayout, layoutOf } from '../../../documents/index.ts';
import { routeName } from './evaluation-data.ts';
import { assessmentsOf, basicsOf, resultsOf } from './lines.ts';
import type { Sources } from './sources.ts';

type PlanForm = Plan['documents']['forms'][number];

function headOf(sources: Sources, form: PlanForm) {
  const layout: DocumentLayout = layoutOf(form, sources.facts);
  return {
    head: { ...sources.subject, formTitle: form.name, watermark: layout.watermark },
    boxes: layout.opinions.flatMap(({ boxes }) => boxes),
  };
}

export function recommendationData(sources: Sources, form: PlanForm): DocumentData<'recommendation-form'> {
  const { head, boxes } = headOf(sources, form);
  const { achievements, research } = resultsOf(sources);
  const { appraisal } = sources;
  return {
    ...head,
    routeName: routeName(sources),
    basics: basicsOf(sources),
    achievements: [...achievements, ...research],
    appraisal:
      appraisal === null
        ? null
        : {
            heldOn: dateWords(appraisal.heldOn),
            members: appraisal.members.length,
            instruments: appraisal.instruments.map((id) => APPRAISAL_INSTRUMENTS[id]).join('、'),
            outcome: `参加考评 ${appraisal.candidates} 人，名次第 ${appraisal.place}；${appraisal.recommended ? '同意推荐' : '不同意推荐'}。`,
          },
    boxes,
  };
}

/** Grounds are the achievements the engine counted, each under the clause it met; what is missing is told by the normal route. */
export function exceptionData(sources: Sources, form: PlanForm): DocumentData<'exception-form'> {
  const { head, boxes } = headOf(sources, form);
  const { report, snapshot } = sources;
  const normal = report?.routes.find(({ route }) => route === 'normal');
  const missing = (normal?.tree.children ?? []).filter(({ state }) => state === 'unmet' || state === 'missing');
  const uses = (report?.achievements ?? []).flatMap((use) =>
    use.countedIn.slice(0, 3).map((clause) => ({
      clause: clause.label || '—',
      condition: clause.text,
      achievement: use.name,
      evidence: filesOf(sources, use.id),
    })),
  );
  const grounds =
    uses.length > 0
      ? uses
      : snapshot.rows
          .filter(({ ownPart }) => ownPart !== null)
          .map((one) => ({ clause: '—', condition: '', achievement: one.title, evidence: filesOf(sources, one.id) }));
  return {
    ...head,
    basics: basicsOf(sources),
    missing:
      missing
        .map(({ text, label }) => (label === '' ? text : `${label}　${text}`))
        .join('\n')
        .slice(0, 400) || '由单位填写。',
    grounds:
      grounds.length > 0
        ? grounds.slice(0, 40)
        : [{ clause: '—', condition: '', achievement: '由单位填写', evidence: '—' }],
    boxes,
  };
}

function filesOf({ snapshot }: Sources, rowId: string): string {
  const files = snapshot.rows.find(({ id }) => id === rowId)?.files ?? [];
  const names = [...new Set(files.map(({ purpose, name }) => purpose || name))].join('、');
  return names.slice(0, 200) || '—';
}

const MOST = 12;

/** One page for experts: the dozen weightiest achievements stand in the order the applicant gave them. */
export function summaryData(sources: Sources, form: PlanForm): DocumentData<'summary-sheet'> {
  const { head } = headOf(sources, form);
  const { achievements, research, representativeWork } = resultsOf(sources);
  const all = [...achievements, ...research];
  const { publicity, snapshot, rows } = sources;
  return {
    ...head,
    routeName: routeName(sources),
    basics: basicsOf(sources),
    assessments:
      assessmentsOf(rows)
        .map(({ year, result }) => `${year}${result}`)
        .join('，')
        .slice(0, 200) || '—',
    hours: hoursOf(sources),
    achievements: all.slice(0, MOST).map(({ name, role, period, label }) => ({
      kind: (label ?? '—').slice(0, 20),
      name: cut(name, 90),
      role,
      period: period.slice(0, 30),
    })),
    more: Math.max(0, all.length - MOST),
    representativeWork: representativeWork === null ? null : cut(representativeWork, 120),
    report: cut(snapshot.selfReport, 420),
    publicity:
      publicity === null
        ? '—'
        : `${dateWords(publicity.startsOn)}至${dateWords(publicity.lastDay)}，${publicity.objections === 0 ? '未收到异议' : `收到异议 ${publicity.objections} 件，均已核查答复`}`,
    notes: null,
  };
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function hoursOf({ rows }: Sources): string {
  const courses = rows.filter(({ kind }) => kind === 'continuing-education');
  const hours = courses.reduce((sum, { fields }) => sum + (typeof fields.hours === 'number' ? fields.hours : 0), 0);
  return courses.length === 0 ? '—' : `已核验 ${courses.length} 项，共 ${hours} 学时`;
}

/** The applicant's pledge in the words of the plan; the hand signs where the platform has no signature. */
export function pledgeData(sources: Sources, form: PlanForm): DocumentData<'pledge'> {
  const { head } = headOf(sources, form);
  const words = sources.plan.pledges.filter(({ by }) => by === 'applicant').map(({ text }) => text);
  return {
    ...head,
    idNumberMasked: basicsOf(sources).idNumberMasked,
    to: sources.committeeName,
    paragraphs: words.length > 0 ? words : ['所提供的个人信息和申报材料真实准确，并对其真实性负责。'],
    signed: null,
  };
}

/** Achievements that open the landmark way: those the engine counted, under the clause they met. */
export function landmarkData(sources: Sources, form: PlanForm): DocumentData<'landmark-form'> {
  const { head, boxes } = headOf(sources, form);
  const { achievements, research } = resultsOf(sources);
  const own = [...achievements, ...research];
  const clauseOf = (name: string) =>
    sources.report?.achievements.find((use) => use.name === name)?.countedIn[0] ?? { label: '', text: '' };
  const landmarks = own.slice(0, 40).map((one) => ({
    clause: clauseOf(one.name).label || '—',
    condition: clauseOf(one.name).text,
    achievement: one.name,
    grounds: one.detail.slice(0, 800),
    place: one.label ?? '—',
  }));
  return {
    ...head,
    basics: basicsOf(sources),
    landmarks:
      landmarks.length > 0
        ? landmarks
        : [{ clause: '—', condition: '', achievement: '由申报人填写', grounds: '', place: '—' }],
    boxes,
  };
}

/**
 * 打分表, 量化评价表: the table of the plan line by line with what the applicant scored, on what grounds and where the proof
 * is; lines nobody scored stand with an empty mark.
 */
export function scoreSheetData(sources: Sources, form: PlanForm): DocumentData<'score-sheet'> {
  const { head, boxes } = headOf(sources, form);
  const table = sources.plan.selfScore;
  if (table === undefined) throw new AppError('NOT_FOUND');
  const scored = new Map((sources.snapshot.selfScore?.lines ?? []).map((line) => [line.line, line]));
  return {
    ...head,
    basis: table.document,
    lines: table.blocks.flatMap((block) =>
      block.lines.map((line) => {
        const own = scored.get(line.id);
        return {
          block: block.name,
          item: line.name,
          rule: scoreRuleWords(line),
          grounds: own?.basis ?? '',
          place: own === undefined || own.evidence === '' ? '—' : own.evidence,
          points: own === undefined ? null : pointsWith(own.points),
        };
      }),
    ),
    total: pointsWith(sources.snapshot.selfScore?.total ?? 0),
    passLine: pointsWith(table.line),
    boxes,
  };
}

/** Hundredths as a mark with two decimals. */
const pointsWith = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
