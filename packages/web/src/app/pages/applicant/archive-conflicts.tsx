import { type Fields, type FieldSpec, type FieldValue, kindSpec, type RowKind } from '@zhiping/core';
import type { Conflict } from '../../autosave.ts';

/** The same place changed twice: both values, one to keep. */
export function ArchiveConflicts(props: {
  kind: RowKind;
  conflicts: readonly Conflict<Fields>[];
  onKeep: (field: string, keep: 'yours' | 'theirs') => void;
}) {
  if (props.conflicts.length === 0) return null;
  const fields = kindSpec(props.kind).fields;
  return (
    <section className="zp-returns" role="alert" aria-label="同一处内容改了两次">
      <h3>同一处内容在别处也改过，请选择保留哪一个</h3>
      {props.conflicts.map(({ field, yours, theirs }) => {
        const spec = fields.find((one) => one.name === field);
        return (
          <div key={field} className="zp-stack">
            <strong>{spec?.label ?? field}</strong>
            <div className="zp-row">
              <button type="button" className="zp-button" onClick={() => props.onKeep(field, 'yours')}>
                保留这里填写的：{shown(spec, yours)}
              </button>
              <button type="button" className="zp-button" onClick={() => props.onKeep(field, 'theirs')}>
                保留别处保存的：{shown(spec, theirs)}
              </button>
            </div>
          </div>
        );
      })}
    </section>
  );
}

function shown(field: FieldSpec | undefined, value: FieldValue): string {
  if (value === null) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field?.type === 'choice') return field.choices.find((one) => one.value === value)?.label ?? String(value);
  return String(value);
}
