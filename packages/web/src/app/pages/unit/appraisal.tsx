import {
  APPRAISAL_BASES,
  APPRAISAL_INSTRUMENTS,
  type AppraisalInput,
  listUnitApplications,
  recordAppraisal,
  type WorklistLine,
} from '@zhiping/contract';
import type { FormEvent } from 'react';
import { dateOf, ErrorNote, useClock } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';

type Draft = Omit<AppraisalInput, 'recommended' | 'heldOn'> & { heldOn: string | null; recommended: boolean | null };
const EMPTY: Draft = {
  heldOn: null,
  meeting: '',
  members: [
    { name: '', role: '组长' },
    { name: '', role: '人事干部' },
    { name: '', role: '考评专家' },
  ],
  bases: [],
  instruments: [],
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
  const toggle = <T extends string>(list: readonly T[], value: T): T[] =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>考评结果</h2>
      <Field label="考评日期" type="date" value={heldOn} onChange={(value) => change({ heldOn: value })} />
      <Field
        label="审议通过的会议"
        value={draft.meeting}
        onChange={(meeting) => change({ meeting })}
        max={80}
        help="如 总经理办公会议；公示文件会写明"
      />
      <fieldset className="zp-stack">
        <legend>考评领导小组</legend>
        {draft.members.map((member, index) => (
          // Members are only appended and removed at the end.
          <div key={index} className="zp-row">
            <Field
              label={`成员 ${index + 1} 姓名`}
              value={member.name}
              max={50}
              onChange={(name) =>
                change({ members: draft.members.map((one, at) => (at === index ? { ...one, name } : one)) })
              }
            />
            <Field
              label="身份"
              value={member.role}
              max={50}
              onChange={(role) =>
                change({ members: draft.members.map((one, at) => (at === index ? { ...one, role } : one)) })
              }
            />
          </div>
        ))}
        <div className="zp-row">
          <button
            type="button"
            className="zp-button"
            onClick={() => change({ members: [...draft.members, { name: '', role: '成员' }] })}
          >
            再加一人
          </button>
          {draft.members.length > 3 ? (
            <button type="button" className="zp-button" onClick={() => change({ members: draft.members.slice(0, -1) })}>
              去掉最后一人
            </button>
          ) : null}
        </div>
      </fieldset>
      <fieldset>
        <legend>依据</legend>
        {(Object.keys(APPRAISAL_BASES) as (keyof typeof APPRAISAL_BASES)[]).map((id) => (
          <label key={id} className="zp-check">
            <input
              type="checkbox"
              checked={draft.bases.includes(id)}
              onChange={() => change({ bases: toggle(draft.bases, id) })}
            />
            <span>{APPRAISAL_BASES[id]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>方式</legend>
        {(Object.keys(APPRAISAL_INSTRUMENTS) as (keyof typeof APPRAISAL_INSTRUMENTS)[]).map((id) => (
          <label key={id} className="zp-check">
            <input
              type="checkbox"
              checked={draft.instruments.includes(id)}
              onChange={() => change({ instruments: toggle(draft.instruments, id) })}
            />
            <span>{APPRAISAL_INSTRUMENTS[id]}</span>
          </label>
        ))}
      </fieldset>
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
