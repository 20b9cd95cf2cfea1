import { CALL_OUTCOMES, CALLEES, type CallNote, listCalls, noteCall } from '@zhiping/contract';
import type { FormEvent } from 'react';
import { dateOf, ErrorNote, formatInstant, formatTime, useClock } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';

const CALLEE: Readonly<Record<CallNote['callee'], string>> = {
  applicant: '申报人',
  unit: '用人单位',
  authority: '审核部门',
  other: '其他人',
};
const OUTCOME: Readonly<Record<CallNote['outcome'], string>> = {
  reached: '已说明',
  unanswered: '无人接听',
  'wrong-number': '号码不对',
};

interface Draft {
  readonly callee: string;
  readonly outcome: string;
  readonly day: string;
  readonly time: string;
  readonly note: string;
}

/** 电话记录: what was said on the telephone about an application, by whom and when; kept for good. */
export function CallNotes({ id, organiserId }: { id: string; organiserId: string }) {
  const calls = useEndpoint(listCalls, { params: { id } });
  const clock = useClock(organiserId);
  const [draft, setDraft, forget] = useKept<Draft | null>(`call-${id}`, null);
  const close = () => {
    setDraft(null);
    forget();
  };
  const items = calls.data?.items ?? [];
  return (
    <section className="zp-card zp-stack" id="calls" aria-label="电话记录">
      <h2>电话记录{items.length === 0 ? '' : ` ${items.length} 次`}</h2>
      <ErrorNote error={calls.error} onRetry={() => void calls.refetch()} />
      {items.length === 0 && !calls.isPending ? <p className="zp-muted">还没有记过电话。</p> : null}
      <ul className="zp-list zp-stack">
        {items.map((call) => (
          <li key={call.id}>
            <strong>{formatInstant(call.calledAt)}</strong>　{CALLEE[call.callee]}，{OUTCOME[call.outcome]}：{call.note}
            <span className="zp-small zp-muted">　{call.notedBy}记</span>
          </li>
        ))}
      </ul>
      {draft === null ? (
        <div className="zp-row">
          <button
            type="button"
            className="zp-button"
            disabled={clock === null}
            onClick={() =>
              clock &&
              setDraft({
                callee: '',
                outcome: '',
                day: dateOf(clock.now),
                time: formatTime(clock.now).slice(0, 5),
                note: '',
              })
            }
          >
            记一次电话
          </button>
        </div>
      ) : (
        <NoteForm id={id} draft={draft} onChange={setDraft} onClose={close} />
      )}
    </section>
  );
}

function NoteForm(props: { id: string; draft: Draft; onChange: (draft: Draft) => void; onClose: () => void }) {
  const { draft, onChange } = props;
  const keep = useCallCommand(noteCall, [listCalls]);
  const callee = CALLEES.find((one) => one === draft.callee);
  const outcome = CALL_OUTCOMES.find((one) => one === draft.outcome);
  const ready = callee !== undefined && outcome !== undefined && draft.note.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const calledAt = new Date(`${draft.day}T${draft.time}:00+08:00`).toISOString();
    const body = { callee, outcome, calledAt, note: draft.note.trim() };
    keep.mutate({ params: { id: props.id }, body }, { onSuccess: props.onClose });
  };
  return (
    <form onSubmit={submit} aria-label="记一次电话">
      <Choice
        label="打给谁"
        value={draft.callee}
        onChange={(value) => onChange({ ...draft, callee: value })}
        options={CALLEES.map((value) => ({ value, label: CALLEE[value] }))}
      />
      <Field label="通话日期" type="date" value={draft.day} onChange={(day) => onChange({ ...draft, day })} />
      <Field label="通话时间" type="time" value={draft.time} onChange={(time) => onChange({ ...draft, time })} />
      <Choice
        label="结果"
        value={draft.outcome}
        onChange={(value) => onChange({ ...draft, outcome: value })}
        options={CALL_OUTCOMES.map((value) => ({ value, label: OUTCOME[value] }))}
      />
      <label className="zp-field">
        <span className="zp-field-label">说了什么</span>
        <textarea
          className="zp-input"
          rows={3}
          maxLength={500}
          required
          value={draft.note}
          onChange={(event) => onChange({ ...draft, note: event.target.value })}
        />
        <span className="zp-small zp-muted">记下后不能修改，写错了再记一次。请不要写证件号码等个人信息。</span>
      </label>
      <ErrorNote error={keep.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={!ready || keep.isPending}>
          记下
        </button>
        <button type="button" className="zp-button" onClick={props.onClose}>
          不记了
        </button>
      </div>
    </form>
  );
}
