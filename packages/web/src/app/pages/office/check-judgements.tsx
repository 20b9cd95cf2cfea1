import { type OfficeJudgement, readCheck, saveOfficeJudgement } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useCommand } from '../../use-command.ts';

type Decided = Pick<OfficeJudgement, 'id'> & { readonly answer: string; readonly reason: string };

/**
 * What the standard leaves to a person: words of degree, qualities of achievements, conditions of judgement and of other
 * texts. Each decision saves itself; the report above follows.
 */
export function CheckJudgements(props: {
  id: string;
  submission: number;
  judgements: readonly OfficeJudgement[];
  opened: boolean;
}) {
  const { id, submission, judgements, opened } = props;
  const save = useCommand(
    ({ id: judgement, answer, reason }: Decided) =>
      call(saveOfficeJudgement, { params: { id }, body: { submission, judgement, answer, reason } }),
    [keyOf(readCheck)],
  );
  if (judgements.length === 0) return null;
  const open = judgements.filter(({ answer }) => answer === null).length;
  return (
    <section className="zp-card" aria-label="由审核人判断的内容">
      <h2>由审核人判断的内容</h2>
      <p className="zp-muted">
        共 {judgements.length} 项，{open === 0 ? '都已判断' : `还有 ${open} 项没有判断`}
        。判断后上面的条件核对随之更新；不判断的留给评审会议。
      </p>
      <ErrorNote error={save.error} />
      {judgements.map((one) => (
        <Judgement
          key={`${one.id} ${one.answer} ${one.reason}`}
          judgement={one}
          disabled={!opened || save.isPending}
          onSave={(decided) => save.mutate(decided)}
        />
      ))}
    </section>
  );
}

function Judgement(props: { judgement: OfficeJudgement; disabled: boolean; onSave: (decided: Decided) => void }) {
  const { judgement, disabled, onSave } = props;
  const [answer, setAnswer] = useState(judgement.answer);
  const [reason, setReason] = useState(judgement.reason);
  const [claimed] = judgement.choices;
  const needsReason = answer !== null && answer !== claimed?.value;
  const changed = answer !== judgement.answer || reason !== judgement.reason;
  const choose = (value: string) => {
    setAnswer(value);
    if (value === claimed?.value) onSave({ id: judgement.id, answer: value, reason: '' });
  };
  return (
    <div className={needsReason ? 'zp-checkitem zp-checkitem-correct' : 'zp-checkitem'}>
      <header>
        <span>
          <span className="zp-label">{judgement.label}</span>{' '}
          {judgement.achievement === null ? null : <strong>{judgement.achievement}：</strong>}
          {judgement.asked}
        </span>
        <span
          className="zp-decision"
          role="radiogroup"
          aria-label={`${judgement.achievement ?? judgement.text}：${judgement.asked}`}
        >
          {judgement.choices.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name={judgement.id}
                disabled={disabled}
                checked={answer === value}
                onChange={() => choose(value)}
              />
              {label}
            </label>
          ))}
        </span>
      </header>
      {needsReason ? (
        <div className="zp-stack">
          <label className="zp-field">
            <span className="zp-field-label">理由</span>
            <textarea
              className="zp-input"
              rows={2}
              maxLength={500}
              disabled={disabled}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <div className="zp-row">
            <button
              type="button"
              className="zp-button"
              disabled={disabled || reason.trim() === '' || !changed}
              onClick={() => onSave({ id: judgement.id, answer, reason: reason.trim() })}
            >
              保存这项判断
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
