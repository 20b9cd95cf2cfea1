import type { ApplicationCase, ApplicationContent, Archive } from '@zhiping/contract';
import { characters, headingOf } from '@zhiping/core';

type Asked = NonNullable<ApplicationCase['asks']>['statements'][number];

/** Further texts of the plan, each with the chosen achievements that prove it where the plan ties them. */
export function ApplicationStatements(props: {
  asked: readonly Asked[];
  content: ApplicationContent;
  archive: Archive | undefined;
  set: (fields: Partial<ApplicationContent>) => void;
}) {
  return props.asked.map((asked) => <Statement key={asked.id} {...props} asked={asked} />);
}

function Statement({
  asked,
  content,
  archive,
  set,
}: {
  asked: Asked;
  content: ApplicationContent;
  archive: Archive | undefined;
  set: (fields: Partial<ApplicationContent>) => void;
}) {
  const entry = content.statements[asked.id] ?? { text: '', rows: [] };
  const change = (fields: Partial<typeof entry>) =>
    set({ statements: { ...content.statements, [asked.id]: { ...entry, ...fields } } });
  const length = characters(entry.text.trim());
  const chosen = archive?.rows.filter(({ id }) => content.rows.includes(id)) ?? [];
  return (
    <section className="zp-card" id={`statements.${asked.id}`}>
      <h2>
        {asked.name}
        {asked.required ? '' : '（选填）'}
        <span className="zp-label">{asked.label}</span>
      </h2>
      <label className="zp-field">
        <span className="zp-field-label">{asked.hint ?? asked.name}</span>
        <textarea
          className="zp-input zp-self-report"
          rows={8}
          value={entry.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <span className={length > asked.maxCharacters ? 'zp-over-limit' : 'zp-small zp-muted'}>
          {length} 字，最多 {asked.maxCharacters} 字
        </span>
      </label>
      {asked.tied ? (
        <fieldset className="zp-tied">
          <legend>由哪些业绩证明</legend>
          {chosen.length === 0 ? <p className="zp-muted">请先在上面选择业绩成果。</p> : null}
          {chosen.map((row) => (
            <label key={row.id} className="zp-check">
              <input
                type="checkbox"
                checked={entry.rows.includes(row.id)}
                onChange={(event) =>
                  change({
                    rows: event.target.checked ? [...entry.rows, row.id] : entry.rows.filter((id) => id !== row.id),
                  })
                }
              />
              <span>{headingOf(row)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </section>
  );
}
