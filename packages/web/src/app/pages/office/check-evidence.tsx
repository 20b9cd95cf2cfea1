import { downloadSubmittedFile, type SubmissionView } from '@zhiping/contract';
import { characters, pointWords } from '@zhiping/core';
import type { EvaluationView } from '@zhiping/standard';
import { ConditionTree } from '../../../shared/index.ts';
import { fileHref } from '../../parts/FilePreview.tsx';
import type { ShownFile } from '../../parts/SubmissionMaterial.tsx';

/** What a decision of the check rests on, right below it: the clause with its evidence, the row with its files, the text. */
export function CheckEvidence(props: {
  applicationId: string;
  place: string;
  submission: SubmissionView;
  report: EvaluationView | null;
  onFile: (file: ShownFile) => void;
}) {
  const { applicationId, place, submission, report, onFile } = props;
  const { snapshot } = submission;
  const id = place.slice(place.indexOf('.') + 1);
  if (place.startsWith('rows.')) {
    const row = snapshot.rows.find((one) => one.id === id);
    if (row === undefined) return null;
    return (
      <>
        <p className="zp-small zp-muted">
          {row.facts.map(({ name, value }) => `${name}：${value}`).join('；')}
          {row.ownPart === null ? '' : `；本人完成部分：${row.ownPart}`}
        </p>
        <div className="zp-row">
          {row.files.map((file) => (
            <button
              key={file.fileId}
              type="button"
              className="zp-button zp-small"
              onClick={() =>
                onFile({
                  name: `${file.purpose}　${file.name}`,
                  href: fileHref(downloadSubmittedFile, { id: applicationId, fileId: file.fileId }),
                })
              }
            >
              {file.purpose === '' ? file.name : file.purpose}
            </button>
          ))}
          {row.files.length === 0 ? <span className="zp-small zp-muted">没有佐证文件</span> : null}
        </div>
      </>
    );
  }
  if (place.startsWith('conditions.')) {
    const tree = report?.routes.find(({ route }) => route === snapshot.subject.route)?.tree;
    const node = tree?.children
      .flatMap((one) => [one, ...(one.label === report?.level.label ? one.children : [])])
      .find((one) => one.id === id);
    return node === undefined ? null : <ConditionTree rows={[node]} open={0} />;
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
