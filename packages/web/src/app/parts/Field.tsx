import './form.css';

/** One line of text with its label. */
export function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  max?: number;
  required?: boolean;
  type?: 'text' | 'date' | 'tel';
  help?: string;
}) {
  return (
    <label className="zp-field">
      <span className="zp-field-label">{props.label}</span>
      <input
        className="zp-input"
        type={props.type ?? 'text'}
        required={props.required ?? true}
        maxLength={props.max ?? 200}
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
