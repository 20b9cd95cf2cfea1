import type { Vocabulary } from '@zhiping/standard';
import { useState } from 'react';
import { type Draft, nextId, records, textOf, write } from './draft.ts';
import { Choices } from './FieldInput.tsx';
import type { DossierFields, FormField } from './fields.ts';
import { Fields, Record, summaryOf } from './RecordsEditor.tsx';
import type { Relevance } from './relevance.ts';
import { achievementFields } from './steps.ts';

/** Achievements by kind: first which kind, with the conditions it can serve, then only the fields that count. */
export function AchievementsEditor(props: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  fields: DossierFields;
  relevance: Relevance;
  vocabulary: Vocabulary;
  experts: readonly FormField[];
}) {
  const { draft, onChange, fields, relevance, vocabulary } = props;
  const found = records(draft, 'achievements');
  const [opened, setOpened] = useState<number | null>(null);
  const kindName = (kind: string) =>
    vocabulary.scales['achievement-kind'].words.find((word) => word.id === kind)?.label ?? kind;
  const kinds = Object.keys(fields.kinds).filter((kind) => relevance.kinds.has(kind) && relevance.serves.has(kind));
  const add = (kind: string) => {
    setOpened(found?.length ?? 0);
    onChange(write(draft, ['achievements', found?.length ?? 0], { id: nextId(draft), kind }));
  };
  return (
    <section className="zp-records" aria-label="业绩成果">
      {found === null || found.length === 0 ? (
        <Choices
          legend="有没有业绩成果可填？"
          options={[{ value: 'none', label: '没有' }]}
          value={found === null ? undefined : 'none'}
          onChange={(chosen) => onChange(write(draft, ['achievements'], chosen === 'none' ? [] : undefined))}
        />
      ) : null}
      {(found ?? []).map((record, index) => {
        const kind = textOf(record, 'kind');
        const asked = achievementFields(kind, fields, relevance);
        return (
          <Record
            key={textOf(record, 'id')}
            title={`${index + 1}. ${kindName(kind)}`}
            summary={summaryOf(record, asked, vocabulary)}
            open={opened === index}
            onRemove={() => onChange(write(draft, ['achievements', index], undefined))}
          >
            <Fields
              fields={asked}
              value={record}
              vocabulary={vocabulary}
              experts={props.experts}
              onChange={(next) => onChange(write(draft, ['achievements', index], next))}
            />
          </Record>
        );
      })}
      <h3>添加一项业绩</h3>
      <ul className="zp-list zp-kinds">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => add(kind)}>
              <strong>{kindName(kind)}</strong>
              <Serves labels={relevance.serves.get(kind) ?? []} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN_LABELS = 3;

/** 用于 五(四)4(1)、…: which conditions a kind can serve; a label whose parts are listed is left out. */
function Serves({ labels }: { labels: readonly string[] }) {
  const inner = labels.filter((label) => !labels.some((other) => other !== label && other.startsWith(label)));
  return (
    <span className="zp-small zp-muted">
      用于{' '}
      {inner.slice(0, SHOWN_LABELS).map((label, index) => (
        <span key={label} className="zp-nowrap">
          {index > 0 ? '、' : ''}
          {label}
        </span>
      ))}
      {inner.length > SHOWN_LABELS ? ` 等 ${inner.length} 条` : ''}
    </span>
  );
}
