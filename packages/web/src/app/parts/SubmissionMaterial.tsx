import type { SubmissionView, WorklistLine } from '@zhiping/contract';
import { formatDate, formatInstant } from '../../shared/index.ts';
import { Facts } from './Field.tsx';
import { RowFacts, RowFiles, type ShownFile } from './SubmittedRow.tsx';
import './material.css';

/** What was submitted, frozen: person, self-report, and each row with its files. `onFile` shows one beside. */
export function SubmissionMaterial(props: {
  line: WorklistLine;
  submission: SubmissionView;
  onFile: (file: ShownFile) => void;
}) {
  const { line, submission, onFile } = props;
  const { snapshot } = submission;
  return (
    <>
      <section className="zp-card">
        <h2>申报材料</h2>
        <Facts
          of={[
            ['申报人', snapshot.applicant.name],
            ['用人单位', snapshot.unit.name],
            ['现职称', snapshot.applicant.currentTitle],
            ['申报', `${line.specialty}　${line.levelName}　${line.route}`],
            ['第几次提交', `第 ${submission.ordinal} 次，${formatInstant(submission.receivedAt)}`],
          ]}
        />
        <h3>本人述职</h3>
        <p className="zp-prose zp-pre">{snapshot.selfReport}</p>
      </section>
      <section className="zp-card">
        <h2>业绩与经历</h2>
        <ul className="zp-list">
          {snapshot.rows.map((row) => (
            <li key={row.id} id={`rows.${row.id}`} className="zp-material">
              <h3>
                <span className="zp-muted">{row.kindName}</span> {row.title}
                {row.id === snapshot.representativeRowId ? <span className="zp-label">代表作</span> : null}
              </h3>
              {row.effectiveOn === null ? null : <p className="zp-small">计算日期 {formatDate(row.effectiveOn)}</p>}
              <RowFacts row={row} />
              <RowFiles applicationId={line.id} row={row} onFile={onFile} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
