import type { FieldProblem, FieldSpec, FieldValue } from '@zhiping/core';
import '../../parts/form.css';
import { HintWords, type PlanHint } from './ArchiveHints.tsx';

export interface RowChoice {
  readonly id: string;
  readonly label: string;
}

interface Props {
  readonly field: FieldSpec;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly warning: FieldProblem | undefined;
  readonly problem: FieldProblem | undefined;
  /** What plans say of this field. */
  readonly hints: readonly PlanHint[];
  /** Stated by a register: shown, not changed. */
  readonly fetched: boolean;
  /** Rows a field of type `row` may name. */
  readonly rows: readonly RowChoice[];
}

/** One field of a row by its description: label, control, help, and what looks wrong. */
export function ArchiveField(props: Props) {
  const { field, warning, problem, hints } = props;
  const id = `field-${field.name}`;
  const noted = [field.help, hints[0], warning, problem].some((note) => note !== undefined);
  const described = !noted ? {} : { 'aria-describedby': `${id}-notes` };
  const label = (
    <>
      {field.label}
      {field.required ? null : <span className="zp-muted">（选填）</span>}
    </>
  );
  const grouped = field.type === 'flag' || field.type === 'choices';
  return (
    <fieldset className={`zp-fieldset zp-field zp-afield zp-afield-${field.type}`} id={id} disabled={props.fetched}>
      {grouped ? (
        <fieldset className="zp-fieldset" {...described}>
          <legend>{label}</legend>
          <Group {...props} />
        </fieldset>
      ) : (
        <>
          <label className="zp-field-label" htmlFor={`${id}-input`}>
            {label}
          </label>
          <Control {...props} id={`${id}-input`} described={described} />
        </>
      )}
      {!noted ? null : (
        <div id={`${id}-notes`} className="zp-small">
          {field.help === undefined ? null : <p className="zp-muted">{field.help}</p>}
          {hints.map((hint) => (
            <p key={`${hint.text} ${hint.source}`}>
              <HintWords hint={hint} />
            </p>
          ))}
          {warning === undefined ? null : <p className="zp-warn">注意：{warning.message}不影响保存和提交。</p>}
          {problem === undefined ? null : <p className="zp-reason">{problem.message}</p>}
        </div>
      )}
    </fieldset>
  );
}

function Group({ field, value, onChange }: Props) {
  if (field.type === 'flag') {
    return (
      <div className="zp-row">
        {[true, false].map((answer) => (
          <label key={String(answer)} className="zp-check">
            <input type="radio" name={field.name} checked={value === answer} onChange={() => onChange(answer)} />
            <span>{answer ? '是' : '否'}</span>
          </label>
        ))}
      </div>
    );
  }
  if (field.type !== 'choices') return null;
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div className="zp-row">
      {field.choices.map((choice) => (
        <label key={choice.value} className="zp-check">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value))
            }
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}

function Control({
  field,
  value,
  onChange,
  rows,
  id,
  described,
}: Props & { readonly id: string; readonly described: { readonly 'aria-describedby'?: string } }) {
  const text = value === null ? '' : String(value);
  const common = { id, className: 'zp-input', ...described };
  const ofText = (typed: string): FieldValue => (typed === '' ? null : typed);
  switch (field.type) {
    case 'text':
      return (
        <input
          {...common}
          maxLength={field.max}
          value={text}
          onChange={(event) => onChange(ofText(event.target.value))}
        />
      );
    case 'long-text':
      return (
        <>
          <textarea
            {...common}
            rows={3}
            maxLength={field.max}
            value={text}
            onChange={(event) => onChange(ofText(event.target.value))}
          />
          <span className="zp-small zp-muted">
            {text.length}／{field.max} 字
          </span>
        </>
      );
    case 'date':
      return <input {...common} type="date" value={text} onChange={(event) => onChange(ofText(event.target.value))} />;
    case 'year':
    case 'integer': {
      const limits = field.type === 'year' ? { min: 1950, max: 2100 } : { min: field.min, max: field.max };
      return (
        <span className="zp-unit">
          <input
            {...common}
            inputMode="numeric"
            value={text}
            onChange={(event) => {
              const typed = event.target.value.replace(/\D/g, '');
              onChange(typed === '' ? null : Math.min(limits.max, Number(typed)));
            }}
          />
          <span>{field.type === 'year' ? '年' : field.unit}</span>
          {field.type === 'integer' && field.unit === '元' && typeof value === 'number' && value >= 10_000 ? (
            <span className="zp-small zp-muted">合 {value / 10_000} 万元</span>
          ) : null}
        </span>
      );
    }
    case 'choice':
      return (
        <select {...common} value={text} onChange={(event) => onChange(ofText(event.target.value))}>
          <option value="">请选择</option>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      );
    case 'row':
      return (
        <select {...common} value={text} onChange={(event) => onChange(ofText(event.target.value))}>
          <option value="">请选择</option>
          {rows.map((row) => (
            <option key={row.id} value={row.id}>
              {row.label}
            </option>
          ))}
        </select>
      );
    case 'flag':
    case 'choices':
      return null;
  }
}
