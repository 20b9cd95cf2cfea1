import type { Sealing } from '@zhiping/contract';
import { useId } from 'react';
import { Field } from '../../parts/Field.tsx';

/** 选择评委会: where the plan lets the submitting authority choose, by specialty (TJ 二(三)2). */
export function CommitteeChoice(props: {
  choice: NonNullable<Sealing['choice']>;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className="zp-fieldset">
      <legend>报送哪个评审委员会</legend>
      {props.choice.committees.map(({ id, name: committee, specialties, takes }) => (
        <label key={id} className="zp-check">
          <input
            type="radio"
            name={name}
            checked={props.chosen === id}
            disabled={!takes}
            onChange={() => props.onChoose(id)}
          />
          <span>
            {committee}
            <span className="zp-muted">
              　受理：{specialties}
              {takes ? '' : '，不受理本申报的专业'}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Number and date of the document the decision is written in; both or neither. */
export function DocumentFields(props: {
  document: { readonly number: string; readonly date: string };
  onChange: (document: { number: string; date: string }) => void;
  required?: boolean;
}) {
  const { document, onChange } = props;
  const required = props.required ?? false;
  return (
    <div className="zp-row">
      <Field
        label={required ? '文号' : '文号（有的填写）'}
        value={document.number}
        max={60}
        required={required}
        onChange={(number) => onChange({ ...document, number })}
      />
      <Field
        label="文件日期"
        type="date"
        value={document.date}
        required={required}
        onChange={(date) => onChange({ ...document, date })}
      />
    </div>
  );
}
