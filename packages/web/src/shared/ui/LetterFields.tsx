import { ENDORSER_LEVELS, ENDORSER_RELATIONS, ENDORSER_TEXTS, type LetterValues } from '../endorser-words.ts';

/** The facts and the opinion of an expert's letter as form fields. */
export function LetterFields(props: { values: LetterValues; onChange: (values: LetterValues) => void }) {
  const { values, onChange } = props;
  const set = (name: keyof LetterValues, value: string) => onChange({ ...values, [name]: value });
  const select = (name: 'titleLevel' | 'relation', label: string, options: readonly (readonly [string, string])[]) => (
    <label className="zp-field">
      <span className="zp-field-label">{label}</span>
      <select className="zp-input" required value={values[name]} onChange={(event) => set(name, event.target.value)}>
        <option value="">请选择</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {ENDORSER_TEXTS.map(({ name, label, max }) => (
        <label key={name} className="zp-field">
          <span className="zp-field-label">{label}</span>
          <input
            className="zp-input"
            required
            maxLength={max}
            {...(name === 'titleYears' ? { inputMode: 'numeric' as const, pattern: '\\d{1,2}' } : {})}
            value={values[name]}
            onChange={(event) => set(name, event.target.value)}
          />
        </label>
      ))}
      {select('titleLevel', '职称层级', ENDORSER_LEVELS)}
      {select('relation', '从事专业与申报专业的关系', ENDORSER_RELATIONS)}
      <label className="zp-check">
        <input
          type="checkbox"
          checked={values.nationalTalent === 'yes'}
          onChange={(event) => set('nationalTalent', event.target.checked ? 'yes' : 'no')}
        />
        <span>国家级人才</span>
      </label>
      <label className="zp-field">
        <span className="zp-field-label">意见</span>
        <textarea
          className="zp-input"
          rows={6}
          required
          maxLength={2000}
          value={values.opinion}
          onChange={(event) => set('opinion', event.target.value)}
        />
      </label>
    </>
  );
}
