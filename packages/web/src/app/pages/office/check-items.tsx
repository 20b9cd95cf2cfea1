import { type CheckItem, type OfficeCheck, readCheck, saveCheckItems, type SubmissionView } from '@zhiping/contract';
import type { EvaluationView } from '@zhiping/standard';
import { type ReactNode, useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { CheckEvidence, clauseOf } from './check-evidence.tsx';

const GROUPS = [
  ['conditions', '标准条件'],
  ['rows', '业绩与经历'],
  ['self-score', '量化自评'],
  ['form', '申报表与程序'],
] as const;

/** Decisions item by item. Each saves itself; nothing is sent before the whole list is. */
export function CheckItems(props: {
  id: string;
  submission: SubmissionView;
  /** With the reviewer's decisions in it; null where the standard is checked by hand. */
  report: EvaluationView | null;
  items: readonly CheckItem[];
  catalogue: OfficeCheck['catalogue'];
  opened: boolean;
  behind: (condition: string) => ReactNode;
  onFile: (file: ShownFile) => void;
}) {
  const { id, items, opened } = props;
  const submission = props.submission.ordinal;
  const save = useCommand(
    async (changed: readonly CheckItem[]) => {
      await call(saveCheckItems, { params: { id }, body: { submission, items: changed.map(itemOf) } });
    },
    [keyOf(readCheck)],
  );
  const undecided = items.filter(({ decision }) => decision === null);
  return (
    <section className="zp-card">
      <h2>逐项审核意见</h2>
      {opened ? null : <p className="zp-muted">点“开始审核”以后填写；开始后申报人不能撤回。</p>}
      <ErrorNote error={save.error} />
      {GROUPS.map(([group, name]) => {
        const own = items.filter((item) => item.group === group);
        return own.length === 0 ? null : (
          <div key={group}>
            <h3>{name}</h3>
            {own.map((item) => (
              <Item
                // What was saved begins anew; what is being typed stays.
                key={`${submission} ${item.place} ${item.decision} ${item.problem} ${item.whatToDo} ${item.lateReason}`}
                item={item}
                disabled={!opened || save.isPending}
                onSave={(changed) => save.mutate([changed])}
                titled={clauseOf(item.place, props.submission, props.report) === null}
              >
                <CheckEvidence
                  applicationId={id}
                  place={item.place}
                  submission={props.submission}
                  report={props.report}
                  catalogue={props.catalogue}
                  behind={props.behind}
                  onFile={props.onFile}
                />
              </Item>
            ))}
          </div>
        );
      })}
      {opened && undecided.length > 0 ? (
        <button
          type="button"
          className="zp-button"
          disabled={save.isPending}
          onClick={() => save.mutate(undecided.map((item) => ({ ...item, decision: 'accepted' })))}
        >
          其余 {undecided.length} 项无问题
        </button>
      ) : null}
    </section>
  );
}

const itemOf = (item: CheckItem) => ({
  place: item.place,
  decision: item.decision ?? ('accepted' as const),
  problem: item.problem,
  whatToDo: item.whatToDo,
  lateReason: item.lateReason,
});

function Item(props: {
  item: CheckItem;
  disabled: boolean;
  onSave: (item: CheckItem) => void;
  /** False where what it rests on says the title itself. */
  titled: boolean;
  /** What the decision rests on. */
  children: ReactNode;
}) {
  const { item, disabled, onSave } = props;
  const [draft, setDraft] = useState(item);
  const change = (part: Partial<CheckItem>) => setDraft({ ...draft, ...part });
  const decide = (decision: 'accepted' | 'correct') => {
    change({ decision });
    if (decision === 'accepted') onSave({ ...draft, decision });
  };
  const complete =
    draft.problem.trim() !== '' && draft.whatToDo.trim() !== '' && (!item.seenBefore || draft.lateReason.trim() !== '');
  const changed = draft.decision === 'correct' && JSON.stringify(draft) !== JSON.stringify(item);
  const text = (label: string, key: 'problem' | 'whatToDo' | 'lateReason') => (
    <label className="zp-field">
      <span className="zp-field-label">{label}</span>
      <textarea
        className="zp-input"
        rows={2}
        maxLength={500}
        disabled={disabled}
        value={draft[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </label>
  );
  return (
    <div className={draft.decision === 'correct' ? 'zp-checkitem zp-checkitem-correct' : 'zp-checkitem'}>
      <header>
        {props.titled ? (
          <span>
            {item.title} {item.label === '' ? null : <span className="zp-label">{item.label}</span>}
          </span>
        ) : null}
        <span className="zp-decision" role="radiogroup" aria-label={`${item.title}的审核意见`}>
          <label>
            <input
              type="radio"
              name={item.place}
              disabled={disabled}
              checked={draft.decision === 'accepted'}
              onChange={() => decide('accepted')}
            />
            无问题
          </label>
          <label>
            <input
              type="radio"
              name={item.place}
              disabled={disabled}
              checked={draft.decision === 'correct'}
              onChange={() => decide('correct')}
            />
            需补正
          </label>
        </span>
      </header>
      {props.children}
      {draft.decision === 'correct' ? (
        <div className="zp-stack">
          {text('哪里不对', 'problem')}
          {text('怎么补正', 'whatToDo')}
          {item.seenBefore ? text('前次审核时已有而没有提出，理由是', 'lateReason') : null}
          <div className="zp-row">
            <button
              type="button"
              className="zp-button"
              disabled={disabled || !complete || !changed}
              onClick={() => onSave({ ...draft, decision: 'correct' })}
            >
              {changed ? '保存这一项' : '已保存'}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
