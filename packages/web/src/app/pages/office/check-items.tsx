import { type CheckItem, type OfficeCheck, readCheck, saveCheckItems, type SubmissionView } from '@zhiping/contract';
import type { EvaluationView } from '@zhiping/standard';
import { type ReactNode, useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { JumpLink } from '../../parts/JumpLink.tsx';
import { useOfficialTexts } from '../../parts/ReportCard.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { type Behind, CheckEvidence, clauseOf } from './check-evidence.tsx';
import { BY_URGENCY, placeId } from './check-guide.tsx';

const GROUPS = [
  ['conditions', '标准条件', '符合的'],
  ['rows', '业绩与经历', '没有特别情况的'],
  ['self-score', '量化自评', ''],
  ['form', '申报表与程序', ''],
] as const;

/**
 * Decisions item by item. Each saves itself; nothing is sent before the whole list is. What needs looking into stands first
 * and open; what the engine finds in order is folded, with its decisions. Where an item stands is settled when the page is
 * opened: deciding moves nothing.
 */
export function CheckItems(props: {
  id: string;
  submission: SubmissionView;
  /** With the reviewer's decisions in it; null where the standard is checked by hand. */
  report: EvaluationView | null;
  items: readonly CheckItem[];
  catalogue: OfficeCheck['catalogue'];
  /** Rows that others or an earlier application use too. */
  reused: ReadonlySet<string>;
  opened: boolean;
  behind: Behind;
  onFile: (file: ShownFile) => void;
}) {
  const { id, items, opened } = props;
  const submission = props.submission.ordinal;
  const official = useOfficialTexts(props.report);
  const [order] = useState(() => settle(props));
  const save = useCommand(
    async (changed: readonly CheckItem[]) => {
      await call(saveCheckItems, { params: { id }, body: { submission, items: changed.map(itemOf) } });
    },
    [keyOf(readCheck)],
  );
  const undecided = items.filter(({ decision }) => decision === null);
  const list = (own: readonly CheckItem[]) =>
    own.map((item) => (
      <Item
        // What was saved begins anew; what is being typed stays.
        key={`${submission} ${item.place} ${item.decision} ${item.problem} ${item.whatToDo} ${item.lateReason}`}
        item={item}
        keptAs={`check-${id}-${submission}-${item.place}`}
        disabled={!opened || save.isPending}
        onSave={(changed) => save.mutateAsync([changed])}
        titled={clauseOf(item.place, props.submission, props.report) === null}
      >
        {props.reused.has(item.place.slice('rows.'.length)) ? (
          <p className="zp-small">
            <JumpLink to="reuse">与其他申报重复或近似，见重复使用检查</JumpLink>
          </p>
        ) : null}
        <CheckEvidence
          applicationId={id}
          place={item.place}
          submission={props.submission}
          report={props.report}
          catalogue={props.catalogue}
          official={official}
          behind={props.behind}
          onFile={props.onFile}
        />
      </Item>
    ));
  return (
    <section className="zp-card zp-place" id="items">
      <h2>逐项审核意见</h2>
      {opened ? null : <p className="zp-muted">点“开始审核”以后填写；开始后申报人不能撤回。</p>}
      <ErrorNote error={save.error} />
      {GROUPS.map(([group, name, rest]) => {
        const own = items
          .filter((item) => item.group === group)
          .toSorted((a, b) => (order.get(a.place)?.at ?? 0) - (order.get(b.place)?.at ?? 0));
        const folded = own.filter(({ place }) => order.get(place)?.folded === true);
        return own.length === 0 ? null : (
          <div key={group}>
            <h3>{name}</h3>
            {list(own.filter((item) => !folded.includes(item)))}
            {folded.length === 0 ? null : (
              <details className="zp-checkfold">
                <summary>
                  {rest} {folded.length} 项
                  {folded.some(({ decision }) => decision === null)
                    ? `，${folded.filter(({ decision }) => decision === null).length} 项没有意见`
                    : ''}
                </summary>
                {list(folded)}
              </details>
            )}
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

/** Where each item stands in its group: clauses by urgency, the others as they come; folded what is in order so far. */
function settle(props: {
  submission: SubmissionView;
  report: EvaluationView | null;
  items: readonly CheckItem[];
  catalogue: OfficeCheck['catalogue'];
  reused: ReadonlySet<string>;
}): ReadonlyMap<string, { readonly at: number; readonly folded: boolean }> {
  const { rows } = props.submission.snapshot;
  const unknown = new Set(props.catalogue.filter(({ entry }) => entry === null).map(({ row }) => row));
  return new Map(
    props.items.map((item, index) => {
      const id = item.place.slice(item.place.indexOf('.') + 1);
      const clause = clauseOf(item.place, props.submission, props.report);
      const inOrder =
        item.group === 'conditions'
          ? clause?.state === 'met'
          : item.group === 'rows' &&
            !unknown.has(id) &&
            !props.reused.has(id) &&
            rows.find((row) => row.id === id)?.lacks === undefined;
      const urgency = clause === null ? 0 : BY_URGENCY.indexOf(clause.state);
      return [item.place, { at: urgency * props.items.length + index, folded: inOrder && item.decision !== 'correct' }];
    }),
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
  /** Under which name what is typed is kept until it was saved. */
  keptAs: string;
  disabled: boolean;
  onSave: (item: CheckItem) => Promise<unknown>;
  /** False where what it rests on says the title itself. */
  titled: boolean;
  /** What the decision rests on. */
  children: ReactNode;
}) {
  const { item, disabled } = props;
  const saved = JSON.stringify(item);
  const [kept, keep, forget] = useKept(props.keptAs, { saved, draft: item });
  // What was typed over something else than what is saved now has had its answer.
  const draft = kept.saved === saved ? kept.draft : item;
  const change = (part: Partial<CheckItem>) => keep({ saved, draft: { ...draft, ...part } });
  const [accepting, setAccepting] = useState(false);
  const onSave = (changed: CheckItem) => {
    // What is refused is said above the list and stays as it was typed.
    void props.onSave(changed).then(forget, () => setAccepting(false));
  };
  const accept = () => {
    setAccepting(true);
    onSave({ ...draft, decision: 'accepted' });
  };
  const complete =
    draft.problem.trim() !== '' && draft.whatToDo.trim() !== '' && (!item.seenBefore || draft.lateReason.trim() !== '');
  const changed = draft.decision === 'correct' && JSON.stringify(draft) !== saved;
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
    <div
      id={placeId(item.place)}
      className={draft.decision === 'correct' ? 'zp-checkitem zp-checkitem-correct zp-place' : 'zp-checkitem zp-place'}
    >
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
              checked={accepting || draft.decision === 'accepted'}
              onChange={accept}
            />
            无问题
          </label>
          <label>
            <input
              type="radio"
              name={item.place}
              disabled={disabled}
              checked={!accepting && draft.decision === 'correct'}
              onChange={() => change({ decision: 'correct' })}
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
