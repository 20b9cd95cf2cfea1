import type { PlanForEvaluation, StandardPack } from '@zhiping/standard';
import { lazy, useEffect, useMemo, useRef, useState } from 'react';
import { go, Link, useAddress } from '../router.tsx';
import { describeFields } from './describe-fields.ts';
import type { Draft } from './draft.ts';
import { KeepBar } from './KeepBar.tsx';
import { mergeRelevance, relevanceOf } from './relevance.ts';
import { selfCheckAddress } from './self-check-address.ts';
import { StepForm } from './StepForm.tsx';
import { asksAnything, STEPS } from './steps.ts';
import { EMPTY_STATE, keepState, keptState, type SelfCheckState } from './storage.ts';

/** With the evaluator; not needed before the first result. */
const Result = lazy(() => import('./Result.tsx'));
const FIELDS = describeFields();

/** Who begins with a standard of a province works there, unless they say otherwise. */
const beginning = (pack: StandardPack): Draft =>
  pack.vocabulary.scales.region.words.some(({ id }) => id === pack.jurisdiction)
    ? { applicant: { region: pack.jurisdiction } }
    : {};

/** The form and its result. Everything stays in this component: no request carries what was typed. */
export function SelfCheck({ pack, plans }: { pack: StandardPack; plans: readonly PlanForEvaluation[] }) {
  const [kept] = useState(keptState);
  const [keeping, setKeeping] = useState(kept !== null);
  const [refused, setRefused] = useState(false);
  // What was typed for another standard stays: the facts are the same, plan and level are chosen anew.
  const [state, setState] = useState<SelfCheckState>(() =>
    kept === null
      ? { ...EMPTY_STATE, standard: pack.id, draft: beginning(pack) }
      : kept.standard === pack.id
        ? kept
        : { standard: pack.id, plan: null, level: null, draft: kept.draft },
  );
  const address = (id: string): string => selfCheckAddress(pack.id, id);
  const update = (next: SelfCheckState, keepIt = keeping) => {
    setState(next);
    if (keepIt) setRefused(!keepState(next));
  };

  const plan = state.plan === null ? (plans[0] ?? null) : (plans.find((one) => one.id === state.plan) ?? null);
  const level = pack.levels.find((one) => one.level === state.level) ?? null;
  const relevance = useMemo(() => {
    const kinds = Object.keys(FIELDS.kinds);
    const levels = level ? [level] : pack.levels;
    return mergeRelevance(levels.map((one) => relevanceOf(one, pack, plan, kinds)));
  }, [pack, plan, level]);
  const steps = STEPS.filter((step) => asksAnything(step, FIELDS, relevance, state.draft));
  const asked = new URLSearchParams(useAddress().split('?')[1] ?? '').get('step') ?? 'work';
  const at = steps.findIndex((step) => step.id === asked);
  const step = steps[at];

  // Each step is a page of its own: after a change its heading is seen and read out first.
  const head = useRef<HTMLHeadingElement>(null);
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current !== asked) head.current?.focus({ preventScroll: true });
    shown.current = asked;
  }, [asked]);

  const next = steps[at + 1]?.id ?? 'result';
  const before = (step ? steps[at - 1] : steps.at(-1))?.id;
  const links = [...steps.map(({ id, title }) => ({ id, title })), { id: 'result', title: '结果' }];
  return (
    <div className="zp-page zp-check-page">
      <div className="zp-check-side zp-noprint">
        <nav className="zp-steps" aria-label="自测步骤">
          <ol className="zp-list">
            {links.map(({ id, title }, index) => (
              <li key={id}>
                <Link href={address(id)} {...(id === asked ? { 'aria-current': 'step' as const } : {})}>
                  <span className="zp-step-number">{index + 1}</span>
                  {title}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <KeepBar
          draft={state.draft}
          keeping={keeping}
          refused={refused}
          onKeeping={(on) => {
            setKeeping(on);
            if (on) setRefused(!keepState(state));
          }}
          onLoad={(draft) => update({ ...state, draft })}
          onErase={() => {
            setKeeping(false);
            setRefused(false);
            setState({ ...EMPTY_STATE, standard: pack.id });
            go(selfCheckAddress());
          }}
        />
      </div>
      <div className="zp-check-main">
        {step ? (
          <>
            <p className="zp-muted zp-small">
              {pack.name}　第 {at + 1} 步，共 {steps.length} 步
            </p>
            <h1 ref={head} tabIndex={-1}>
              {step.title}
            </h1>
            <p className="zp-prose">{step.lead}</p>
            <StepForm
              step={step}
              pack={pack}
              plans={plans}
              plan={plan}
              level={level}
              fields={FIELDS}
              relevance={relevance}
              draft={state.draft}
              onDraft={(draft) => update({ ...state, draft })}
              onPlan={(chosen) => update({ ...state, plan: chosen })}
              onLevel={(chosen) => update({ ...state, level: chosen })}
            />
          </>
        ) : (
          <Result head={head} pack={pack} plan={plan} level={level} draft={state.draft} />
        )}
        <div className="zp-row zp-check-move zp-noprint">
          {before ? (
            <button type="button" className="zp-button" onClick={() => go(address(before))}>
              上一步
            </button>
          ) : null}
          {step ? (
            <button
              type="button"
              className="zp-button zp-button-main"
              disabled={step.id === 'level' && level === null}
              onClick={() => go(address(next))}
            >
              {next === 'result' ? '看结果' : '下一步'}
            </button>
          ) : null}
          {step && level && next !== 'result' ? (
            <button type="button" className="zp-button zp-button-quiet" onClick={() => go(address('result'))}>
              直接看结果
            </button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
