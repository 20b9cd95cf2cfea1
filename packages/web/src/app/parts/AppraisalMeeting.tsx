import { APPRAISAL_BASES, APPRAISAL_INSTRUMENTS, type AppraisalInput } from '@zhiping/contract';
import { Field } from './Field.tsx';

/** What is filled in about one meeting of the appraisal group. */
export type Meeting = Pick<AppraisalInput, 'meeting' | 'members' | 'bases' | 'instruments'> & {
  /** Null until changed: today. */
  readonly heldOn: string | null;
};

export const EMPTY_MEETING: Meeting = {
  heldOn: null,
  meeting: '',
  members: [
    { name: '', role: '组长' },
    { name: '', role: '人事干部' },
    { name: '', role: '考评专家' },
  ],
  bases: [],
  instruments: [],
};

/** The meeting of the appraisal group: when, as what, who sat, on what basis, by which means (LN-2024 五(三)). */
export function AppraisalMeeting(props: {
  meeting: Meeting;
  /** By the plan's organiser; null while its clock is read. */
  today: string | null;
  onChange: (part: Partial<Meeting>) => void;
}) {
  const { meeting, today, onChange } = props;
  const { members } = meeting;
  const changeMember = (index: number, part: Partial<Meeting['members'][number]>) =>
    onChange({ members: members.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      <Field
        label="考评日期"
        type="date"
        value={meeting.heldOn ?? today ?? ''}
        onChange={(heldOn) => onChange({ heldOn })}
      />
      <Field
        label="审议通过的会议"
        value={meeting.meeting}
        onChange={(name) => onChange({ meeting: name })}
        max={80}
        help="如 总经理办公会议；公示文件会写明"
      />
      <fieldset className="zp-stack">
        <legend>考评领导小组</legend>
        {members.map((member, index) => (
          // Members are only appended and removed at the end.
          <div key={index} className="zp-row">
            <Field
              label={`成员 ${index + 1} 姓名`}
              value={member.name}
              max={50}
              onChange={(name) => changeMember(index, { name })}
            />
            <Field label="身份" value={member.role} max={50} onChange={(role) => changeMember(index, { role })} />
          </div>
        ))}
        <div className="zp-row">
          <button
            type="button"
            className="zp-button"
            onClick={() => onChange({ members: [...members, { name: '', role: '成员' }] })}
          >
            再加一人
          </button>
          {members.length > 3 ? (
            <button type="button" className="zp-button" onClick={() => onChange({ members: members.slice(0, -1) })}>
              去掉最后一人
            </button>
          ) : null}
        </div>
      </fieldset>
      <Ticks legend="依据" words={APPRAISAL_BASES} ticked={meeting.bases} onChange={(bases) => onChange({ bases })} />
      <Ticks
        legend="方式"
        words={APPRAISAL_INSTRUMENTS}
        ticked={meeting.instruments}
        onChange={(instruments) => onChange({ instruments })}
      />
    </>
  );
}

function Ticks<K extends string>(props: {
  legend: string;
  words: Readonly<Record<K, string>>;
  ticked: readonly K[];
  onChange: (ticked: K[]) => void;
}) {
  const { legend, words, ticked, onChange } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {(Object.keys(words) as K[]).map((id) => (
        <label key={id} className="zp-check">
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={() => onChange(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])}
          />
          <span>{words[id]}</span>
        </label>
      ))}
    </fieldset>
  );
}
