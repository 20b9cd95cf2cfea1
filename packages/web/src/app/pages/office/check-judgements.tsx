import { type OfficeJudgement, readCheck, saveOfficeJudgement } from '@zhiping/contract';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKept } from '../../kept.ts';
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
    <section className="zp-card zp-place" id="judgements" aria-label="由审核人判断的内容">
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
          keptAs={`judgement-${id}-${submission}-${one.id}`}
          disabled={!opened || save.isPending}
          onSave={(decided) => save.mutateAsync(decided)}
        />
      ))}
    </section>
  );
}

function Judgement(props: {
  judgement: OfficeJudgement;
  /** Under which name what is typed is kept until it was saved. */
  keptAs: string;
  disabled: boolean;
  onSave: (decided: Decided) => Promise<unknown>;
}) {
  const { judgement, disabled } = props;
  const saved = { answer: judgement.answer, reason: judgement.reason };
  const [{ answer, reason }, keep, forget] = useKept(props.keptAs, saved);
  const onSave = (decided: Decided) => {
    // What is refused is said above the list and stays as it was typed.
    void props.onSave(decided).then(forget, () => undefined);
  };
  const [claimed] = judgement.choices;
  const needsReason = answer !== null && answer !== claimed?.value;
  const changed = answer !== judgement.answer || reason !== judgement.reason;
  const choose = (value: string) => {
    keep({ answer: value, reason });
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
              onChange={(event) => keep({ answer, reason: event.target.value })}
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
