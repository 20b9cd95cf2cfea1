import { answerObjection, listObjections, type Objection } from '@zhiping/contract';
import type { FormEvent } from 'react';
import { Empty, ErrorNote, formatInstant, Loading } from '../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../call.ts';
import { useKept } from '../kept.ts';
import { useCommand } from '../use-command.ts';

const STATES = { open: '待核查', dismissed: '不成立', upheld: '成立' } as const;

/** Objections to one publicity: who, what, and the form to answer. `rows` may be taken out where one is upheld. */
export function Objections(props: {
  publicityId: string;
  rows: readonly { readonly rowId: string; readonly name: string }[];
  /** Queries to read again when one was answered. */
  refresh: readonly (readonly unknown[])[];
}) {
  const { data, error, refetch } = useEndpoint(listObjections, { params: { id: props.publicityId } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0)
    return <Empty title="没有收到异议">公示期内收到的异议会列在这里，须逐件核查并答复。</Empty>;
  return (
    <ul className="zp-list zp-stack">
      {data.items.map((item) => (
        <li key={item.id} className="zp-card">
          <OneObjection item={item} {...props} />
        </li>
      ))}
    </ul>
  );
}

function OneObjection(props: Parameters<typeof Objections>[0] & { item: Objection }) {
  const { item } = props;
  return (
    <article aria-label={`异议 ${item.receiptNumber}`}>
      <div className="zp-row">
        <strong>{STATES[item.state]}</strong>
        <span className="zp-mono zp-muted">{item.receiptNumber}</span>
        <span className="zp-muted">{formatInstant(item.receivedAt)}收到</span>
      </div>
      <p>
        对 {item.about.name}（{item.about.number}）
      </p>
      <p className="zp-prose">{item.content}</p>
      <p className="zp-muted">
        反映人：{item.name}，{item.contact}
      </p>
      {item.answer === null ? (
        <AnswerForm {...props} />
      ) : (
        <dl>
          <dt className="zp-muted">核查情况</dt>
          <dd>{item.finding}</dd>
          <dt className="zp-muted">答复</dt>
          <dd>{item.answer}</dd>
        </dl>
      )}
    </article>
  );
}

interface Written {
  readonly outcome: 'dismissed' | 'upheld' | null;
  readonly finding: string;
  readonly answer: string;
  readonly removed: readonly string[];
}
const NOTHING_WRITTEN: Written = { outcome: null, finding: '', answer: '', removed: [] };

function AnswerForm({ item, rows, publicityId, refresh }: Parameters<typeof OneObjection>[0]) {
  const [written, setWritten, forget] = useKept<Written>(`objection-${item.id}`, NOTHING_WRITTEN);
  const { outcome, finding, answer, removed } = written;
  const change = (part: Partial<Written>) => setWritten({ ...written, ...part });
  const command = useCommand(
    (chosen: 'dismissed' | 'upheld') =>
      call(answerObjection, {
        params: { id: item.id },
        body: {
          version: item.version,
          outcome: chosen,
          finding,
          answer,
          removeRowIds: chosen === 'upheld' ? [...removed] : [],
        },
      }),
    [keyOf(listObjections, { params: { id: publicityId } }), ...refresh],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (outcome !== null) command.mutate(outcome, { onSuccess: forget });
  };
  return (
    <form onSubmit={submit} className="zp-stack">
      <fieldset className="zp-fieldset">
        <legend>核查结论</legend>
        {(['dismissed', 'upheld'] as const).map((value) => (
          <label key={value} className="zp-check">
            <input
              type="radio"
              name={`outcome-${item.id}`}
              required
              checked={outcome === value}
              onChange={() => change({ outcome: value })}
            />
            <span>异议{STATES[value]}</span>
          </label>
        ))}
      </fieldset>
      {outcome === 'upheld' && rows.length > 0 ? (
        <fieldset className="zp-fieldset">
          <legend>从申报材料中剔除</legend>
          {rows.map((row) => (
            <label key={row.rowId} className="zp-check">
              <input
                type="checkbox"
                checked={removed.includes(row.rowId)}
                onChange={(event) =>
                  change({
                    removed: event.target.checked
                      ? [...removed, row.rowId]
                      : removed.filter((one) => one !== row.rowId),
                  })
                }
              />
              <span>{row.name}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <TextField label="核查情况（存档，不公开）" value={finding} onChange={(text) => change({ finding: text })} />
      <TextField label="给反映人的答复" value={answer} onChange={(text) => change({ answer: text })} />
      <ErrorNote error={command.error} />
      <button type="submit" className="zp-button zp-button-main" disabled={command.isPending}>
        {command.isPending ? '正在登记…' : '登记核查结论并答复'}
      </button>
    </form>
  );
}

function TextField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="zp-field">
      <span className="zp-field-label">{props.label}</span>
      <textarea
        className="zp-input"
        rows={3}
        required
        maxLength={1000}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
