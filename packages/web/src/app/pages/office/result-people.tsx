import { holdResult, type MeetingResult, releaseResult, type ResultLine } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { call } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { useCommand } from '../../use-command.ts';
import '../../parts/form.css';

/** Everybody on the list with what holds them back; one person's matter never touches another's. */
export function ResultPeople({ data, refresh }: { data: MeetingResult; refresh: readonly (readonly unknown[])[] }) {
  return (
    <section className="zp-card zp-over">
      <h2>名单（{data.people.length} 人）</h2>
      <table className="zp-lines">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">工作单位</th>
            <th scope="col">资格</th>
            <th scope="col">情况</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {data.people.map((person) => (
            <tr key={person.applicationId}>
              <td className="zp-nowrap">{person.name}</td>
              <td>{person.unit}</td>
              <td>
                {person.specialty} {person.titleName}
              </td>
              <td>{standing(person)}</td>
              <td>
                {person.stage === 'result-publicity' ? <HoldOrRelease person={person} refresh={refresh} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const STAGES: Readonly<Record<string, string>> = {
  'result-publicity': '公示环节',
  confirmation: '待确认',
  certified: '已确认，证书已颁发',
  refused: '未予确认',
  cancelled: '已取消资格',
};

function standing(person: ResultLine): string {
  if (person.held !== null) return `暂缓：${person.held.reason}（${formatInstant(person.held.since)}）`;
  const objections =
    person.objections === 0 ? '' : `，异议 ${person.objections} 件，待答复 ${person.openObjections} 件`;
  return (STAGES[person.stage] ?? person.stage) + objections;
}

function HoldOrRelease({ person, refresh }: { person: ResultLine; refresh: readonly (readonly unknown[])[] }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useKeptText(`result-${person.applicationId}`);
  const held = person.held !== null;
  const input = { params: { id: person.applicationId }, body: { reason } };
  const command = useCommand(() => (held ? call(releaseResult, input) : call(holdResult, input)), refresh);
  const label = held ? '解除暂缓' : '暂缓';
  if (!open)
    return (
      <button type="button" className="zp-button" onClick={() => setOpen(true)} aria-label={`${label}：${person.name}`}>
        {label}
      </button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setOpen(false);
      setReason('');
    };
    command.mutate(undefined, { onSuccess: done });
  };
  return (
    <form onSubmit={submit}>
      <label className="zp-field">
        <span className="zp-field-label">{held ? '核查结论' : '暂缓的理由'}</span>
        <textarea
          className="zp-input"
          rows={2}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ErrorNote error={command.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={command.isPending}>
          {label}
        </button>
        <button type="button" className="zp-button" onClick={() => setOpen(false)}>
          不办
        </button>
      </div>
    </form>
  );
}
