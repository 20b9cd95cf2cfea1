import type { SubmissionView } from '@zhiping/contract';
import { type ConditionState, ConditionTree, type ConditionView, StateMark } from '../../shared/index.ts';

/** A condition of the report that was stored with a submission (`conditionRow` of the standard's explanation). */
interface StoredRow {
  readonly id: string;
  readonly state: ConditionState;
  readonly label: string;
  readonly text: string;
  readonly need: number | null;
  readonly have: number | null;
  readonly unit: string;
  readonly counted: readonly { readonly id: string; readonly name: string; readonly waiting?: readonly string[] }[];
  readonly notCounted: readonly { readonly id: string; readonly name: string; readonly reasons: readonly string[] }[];
  readonly notes: readonly string[];
  readonly unknown: readonly string[];
  readonly readings: readonly { readonly meaning: string }[];
  readonly outside: string | null;
  readonly children: readonly StoredRow[];
}
interface StoredReport {
  readonly asOf: string;
  readonly standard: { readonly name: string; readonly number: string };
  readonly routes: readonly {
    readonly route: string;
    readonly name: string;
    readonly verdict: Verdict;
    readonly tree: StoredRow;
  }[];
}
type Verdict = 'eligible' | 'needs-judgement' | 'incomplete' | 'ineligible';
const STATES: Readonly<Record<Verdict, ConditionState>> = {
  eligible: 'met',
  'needs-judgement': 'judge',
  incomplete: 'missing',
  ineligible: 'unmet',
};

/** What the engine said of a submission, clause by clause. It advises; a person decides. */
export function ReportCard({ submission }: { submission: SubmissionView }) {
  const report = submission.report as StoredReport | null;
  const route = report?.routes.find((one) => one.route === submission.snapshot.subject.route);
  if (!report || !route) {
    return (
      <section className="zp-card">
        <h2>条件核对</h2>
        <p className="zp-muted">该专业的评审标准还没有收录，由审核人按原文逐条核对。</p>
      </section>
    );
  }
  return (
    <section className="zp-card">
      <h2>
        条件核对：{route.name} <StateMark state={STATES[route.verdict]} />
      </h2>
      <p className="zp-small zp-muted">
        {report.standard.name}（{report.standard.number}），按提交时的材料计算；供审核参考，由审核人决定。
      </p>
      <ConditionTree nodes={route.tree.children.map(viewOf)} open={1} />
    </section>
  );
}

function viewOf(row: StoredRow): ConditionView {
  return {
    id: row.id,
    state: row.state,
    label: row.label,
    text: row.text,
    count:
      row.need === null
        ? null
        : ({ need: `${row.need}${row.unit}`, have: row.have === null ? null : `${row.have}${row.unit}` } as never),
    evidence: row.counted.map(({ id, name, waiting = [] }) => ({
      id,
      text: waiting.length === 0 ? name : `${name}（待确认：${waiting.join('、')}）`,
    })),
    rejected: row.notCounted.map(({ id, name, reasons }) => ({ id, text: name, reason: reasons.join('；') })),
    notes: [
      ...row.notes,
      ...(row.outside === null ? [] : [`按《${row.outside}》，由人核定`]),
      ...(row.unknown.length > 0 ? [`待补充：${row.unknown.join('、')}`] : []),
    ],
    reading: row.readings.length === 0 ? null : row.readings.map(({ meaning }) => meaning).join('；'),
    official: null,
    children: row.children.map(viewOf),
  };
}
