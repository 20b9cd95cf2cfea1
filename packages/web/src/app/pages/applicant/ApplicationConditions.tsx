import {
  type ApplicationCase,
  type ApplicationContent,
  type Archive,
  getLatestPolicy,
  getPolicyVersion,
  standardIn,
  planIn,
} from '@zhiping/contract';
import { dossierOf, headingOf, kindSpec, NO_FACTS, type RowFacts, withApplicationFacts } from '@zhiping/core';
import {
  conditionRow,
  type ConditionRow,
  evaluate,
  type EvaluationRequest,
  planForEvaluation,
} from '@zhiping/standard';
import { useMemo } from 'react';
import { ConditionTree, ErrorNote } from '../../../shared/index.ts';
import { Gaps } from '../../../shared/ui/Gaps.tsx';
import { useEndpoint } from '../../call.ts';
import { useGaps } from '../../gaps/use-gaps.ts';

const VERDICTS = {
  eligible: '所填内容符合条件',
  'needs-judgement': '有条件须由人工判断',
  incomplete: '还缺资料，暂不能判断',
  ineligible: '有条件不符合',
} as const;

/**
 * The conditions of the standard on what is chosen now, computed in the browser. It shows what would be were everything
 * confirmed by the unit; people decide.
 */
export function ApplicationConditions(props: { data: ApplicationCase; content: ApplicationContent; archive: Archive }) {
  const { pack } = props.data.specialty;
  if (pack === null) {
    return (
      <section className="zp-card">
        <h2>申报条件</h2>
        <p>{props.data.specialty.standard}尚未录入平台，条件由评委会办公室人工审核。</p>
      </section>
    );
  }
  return <Conditions {...props} pack={pack} />;
}

function Conditions(props: { data: ApplicationCase; content: ApplicationContent; archive: Archive; pack: string }) {
  const { data, content, archive } = props;
  const standard = useEndpoint(getLatestPolicy, { params: { pack: props.pack } });
  const plan = useEndpoint(getPolicyVersion, { params: { pack: data.plan.pack, number: data.plan.number } });
  const requests = useMemo(() => {
    if (!standard.data || !plan.data) return null;
    const pack = standardIn(standard.data);
    const rulebook = planIn(plan.data);
    const rules = planForEvaluation(rulebook);
    const rows = archive.rows.map(
      (row): RowFacts => ({ id: row.id, kind: row.kind, state: row.state, fields: row.fields, evidence: row.evidence }),
    );
    const subject = { specialty: data.specialty.id, level: data.level, route: data.route };
    const facts = data.facts ?? NO_FACTS;
    const requestOn = (chosen: ReadonlySet<string> | 'all'): EvaluationRequest => {
      const own = dossierOf(
        rows,
        { specialty: data.specialty.name },
        {
          basis: 'entered',
          chosen,
          asOf: rules.asOf,
          evidence: rulebook.documents.evidence,
        },
      );
      const dossier = withApplicationFacts(own, rulebook, subject, content, facts);
      return { pack, dossier, level: data.level, plan: rules, asOf: rules.asOf };
    };
    return { chosen: requestOn(new Set(content.rows)), all: requestOn('all') };
  }, [standard.data, plan.data, archive.rows, content, data]);
  const answer = useMemo(() => requests && evaluate(requests.chosen), [requests]);
  const unused = useMemo(
    () => (requests === null ? [] : unusedRows(requests.all, data.route, content.rows)),
    [requests, data.route, content.rows],
  );
  const { gaps, busy } = useGaps(requests?.chosen ?? null, data.route);

  const error = standard.error ?? plan.error;
  if (error) return <ErrorNote error={error} />;
  if (answer === null) return <p className="zp-muted">正在对照申报条件…</p>;
  if (!answer.ok) return <p>{answer.refusal.message}</p>;
  const route = answer.evaluation.routes.find((one) => one.route === data.route);
  if (!route || !standard.data) return <p>{data.routeName}没有可以自动对照的条件。</p>;
  const tree = conditionRow(route.tree, standardIn(standard.data));
  return (
    <>
      <Unused rows={archive.rows.filter(({ id }) => unused.includes(id) && !content.rows.includes(id))} />
      {gaps === null ? null : <Gaps gaps={gaps} />}
      {busy ? (
        <p className="zp-muted" role="status">
          正在查找还差什么…
        </p>
      ) : null}
      <section className="zp-card" aria-label="申报条件对照">
        <h2>申报条件对照</h2>
        <p role="status">
          <strong>{VERDICTS[route.verdict]}</strong>
        </p>
        <p className="zp-small zp-muted">
          按现在所选的业绩、视为全部经单位核验得出，在您的设备上计算，供参考；由评委会办公室逐项审核。
        </p>
        <ConditionTree rows={tree.children} open={1} />
      </section>
    </>
  );
}

/** Rows of the archive that are not chosen and would count on the route, were everything chosen. */
function unusedRows(request: EvaluationRequest, route: string, chosen: readonly string[]): readonly string[] {
  const judged = evaluate(request);
  const found = judged.ok ? judged.evaluation.routes.find((one) => one.route === route) : undefined;
  if (!found) return [];
  const counted = new Set<string>();
  const visit = (row: ConditionRow): void => {
    for (const { id } of row.counted) counted.add(id);
    for (const child of row.children) visit(child);
  };
  visit(conditionRow(found.tree, request.pack));
  return [...counted].filter((id) => !chosen.includes(id));
}

/** The quickest help: what is there already and only has to be chosen. */
function Unused({ rows }: { rows: Archive['rows'] }) {
  const achievements = rows.filter(({ kind }) => kindSpec(kind).achievement);
  if (achievements.length === 0) return null;
  return (
    <section className="zp-card" aria-label="档案中还可以选用的业绩">
      <h2>档案中还可以选用的业绩</h2>
      <p className="zp-muted">下面的业绩没有选用，选用后按标准可以计入：</p>
      <ul className="zp-list">
        {achievements.map((row) => (
          <li key={row.id}>
            <a href={`#rows.${row.id}`}>{headingOf(row)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
