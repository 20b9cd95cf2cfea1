import { useId, useState } from 'react';
import { type DateParts, dateFrom, partsOf } from './date-parts.ts';

/** Year, month, day as three small fields: quick on a phone, and a date half remembered can be given half. */
export function DateInput(props: {
  title: string;
  description: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<DateParts>(partsOf(props.value));
  // A draft loaded from a file replaces what was typed here.
  const [known, setKnown] = useState(props.value);
  if (props.value !== known) {
    setKnown(props.value);
    if (dateFrom(typed).value !== props.value) setTyped(partsOf(props.value));
  }
  const { problem } = dateFrom(typed);
  const [left, setLeft] = useState(true);
  const change = (part: keyof DateParts, text: string) => {
    const next = {
      ...typed,
      [part]: text
        .replaceAll(/\D/g, '')
        .slice(0, part === 'year' ? 4 : 2)
        .replace(/^0+(?=\d)/, ''),
    };
    setTyped(next);
    const { value } = dateFrom(next);
    setKnown(value);
    props.onChange(value);
  };
  const part = (name: keyof DateParts, unit: string, width: string) => (
    <label className="zp-date-part">
      <input
        inputMode="numeric"
        aria-label={`${props.title}：${unit}`}
        aria-invalid={problem !== undefined && left}
        {...(props.description ? { 'aria-describedby': `${id}-hint` } : {})}
        style={{ width }}
        value={typed[name]}
        onChange={(event) => change(name, event.target.value)}
      />
      <span aria-hidden="true">{unit}</span>
    </label>
  );
  return (
    <fieldset className="zp-field zp-date" onFocus={() => setLeft(false)} onBlur={() => setLeft(true)}>
      <legend className="zp-field-label">{props.title}</legend>
      {props.description ? (
        <span id={`${id}-hint`} className="zp-hint">
          {props.description}
        </span>
      ) : null}
      <div className="zp-row">
        {part('year', '年', '5.5rem')}
        {part('month', '月', '4rem')}
        {part('day', '日', '4rem')}
        <span className="zp-hint">记不清可只填到年或月</span>
      </div>
      {problem && left ? (
        <p className="zp-field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
