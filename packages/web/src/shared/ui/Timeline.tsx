import { formatDate } from '../text/dates.ts';

/** One station of a case. Dates are calendar dates in Asia/Shanghai. */
export interface TimelineStep {
  readonly id: string;
  readonly name: string;
  readonly state: 'past' | 'now' | 'future' | 'failed';
  /** The day it was finished, is due, or is planned, by the state; null where nothing is known. */
  readonly date: string | null;
  /** A few words below the date, e.g. 第二次提交. */
  readonly note?: string;
}

const WORDS = { past: '已完成', now: '进行中', future: '未开始', failed: '到此结束' } as const;

/** State by shape as well as colour: tick, ring with a core, empty ring, cross. */
function Station({ state }: { state: TimelineStep['state'] }) {
  return (
    <svg className={`zp-station zp-station-${state}`} viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r={state === 'now' ? 12 : 10} />
      {state === 'past' ? <path d="M9 14.5l3.5 3.5L19.5 10.5" /> : null}
      {state === 'now' ? <circle className="zp-station-core" cx="14" cy="14" r="5.5" /> : null}
      {state === 'failed' ? <path d="M10 10l8 8M18 10l-8 8" /> : null}
    </svg>
  );
}

const DATE_WORD = { past: '', now: '截止 ', future: '预计 ', failed: '' } as const;

/** The drawn course of a case: across on a wide screen, downwards on a phone, the present station marked. */
export function Timeline({ steps, label = '办理进程' }: { steps: readonly TimelineStep[]; label?: string }) {
  const years = new Set(steps.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 4)])));
  return (
    <ol className="zp-timeline" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={`zp-step zp-step-${step.state}`}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <Station state={step.state} />
          <div className="zp-step-text">
            <span className="zp-step-name">{step.name}</span>
            <span className="zp-hidden">，{WORDS[step.state]}</span>
            {step.date ? (
              <span className="zp-step-date">
                {DATE_WORD[step.state]}
                <time dateTime={step.date} title={formatDate(step.date)}>
                  {shortDate(step.date, years.size > 1)}
                </time>
              </span>
            ) : null}
            {step.note ? <span className="zp-step-note">{step.note}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** `2024-07-01` → `7.1`, or `2024.7.1` where the course spans years: sixteen stations stand side by side. */
const shortDate = (date: string, withYear: boolean) =>
  date
    .slice(withYear ? 0 : 5, 10)
    .split('-')
    .map(Number)
    .join('.');
