import type { ArchiveRow } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { Field } from '../../parts/Field.tsx';
import { rowFacts } from '../../parts/row-facts.ts';

interface Item {
  readonly field: string | null;
  readonly problem: string;
  readonly whatToDo: string;
}

/** Returns one row with what is wrong and what to do, naming the field where it is one. */
export function RowReturn(props: {
  row: ArchiveRow;
  onSend: (items: readonly Item[]) => Promise<unknown>;
  onCancel: () => void;
}) {
  const { row, onSend, onCancel } = props;
  const [item, setItem] = useState<Item>({ field: null, problem: '', whatToDo: '' });
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    onSend([item]).catch(setError);
  };
  return (
    <form onSubmit={submit} className="zp-stack">
      <label className="zp-field">
        <span className="zp-field-label">哪一处</span>
        <select
          className="zp-input"
          value={item.field ?? ''}
          onChange={(event) => setItem({ ...item, field: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">整项</option>
          {rowFacts(row).map(([label, , field]) => (
            <option key={field} value={field}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Field label="哪里不对" value={item.problem} onChange={(problem) => setItem({ ...item, problem })} max={300} />
      <Field label="怎么改" value={item.whatToDo} onChange={(whatToDo) => setItem({ ...item, whatToDo })} max={300} />
      <ErrorNote error={error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main">
          退回本人修改
        </button>
        <button type="button" className="zp-button" onClick={onCancel}>
          返回
        </button>
      </div>
    </form>
  );
}
