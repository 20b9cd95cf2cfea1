import type { Vocabulary } from '@zhiping/standard';
import { useState } from 'react';
import { formatMonth } from '../../shared/text/dates.ts';
import { type Draft, type Json, read, records, textOf, write } from './draft.ts';
import { Choices, FieldInput } from './FieldInput.tsx';
import type { FormField } from './fields.ts';

/** Names of lists as people call one entry. */
const ENTRY: Readonly<Record<string, string>> = {
  educations: '学历',
  degrees: '学位',
  titles: '职称',
  workPeriods: '工作经历',
  assessments: '年度考核',
  skills: '技能等级',
  recommendations: '推荐专家',
  appraisals: '评议专家',
};

interface EditorProps {
  readonly list: string;
  readonly fields: readonly FormField[];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly vocabulary: Vocabulary;
  /** Fields of the experts inside a record. */
  readonly experts?: readonly FormField[];
}

/**
 * A list of records. Unknown, none and some differ: no record with 不清楚 leaves the list out of the dossier, 没有 writes
 * an empty one.
 */
export function RecordsEditor({ list, fields, draft, onChange, vocabulary }: EditorProps) {
  const entry = ENTRY[list] ?? '一项';
  const found = records(draft, list);
  const [opened, setOpened] = useState<number | null>(null);
  const add = () => {
    setOpened(found?.length ?? 0);
    onChange(write(draft, [list, found?.length ?? 0], {}));
  };
  return (
    <section className="zp-records" aria-label={entry}>
      <h3>{entry}</h3>
      {found === null || found.length === 0 ? (
        <Choices
          legend={`有没有${entry}可填？`}
          options={[{ value: 'none', label: '没有' }]}
          value={found === null ? undefined : 'none'}
          onChange={(chosen) => onChange(write(draft, [list], chosen === 'none' ? [] : undefined))}
        />
      ) : null}
      {(found ?? []).map((record, index) => (
        <Record
          key={`${list}-${index}`}
          title={`${entry} ${index + 1}`}
          summary={summaryOf(record, fields, vocabulary)}
          open={opened === index}
          onRemove={() => onChange(write(draft, [list, index], undefined))}
        >
          <Fields
            fields={fields}
            value={record}
            vocabulary={vocabulary}
            onChange={(next) => onChange(write(draft, [list, index], next))}
          />
        </Record>
      ))}
      <button type="button" className="zp-button" onClick={add}>
        添加{entry}
      </button>
    </section>
  );
}

/** The questions of one record; a field that is itself a list of experts gets its own editor inside. */
export function Fields(props: {
  fields: readonly FormField[];
  value: Draft;
  onChange: (value: Draft) => void;
  vocabulary: Vocabulary;
  experts?: readonly FormField[];
}) {
  const { fields, value, onChange, vocabulary, experts = [] } = props;
  return (
    <div className="zp-fields">
      {fields.map((field) =>
        field.form === 'list' ? (
          <RecordsEditor
            key={field.name}
            list={field.name}
            fields={experts}
            draft={value}
            onChange={onChange}
            vocabulary={vocabulary}
          />
        ) : (
          <FieldInput
            key={field.name}
            field={field}
            value={read(value, [field.name])}
            onChange={(next: Json | undefined) => onChange(write(value, [field.name], next))}
            vocabulary={vocabulary}
          />
        ),
      )}
    </div>
  );
}

/** One entry that folds away; a new one is open. */
export function Record(props: {
  title: string;
  summary: string;
  open: boolean;
  onRemove: () => void;
  children: React.ReactNode;
}) {
  return (
    <details className="zp-record" open={props.open}>
      <summary>
        <span className="zp-record-title">{props.title}</span>
        <span className="zp-muted">{props.summary}</span>
      </summary>
      {props.children}
      <button type="button" className="zp-link zp-record-remove" onClick={props.onRemove}>
        删除{props.title}
      </button>
    </details>
  );
}

/** How one entry is told when folded: its name, else its first words, and its first date, e.g. 大学本科，2012年7月. */
export function summaryOf(record: Draft, fields: readonly FormField[], vocabulary: Vocabulary): string {
  const said: string[] = [];
  const { name } = record;
  if (typeof name === 'string') said.push(name);
  for (const field of fields) {
    const value = record[field.name];
    if (field.form === 'word' && typeof value === 'string' && said.length === 0) {
      const words = Object.entries(vocabulary.scales).find(([scale]) => scale === field.scale)?.[1].words ?? [];
      said.push(words.find((word) => word.id === value)?.label ?? value);
    }
    if (field.form === 'number' && typeof value === 'number' && said.length === 0) said.push(`${value}`);
  }
  const date = fields.find((field) => field.form === 'date' && typeof record[field.name] === 'string');
  if (date) said.push(formatMonth(textOf(record, date.name).slice(0, 7)));
  return said.length === 0 ? '尚未填写' : said.join('，');
}
