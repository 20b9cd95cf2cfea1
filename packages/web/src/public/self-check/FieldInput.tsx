import type { Vocabulary } from '@zhiping/standard';
import { useId } from 'react';
import { DateInput } from './DateInput.tsx';
import type { Json } from './draft.ts';
import type { FormField } from './fields.ts';

interface InputProps {
  readonly field: FormField;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly vocabulary: Vocabulary;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Up to this many choices stand open; more fold into a list. */
const OPEN_CHOICES = 6;

/** One question of the form; 不清楚 is always possible and leaves the fact unknown. */
export function FieldInput({ field, value, onChange, vocabulary }: InputProps) {
  const id = useId();
  const hint = field.description ? (
    <span id={`${id}-hint`} className="zp-hint">
      {field.description}
    </span>
  ) : null;
  const described = field.description ? { 'aria-describedby': `${id}-hint` } : {};
  switch (field.form) {
    case 'yes':
      return (
        <Choices
          legend={field.title}
          hint={field.description}
          options={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : undefined}
          onChange={(chosen) => onChange(chosen === undefined ? undefined : chosen === 'yes')}
        />
      );
    case 'word':
    case 'claim': {
      const scale = Object.entries(vocabulary.scales).find(([name]) => name === field.scale)?.[1];
      const options = (scale?.words ?? []).map((word) => ({ value: word.id, label: word.label }));
      const chosen = typeof value === 'string' ? value : claimed(value);
      if (options.length <= OPEN_CHOICES) {
        return (
          <Choices legend={field.title} hint={field.description} options={options} value={chosen} onChange={onChange} />
        );
      }
      return (
        <div className="zp-field">
          <label htmlFor={id}>{field.title}</label>
          {hint}
          <select
            id={id}
            {...described}
            value={chosen ?? ''}
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
          >
            <option value="">不清楚</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      );
    }
    case 'date':
      return (
        <DateInput
          title={field.title}
          description={field.description}
          value={typeof value === 'string' ? value : undefined}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <div className="zp-field zp-field-short">
          <label htmlFor={id}>{field.title}</label>
          {hint}
          <input
            id={id}
            {...described}
            inputMode="numeric"
            pattern="[0-9]*"
            placeholder="不清楚可不填"
            value={typeof value === 'number' ? String(value) : ''}
            onChange={(event) => {
              const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 12);
              onChange(digits === '' ? undefined : Number(digits));
            }}
          />
        </div>
      );
    case 'text':
      return (
        <div className="zp-field">
          <label htmlFor={id}>{field.title}</label>
          {hint}
          <input
            id={id}
            {...described}
            maxLength={500}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
          />
        </div>
      );
    case 'list':
    case 'group':
      return null;
    default:
      return field.form satisfies never;
  }
}

/** A claim may carry the degree a person confirmed; the form edits what is claimed. */
const claimed = (value: Json | undefined): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { claimed: word } = value as { readonly [name: string]: Json };
  return typeof word === 'string' ? word : undefined;
};

/** Open choices with 不清楚 as the last one. */
export function Choices(props: {
  legend: string;
  hint?: string;
  options: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** Without it the question has to be answered, e.g. the level. */
  unknown?: string | null;
}) {
  const name = useId();
  const { unknown = '不清楚' } = props;
  const all = unknown === null ? props.options : [...props.options, { value: '', label: unknown }];
  return (
    <fieldset className="zp-field zp-choices">
      <legend className="zp-field-label">{props.legend}</legend>
      {props.hint ? <span className="zp-hint">{props.hint}</span> : null}
      <div className="zp-choice-row">
        {all.map((option) => (
          <label key={option.value} className="zp-choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={(props.value ?? '') === option.value}
              onChange={() => props.onChange(option.value === '' ? undefined : option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
