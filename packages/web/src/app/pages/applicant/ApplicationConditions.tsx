import {
  type ApplicationCase,
  type ApplicationContent,
  type Archive,
  getLatestPolicy,
  getPolicyVersion,
  standardIn,
  planIn,
} from '@zhiping/contract';
import { dossierOf, NO_FACTS, type RowFacts, withApplicationFacts } from '@zhiping/core';
import { conditionRow, evaluate, type EvaluationRequest, planForEvaluation } from '@zhiping/standard';
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
  const request = useMemo((): EvaluationRequest | null => {
    if (!standard.data || !plan.data) return null;
    const rulebook = planIn(plan.data);
    const rules = planForEvaluation(rulebook);
    const rows = archive.rows.map(
      (row): RowFacts => ({ id: row.id, kind: row.kind, state: row.state, fields: row.fields, evidence: row.evidence }),
    );
    const own = dossierOf(
      rows,
      { specialty: data.specialty.name },
      { basis: 'entered', chosen: new Set(content.rows), asOf: rules.asOf },
    );
    const subject = { specialty: data.specialty.id, level: data.level, route: data.route };
    const dossier = withApplicationFacts(own, rulebook, subject, content, data.facts ?? NO_FACTS);
    return {
      pack: standardIn(standard.data),
      dossier,
      level: data.level,
      plan: rules,
      asOf: rules.asOf,
    };
  }, [standard.data, plan.data, archive.rows, content, data]);
  const answer = useMemo(() => request && evaluate(request), [request]);
  const { gaps, busy } = useGaps(request, data.route);

  const error = standard.error ?? plan.error;
  if (error) return <ErrorNote error={error} />;
  if (answer === null) return <p className="zp-muted">正在对照申报条件…</p>;
  if (!answer.ok) return <p>{answer.refusal.message}</p>;
  const route = answer.evaluation.routes.find((one) => one.route === data.route);
  if (!route || !standard.data) return <p>{data.routeName}没有可以自动对照的条件。</p>;
  const tree = conditionRow(route.tree, standardIn(standard.data));
  return (
    <>
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
