import type { ReactNode } from 'react';
import { Deadline } from './Deadline.tsx';

export interface Waiting {
  /** 现在在等什么: one sentence, e.g. 等待评委会办公室审核申报材料。 */
  readonly why: string;
  /** 由谁办理; null where only time passes. */
  readonly who: string | null;
  /** 截止到什么时候, an instant; null where the plan sets none. */
  readonly until: string | null;
  readonly workingDaysLeft?: number;
  /** The day may still move: a year without a working-day table was counted in. */
  readonly provisional?: boolean;
  /** true: it is your turn, false: somebody else's, null: it ended. */
  readonly yours: boolean | null;
}

/** The first thing on every case page (interface rule 1). `action` is the button when it is your turn. */
export function StatusLine({ waiting, now, action }: { waiting: Waiting; now?: string; action?: ReactNode }) {
  const { why, who, until, yours, workingDaysLeft, provisional } = waiting;
  return (
    <section
      className={`zp-status zp-status-${yours === null ? 'ended' : yours ? 'yours' : 'theirs'}`}
      aria-label="当前状态"
    >
      <p className="zp-status-why">
        {yours === true ? <span className="zp-status-mark">待您办理</span> : null}
        {why}
      </p>
      {who === null && until === null ? null : (
        <dl className="zp-status-facts">
          {who === null ? null : (
            <div>
              <dt>由谁办理</dt>
              <dd>{who}</dd>
            </div>
          )}
          {until === null ? null : (
            <div>
              <dt>截止到</dt>
              <dd>
                <Deadline
                  until={until}
                  {...(now === undefined ? {} : { now })}
                  {...(workingDaysLeft === undefined ? {} : { workingDaysLeft })}
                  {...(provisional === undefined ? {} : { provisional })}
                />
              </dd>
            </div>
          )}
        </dl>
      )}
      {action ? <div className="zp-status-action">{action}</div> : null}
    </section>
  );
}
