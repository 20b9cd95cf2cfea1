import './form.css';

/** One of several, chosen from a list. An empty value is "not chosen yet". */
export function Choice(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string }[];
  disabled?: boolean;
  id?: string;
  /** What the empty value is called; “请选择” unless told. */
  none?: string;
}) {
  return (
    <label className="zp-field" {...(props.id === undefined ? {} : { id: props.id })}>
      <span className="zp-field-label">{props.label}</span>
      <select
        className="zp-input"
        value={props.value}
        disabled={props.disabled === true}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{props.none ?? '请选择'}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
