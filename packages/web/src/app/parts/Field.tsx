import './form.css';

/** One line of text with its label. */
export function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  max?: number;
  required?: boolean;
  type?: 'text' | 'date' | 'time' | 'tel' | 'password';
  help?: string;
  /** What browsers may fill in, e.g. `one-time-code`; nothing unless told. */
  autoComplete?: string;
  inputMode?: 'numeric' | 'text';
}) {
  return (
    <label className="zp-field">
      <span className="zp-field-label">{props.label}</span>
      <input
        className="zp-input"
        type={props.type ?? 'text'}
        required={props.required ?? true}
        maxLength={props.max ?? 200}
        {...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete })}
        {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.help === undefined ? null : <span className="zp-small zp-muted">{props.help}</span>}
    </label>
  );
}

/** Label and value, one a line. */
export function Facts({ of }: { of: readonly (readonly [label: string, value: string | null])[] }) {
  return (
    <dl className="zp-facts">
      {of.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
