import type { Dossier, Level, Outcome, PlanForEvaluation, StandardPack } from '@zhiping/standard';
import {
  evaluate,
  type EvaluationRequest,
  type RouteEvaluation,
  type Verdict,
} from '@zhiping/standard/evaluate/evaluate';
import { findGaps } from '@zhiping/standard/gap/find-gaps';
import { gapsView } from '@zhiping/standard/gap/view';
import { conditionRow } from '@zhiping/standard/explain/view';
import { type RefObject, useMemo } from 'react';
import { useClock } from '../../shared/clock.ts';
import { deviceToday } from '../../shared/device.ts';
import { dateOf, formatDate } from '../../shared/text/dates.ts';
import { type ConditionState, ConditionTree, StateMark } from '../../shared/ui/ConditionTree.tsx';
import { Empty } from '../../shared/ui/Empty.tsx';
import { Gaps } from '../../shared/ui/Gaps.tsx';
import { PackMark } from '../policy/PackMark.tsx';
import { go } from '../router.tsx';
import { achievementUses } from './achievement-uses.ts';
import { GapChart } from './GapChart.tsx';
import { type Draft, records, textOf } from './draft.ts';
import { selfCheckAddress } from './self-check-address.ts';

const STATE_OF: Readonly<Record<Verdict, ConditionState>> = {
  eligible: 'met',
  'needs-judgement': 'judge',
  incomplete: 'missing',
  ineligible: 'unmet',
};

/** What a verdict means for the person who reads it. */
const SENTENCES: Readonly<Record<Verdict, string>> = {
  eligible: '按所填内容，各项条件都符合。',
  'needs-judgement': '硬性条件没有不符合的；还有条件要由评审人员判断。',
  incomplete: '还缺一些内容，补充后才能判断。',
  ineligible: '按所填内容，有条件不符合。',
};

/** Verdict per route, every condition, and what became of each achievement. Evaluated here, in this browser. */
export default function Result(props: {
  head: RefObject<HTMLHeadingElement | null>;
  pack: StandardPack;
  plan: PlanForEvaluation | null;
  level: Level | null;
  draft: Draft;
}) {
  const { head, pack, plan, level, draft } = props;
  const clock = useClock();
  const asOf = plan?.asOf ?? (clock ? dateOf(clock.now) : deviceToday());
  const request = useMemo<EvaluationRequest | null>(
    () =>
      level && {
        pack,
        // The form writes only what the schema knows, and a loaded file was checked against it.
        dossier: draft as unknown as Dossier,
        level: level.level,
        asOf,
        ...(plan ? { plan } : {}),
      },
    [pack, plan, level, draft, asOf],
  );
  const answer = useMemo(() => request && evaluate(request), [request]);
  const gaps = useMemo(() => {
    if (!request || !answer?.ok) return null;
    const { routes } = answer.evaluation;
    return gapsView(findGaps(request, routes), routes, request.pack);
  }, [request, answer]);
  if (!answer || !level) {
    return (
      <Empty
        title="还没有选申报层级"
        action={
          <button
            type="button"
            className="zp-button zp-button-main"
            onClick={() => go(selfCheckAddress(pack.id, 'level'))}
          >
            去选层级
          </button>
        }
      >
        选定层级后，这里逐条列出每项条件符合与否。
      </Empty>
    );
  }
  if (!answer.ok) return <Empty title="不能评估">{answer.refusal.message}</Empty>;
  const { evaluation } = answer;
  const routes = evaluation.routes.toSorted(
    (a, b) => Number(b.route === evaluation.best) - Number(a.route === evaluation.best),
  );
  return (
    <article className="zp-result">
      <header>
        <h1 ref={head} tabIndex={-1}>
          {level.name}自测结果
        </h1>
        <p className="zp-muted">
          依据{pack.name}（{pack.document.number}）{plan ? `和${plan.name}` : ''}，按 {formatDate(asOf, true)}{' '}
          计算。结果只供参考，以评审为准。
        </p>
        <PackMark mark={pack.document.mark} />
        <button type="button" className="zp-button zp-noprint" onClick={() => window.print()}>
          打印结果
        </button>
      </header>
      <ul className="zp-list zp-verdicts">
        {routes.map((route) => (
          <li key={route.route} className={`zp-verdict zp-verdict-${STATE_OF[route.verdict]}`}>
            <StateMark state={STATE_OF[route.verdict]} />
            <div>
              <h2>
                <a href={`#route-${route.route}`}>{route.name}</a>
              </h2>
              <p>{SENTENCES[route.verdict]}</p>
              <p className="zp-small zp-muted">{countsOf(route, level)}</p>
            </div>
          </li>
        ))}
      </ul>
      {gaps ? <Gaps gaps={gaps} /> : null}
      {routes.map((route) => (
        <RouteResult key={route.route} route={route} level={level} pack={pack} draft={draft} />
      ))}
    </article>
  );
}

