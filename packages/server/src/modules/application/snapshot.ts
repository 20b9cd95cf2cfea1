import type { ApplicationContent, ApplicationSnapshot } from '@zhiping/contract';
import {
  type ApplicationFacts,
  currentTitleOf,
  dossierOf,
  effectiveDateOf,
  type EvidenceList,
  evidenceChecklist,
  type FieldSpec,
  type FieldValue,
  headingOf,
  isAsked,
  isBlank,
  kindSpec,
  type Process,
  PURPOSES,
  type RowFacts,
  selfScoreOf,
  specialtyOf,
  statementsFor,
  withApplicationFacts,
} from '@zhiping/core';
import { quantity } from '@zhiping/standard/explain/quantity';
import { factsOf, type RowWithFiles } from '../archive/index.ts';
import type { ApplicationRow } from './target.ts';

export interface SnapshotFacts {
  readonly process: Process;
  readonly row: ApplicationRow;
  readonly content: ApplicationContent;
  readonly rows: readonly RowWithFiles[];
  readonly applicantName: string;
  readonly unitName: string;
  readonly facts: ApplicationFacts;
  /** Periods in posts that units registered. */
  readonly appointments: readonly RowFacts[];
  readonly photo: NonNullable<ApplicationSnapshot['photo']> | null;
  readonly attestations: NonNullable<Parameters<typeof dossierOf>[1]['attestations']>;
}

/**
 * Everything a submission freezes: the chosen achievements and the rows about education, titles, work and conduct, with
 * what each states and shows, and the dossier the standard is evaluated on. Only verified rows are taken.
 */
export function snapshotOf(facts: SnapshotFacts): ApplicationSnapshot {
  const { process, row, content, rows } = facts;
  const chosen = new Set(content.rows);
  const taken = rows.filter(
    ({ stored }) => stored.state === 'verified' && (!kindSpec(stored.kind).achievement || chosen.has(stored.id)),
  );
  const headings = new Map(rows.map((one) => [one.stored.id, headingOf(factsOf(one))]));
  const { asOf, specialty } = {
    asOf:
      process.plan.windows
        .map(({ closesOn }) => closesOn)
        .toSorted()
        .at(-1) ?? process.plan.cutOff.date,
    specialty: specialtyOf(process.plan, row.specialty)?.name ?? row.specialty,
  };
  const own = dossierOf(
    [...rows.map(factsOf), ...facts.appointments],
    { specialty, attestations: facts.attestations },
    { basis: 'verified', chosen, asOf, evidence: process.plan.documents.evidence },
  );
  const dossier = withApplicationFacts(own, process.plan, row.state.subject, content, facts.facts);
  return {
    applicant: { name: facts.applicantName, currentTitle: currentTitleOf(taken.map(factsOf))?.name ?? null },
    unit: { id: row.unit_id, name: facts.unitName },
    subject: { specialty: row.specialty, level: row.level, route: row.route },
    selfReport: content.selfReport.trim(),
    ...(facts.photo === null ? {} : { photo: facts.photo }),
    representativeRowId: content.representative,
    rows: taken.map((one) => snapshotRowOf(one, headings, process.plan.documents.evidence)),
    ...statementsOf(process, row, content),
    ...selfScoreIn(process, content),
    dossier: JSON.parse(JSON.stringify(dossier)) as ApplicationSnapshot['dossier'],
  };
}

function statementsOf(
  { plan }: Process,
  row: ApplicationRow,
  content: ApplicationContent,
): Pick<ApplicationSnapshot, 'statements'> {
  const written = statementsFor(plan, row.state.subject).flatMap(({ id, name, label }) => {
    const entry = content.statements[id];
    return entry === undefined || entry.text.trim() === ''
      ? []
      : [{ id, name, label, ...entry, text: entry.text.trim() }];
  });
  return written.length === 0 ? {} : { statements: written };
}

function selfScoreIn({ plan }: Process, content: ApplicationContent): Pick<ApplicationSnapshot, 'selfScore'> {
  if (!plan.selfScore) return {};
  const { total, lines } = selfScoreOf(plan.selfScore, content.selfScore);
  const names = new Map(
    plan.selfScore.blocks.flatMap((block) => block.lines.map(({ id, name }) => [id, name] as const)),
  );
  const entries = new Map(content.selfScore.map((entry) => [entry.line, entry]));
  return {
    selfScore: {
      total,
      lines: lines.map(({ line, points }) => ({
        line,
        name: names.get(line) ?? line,
        points,
        basis: entries.get(line)?.basis.trim() ?? '',
        evidence: entries.get(line)?.evidence.trim() ?? '',
      })),
    },
  };
}

function snapshotRowOf(
  row: RowWithFiles,
  headings: ReadonlyMap<string, string>,
  lists: readonly EvidenceList[],
): ApplicationSnapshot['rows'][number] {
  const facts = factsOf(row);
  const spec = kindSpec(facts.kind);
  const part = facts.fields.myPart;
  const lacks = evidenceChecklist(facts, lists).flatMap(({ satisfied, label }) => (satisfied ? [] : [label]));
  const about = spec.fields
    .filter(({ type }) => type === 'row')
    .map(({ name }) => facts.fields[name])
    .find((id) => typeof id === 'string' && id !== '');
  return {
    id: facts.id,
    kind: facts.kind,
    kindName: spec.label,
    title: headingOf(facts),
    effectiveOn: effectiveDateOf(facts),
    facts: spec.fields
      .filter((field) => isAsked(field, facts.fields) && !isBlank(facts.fields[field.name]))
      .map((field) => ({ name: field.label, value: shown(field, facts.fields[field.name] ?? null, headings) })),
    ownPart: typeof part === 'string' && part.trim() !== '' ? part.trim() : null,
    files: row.files.map((file) => ({
      fileId: file.blob_id,
      name: file.name,
      mediaType: file.media_type,
      purpose: file.purposes.map((purpose) => PURPOSES[purpose]).join('、'),
    })),
    ...(lacks.length === 0 ? {} : { lacks }),
    ...(typeof about === 'string' ? { about } : {}),
  };
}

/** A stored value in the words of the form. */
function shown(field: FieldSpec, value: FieldValue, headings: ReadonlyMap<string, string>): string {
  const word = (one: FieldValue) =>
    'choices' in field ? (field.choices.find((choice) => choice.value === one)?.label ?? String(one)) : String(one);
  switch (field.type) {
    case 'choice':
      return word(value);
    case 'choices':
      return Array.isArray(value) ? value.map(word).join('、') : word(value);
    case 'flag':
      return value === true ? '是' : '否';
    case 'integer':
      return quantity(Number(value), field.unit);
    case 'row':
      return headings.get(String(value)) ?? '';
    case 'text':
    case 'long-text':
    case 'date':
    case 'year':
      return String(value);
  }
}
