import type { CorrectionItemInput } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote } from '../../shared/index.ts';
import { useKept } from '../kept.ts';
import { Field } from './Field.tsx';

export interface ReturnPlace {
  readonly place: string;
  readonly title: string;
  readonly label: string;
}

/** A return as a list: place, clause, what is wrong, what to do. At least one item. */
export function ReturnForm(props: {
  /** What the form is about and which one it is: its text is kept in this tab under this name until it was sent. */
  name: string;
  title: string;
  button: string;
  place: string;
  /** Places that may be named instead, e.g. lines of a self-score, each with the clause it is under. */
  places?: readonly ReturnPlace[];
  onSend: (items: readonly CorrectionItemInput[]) => Promise<unknown>;
  onCancel: () => void;
}) {
  const fresh = (): CorrectionItemInput => ({ place: props.place, label: '', problem: '', whatToDo: '' });
  const [items, setItems, forget] = useKept<readonly CorrectionItemInput[]>(props.name, [fresh()]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = (index: number, part: Partial<CorrectionItemInput>) =>
    setItems(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const send = () => {
    setBusy(true);
    setError(null);
    props.onSend(items).then(
      () => {
        setBusy(false);
        forget();
      },
      (thrown: unknown) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  const complete = items.every(({ problem, whatToDo }) => problem.trim() !== '' && whatToDo.trim() !== '');
  return (
    <section className="zp-card">
      <h2>{props.title}</h2>
      {items.map((item, index) => (
        // Items have no identity of their own before they are sent; they are only appended and removed at the end.
        <fieldset key={index} className="zp-stack">
          <legend>第 {index + 1} 项</legend>
          {props.places === undefined || props.places.length === 0 ? null : (
            <label className="zp-field">
              <span className="zp-field-label">哪一处</span>
              <select
                className="zp-input"
                value={item.place}
                onChange={(event) => {
                  const chosen = props.places?.find(({ place }) => place === event.target.value);
                  change(index, {
                    place: event.target.value,
                    ...(chosen === undefined ? {} : { label: chosen.label }),
                  });
                }}
              >
                <option value={props.place}>申报材料整体</option>
                {props.places.map(({ place, title }) => (
                  <option key={place} value={place}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Field
            label="条款"
            value={item.label}
            onChange={(label) => change(index, { label })}
            max={40}
            required={false}
            help="如 六(一)；没有条款的可以不填"
          />
          <Field label="哪里不对" value={item.problem} onChange={(problem) => change(index, { problem })} max={500} />
          <Field label="怎么改" value={item.whatToDo} onChange={(whatToDo) => change(index, { whatToDo })} max={500} />
        </fieldset>
      ))}
      <ErrorNote error={error} />
      <div className="zp-row">
        <button type="button" className="zp-button zp-button-main" disabled={!complete || busy} onClick={send}>
          {busy ? '正在办理…' : props.button}
        </button>
        <button type="button" className="zp-button" onClick={() => setItems([...items, fresh()])}>
          再加一项
        </button>
        {items.length > 1 ? (
          <button type="button" className="zp-button" onClick={() => setItems(items.slice(0, -1))}>
            去掉最后一项
          </button>
        ) : null}
        <button type="button" className="zp-button" onClick={props.onCancel}>
          返回
        </button>
      </div>
    </section>
  );
}
