import { getOfficialText, type SubmissionView } from '@zhiping/contract';
import {
  type ConditionRow,
  DEFENCE_LABELS,
  defenceReasonText,
  type EvaluationView,
  type Verdict,
} from '@zhiping/standard';
import type { ReactNode } from 'react';
import { type ConditionState, ConditionTree, type OfficialTexts, StateMark } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';

const STATES: Readonly<Record<Verdict, ConditionState>> = {
  eligible: 'met',
  'needs-judgement': 'judge',
  incomplete: 'missing',
  ineligible: 'unmet',
};

/** What the engine said of a submission, clause by clause. It advises; a person decides. */
export function ReportCard(props: {
  submission: SubmissionView;
  /** The report with a reviewer's decisions in it, where there are some. */
  reviewed?: EvaluationView | null;
  /** What is shown below a condition, e.g. the rows it rests on. */
  behind?: (condition: Pick<ConditionRow, 'id' | 'state'>) => ReactNode;
  /** In place of the conditions with all that counted, where they stand elsewhere on the page. */
  outline?: ReactNode | undefined;
}) {
  const { submission } = props;
  const report = props.reviewed ?? submission.report;
  const route = report?.routes.find((one) => one.route === submission.snapshot.subject.route);
  const official = useOfficialTexts(report);
  if (!report || !route) {
    return (
      <section className="zp-card zp-place" id="report">
        <h2>条件核对</h2>
        <p className="zp-muted">该专业的评审标准还没有收录，由审核人按原文逐条核对。</p>
      </section>
    );
  }
  return (
    <section className="zp-card zp-place" id="report">
      <h2>
        条件核对：{route.name} <StateMark state={STATES[route.verdict]} />
      </h2>
      <p className="zp-small zp-muted">
        {report.standard.name}（{report.standard.number}），按提交时的材料{props.reviewed ? '和审核人的判断' : ''}
        计算；供审核参考，由审核人决定。
      </p>
      {props.outline ?? (
        <ConditionTree
          rows={route.tree.children}
          open={1}
          official={official}
          {...(props.behind === undefined ? {} : { behind: props.behind })}
        />
      )}
      <Defence report={report} route={route.route} />
    </section>
  );
}

/** The official sentences of a report's standard, where the operator attached them. */
export function useOfficialTexts(report: EvaluationView | null): OfficialTexts {
  const text = useEndpoint(
    getOfficialText,
    { params: { pack: report?.standard.id ?? 'none' } },
    { enabled: report !== null },
  );
  return Object.fromEntries((text.data?.clauses ?? []).map((clause) => [clause.label, clause.text]));
}

/** Whether this person must defend by the plan, and every reason; it changes nothing of the verdict. */
function Defence({ report, route }: { report: EvaluationView; route: string }) {
  const found = report.defence?.find((one) => one.route === route);
  if (!found) return null;
  return (
    <>
      <h3>面试答辩：{DEFENCE_LABELS[found.due]}</h3>
      <ul className="zp-small">
        {found.reasons.map((reason) => (
          <li key={reason.id}>{defenceReasonText(reason)}</li>
        ))}
      </ul>
    </>
  );
}
