import { downloadSubmittedFile, type OfficeCheck, type SubmissionView } from '@zhiping/contract';
import { catalogueWords, characters, CODE_TABLES, pointWords } from '@zhiping/core';
import type { ConditionRow, EvaluationView } from '@zhiping/standard';
import type { ReactNode } from 'react';
import { type ConditionState, ConditionTree, type OfficialTexts, StateMark } from '../../../shared/index.ts';
import { fileHref } from '../../parts/FilePreview.tsx';
import { RowFacts, RowFiles, type ShownFile } from '../../parts/SubmittedRow.tsx';

/** The rows a condition rests on; folded where its state says that there is nothing to look into. */
export type Behind = (condition: { readonly id: string; readonly state: ConditionState }) => ReactNode;

/** What a decision of the check rests on, right below it: the clause with its evidence, the row with its files, the text. */
export function CheckEvidence(props: {
  applicationId: string;
  place: string;
  submission: SubmissionView;
  report: EvaluationView | null;
  catalogue: OfficeCheck['catalogue'];
  official: OfficialTexts;
  behind: Behind;
  onFile: (file: ShownFile) => void;
}) {
  const { applicationId, place, submission, report, behind, onFile } = props;
  const { snapshot } = submission;
  const id = place.slice(place.indexOf('.') + 1);
  if (place.startsWith('rows.')) {
    const row = snapshot.rows.find((one) => one.id === id);
    if (row === undefined) return null;
    return (
      <>
        <RowFacts row={row} />
        <CatalogueNotes matches={props.catalogue.filter((match) => match.row === row.id)} />
        <RowFiles applicationId={applicationId} row={row} onFile={onFile} />
      </>
    );
  }
  if (place.startsWith('conditions.')) {
    const clause = clauseOf(place, submission, report);
    return clause === null ? (
      behind({ id, state: 'judge' })
    ) : (
      <ConditionTree rows={[clause]} open={1} official={props.official} behind={behind} />
    );
  }
  if (place.startsWith('selfScore.')) {
    const score = snapshot.selfScore?.lines.find(({ line }) => line === id);
    if (score === undefined) return null;
    return (
      <p className="zp-small">
        自评 {pointWords(score.points)} 分（合计 {pointWords(snapshot.selfScore?.total ?? 0)} 分）；依据：
        {score.basis === '' ? '没有写' : score.basis}；佐证位置：{score.evidence === '' ? '没有写' : score.evidence}
      </p>
    );
  }
  if (place === 'form.photo' && snapshot.photo !== undefined) {
    const href = fileHref(downloadSubmittedFile, { id: applicationId, fileId: snapshot.photo.fileId });
    return <img className="zp-photo-small" src={href} alt={`${snapshot.applicant.name}的证件照`} />;
  }
  if (place === 'form.self-report') {
    return (
      <details>
        <summary>述职全文（{characters(snapshot.selfReport)} 字）</summary>
        <p className="zp-prose zp-pre">{snapshot.selfReport}</p>
      </details>
    );
  }
  return null;
}

/** What the catalogues say of a row: the entry with the document it rests on, or that there is none. */
function CatalogueNotes({ matches }: { matches: OfficeCheck['catalogue'] }) {
  return matches.map((match) => (
    <p key={match.table} className="zp-small">
      <StateMark state={match.entry === null || match.entry.ended ? 'judge' : 'met'} word={false} />{' '}
      {match.entry === null ? '' : `${CODE_TABLES[match.table].name}：`}
      {catalogueWords(match)}。
    </p>
  ));
}

/** The condition of the report that a place of the check is about; null for other places and where there is no report. */
export function clauseOf(
  place: string,
  submission: SubmissionView,
  report: EvaluationView | null,
): ConditionRow | null {
  const tree = report?.routes.find(({ route }) => route === submission.snapshot.subject.route)?.tree;
  const clauses = tree?.children.flatMap((one) => [one, ...(one.label === report?.level.label ? one.children : [])]);
  return clauses?.find(({ id }) => place === `conditions.${id}`) ?? null;
}