/**
 * The conditions of a route as its first level: those the plan adds, then those of the standard. With a plan the
 * evaluator puts the standard's one step deeper.
 */
const conditionsOf = (route: RouteEvaluation, level: Level): readonly Outcome[] => {
  const own = level.routes.find((one) => one.route === route.route)?.node.id;
  return route.tree.children.flatMap((child) => (child.node.id === own ? child.children : [child]));
};

/** e.g. 3 条需人工判断，7 条符合, over the first level. */
function countsOf(route: RouteEvaluation, level: Level): string {
  const counts: Record<ConditionState, number> = { met: 0, judge: 0, missing: 0, unmet: 0 };
  for (const { state } of conditionsOf(route, level)) counts[state] += 1;
  const said = [
    counts.unmet > 0 ? `${counts.unmet} 条不符合` : '',
    counts.missing > 0 ? `${counts.missing} 条待补充` : '',
    counts.judge > 0 ? `${counts.judge} 条需人工判断` : '',
    counts.met > 0 ? `${counts.met} 条符合` : '',
  ].filter(Boolean);
  return `${said.join('，')}${route.settled ? '；没填的内容不会改变这个结论' : ''}。`;
}

function RouteResult(props: { route: RouteEvaluation; level: Level; pack: StandardPack; draft: Draft }) {
  const { route, level, pack, draft } = props;
  const conditions = conditionsOf(route, level);
  const rows = conditions.map((outcome) => conditionRow(outcome, pack));
  const achievements = (records(draft, 'achievements') ?? []).map((record) => ({
    id: textOf(record, 'id'),
    name: textOf(record, 'name') || textOf(record, 'id'),
  }));
  const uses = achievementUses(route.tree, achievements);
  return (
    <section className="zp-card zp-route" id={`route-${route.route}`} aria-label={route.name}>
      <h2>{route.name}：逐条结果</h2>
      <GapChart conditions={conditions} />
      <ConditionTree rows={rows} />
      {uses.length > 0 ? (
        <>
          <h3>每项业绩计入了哪里</h3>
          <ul className="zp-list zp-uses">
            {uses.map((use) => (
              <li key={use.id}>
                <strong>{use.name}</strong>
                {use.counted.length > 0 ? (
                  <p>
                    计入
                    {use.counted.map(({ label, waiting }) => (
                      <span key={label} className="zp-chip">
                        {label}
                        {waiting ? '（待人工确认）' : ''}
                      </span>
                    ))}
                  </p>
                ) : (
                  <p className="zp-reason">没有计入任何条件</p>
                )}
                {use.counted.length === 0 && use.reasons.length === 0 ? (
                  <p className="zp-small zp-muted">这个途径没有用得上这类业绩的条件。</p>
                ) : null}
                {use.counted.length === 0 ? (
                  <ul>
                    {use.reasons.map(({ reason, labels }) => (
                      <li key={reason}>
                        {reason}
                        <span className="zp-muted zp-small">（{labels.filter(Boolean).join('、')}）</span>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
