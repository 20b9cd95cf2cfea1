import { type AppraisalInput, listUnitApplications, recordAppraisal, type WorklistLine } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { dateOf, ErrorNote, useClock } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { AppraisalMeeting, EMPTY_MEETING, type Meeting } from '../../parts/AppraisalMeeting.tsx';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';

type Draft = Meeting &
  Pick<AppraisalInput, 'candidates' | 'place' | 'conduct' | 'opinion'> & { readonly recommended: boolean | null };
const EMPTY: Draft = {
  ...EMPTY_MEETING,
  candidates: 1,
  place: 1,
  conduct: '',
  opinion: '',
  recommended: null,
};

/** 单位民主评议, LN-2024 五(三): who sat, on what basis, by which means, what came out. */
export function Appraisal({ line }: { line: WorklistLine }) {
  const clock = useClock(line.organiserId);
  const today = clock ? dateOf(clock.now) : null;
  const [draft, setDraft, forget] = useKept<Draft>(`appraisal-${line.id}`, EMPTY);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const record = useCommand(
    (appraisal: AppraisalInput) =>
      call(recordAppraisal, { params: { id: line.id }, body: { version: line.version, appraisal } }),
    [keyOf(listUnitApplications)],
  );
  const heldOn = draft.heldOn ?? today ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.recommended === null) return;
    record.mutate({ ...draft, heldOn, recommended: draft.recommended }, { onSuccess: forget });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>考评结果</h2>
      <p className="zp-muted">
        同一专业和层级有几名候选人的，请<Link to="/unit/candidates">一起比较和排序</Link>，一次登记。
      </p>
      <AppraisalMeeting meeting={draft} today={today} onChange={change} />
      <div className="zp-row">
        <Numeric
          label="同层级同专业候选人数"
          value={draft.candidates}
          onChange={(candidates) => change({ candidates })}
        />
        <Numeric label="排名" value={draft.place} onChange={(place) => change({ place })} />
      </div>
      <Field label="职业操守和从业行为" value={draft.conduct} onChange={(conduct) => change({ conduct })} max={500} />
      <Field label="考评意见" value={draft.opinion} onChange={(opinion) => change({ opinion })} max={1000} />
      <fieldset>
        <legend>结果</legend>
        {[true, false].map((recommended) => (
          <label key={String(recommended)} className="zp-check">
            <input
              type="radio"
              name="recommended"
              required
              checked={draft.recommended === recommended}
              onChange={() => change({ recommended })}
            />
            <span>{recommended ? '推荐，进入单位公示' : '不推荐，申报到此结束'}</span>
          </label>
        ))}
      </fieldset>
      <ErrorNote error={record.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={record.isPending}>
          登记考评结果
        </button>
      </div>
    </form>
  );
}

function Numeric({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label className="zp-field">
      <span className="zp-field-label">{label}</span>
      <input
        className="zp-input"
        type="number"
        min={1}
        max={500}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}
