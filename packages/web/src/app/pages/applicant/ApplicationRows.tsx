import { Link } from '@tanstack/react-router';
import type { ApplicationContent, Archive } from '@zhiping/contract';
import { headingOf, kindSpec, ROW_STATE_LABELS } from '@zhiping/core';
import { Empty, formatDate } from '../../../shared/index.ts';

/** Achievements of the archive to choose from, and the one representative work among the chosen. */
export function ApplicationRows(props: {
  archive: Archive;
  content: ApplicationContent;
  /** Taken out after an objection that held. */
  disputed: readonly string[];
  set: (fields: Partial<ApplicationContent>) => void;
}) {
  const { archive, content, disputed, set } = props;
  const rows = archive.rows.filter((row) => row.state !== 'recycled' && kindSpec(row.kind).achievement);
  const chosen = new Set(content.rows);
  const toggle = (id: string, take: boolean) => {
    const next = take ? [...content.rows, id] : content.rows.filter((one) => one !== id);
    set({ rows: next, ...(content.representative === id && !take ? { representative: null } : {}) });
  };
  if (rows.length === 0) {
    return (
      <Empty title="档案中还没有业绩">
        请先在<Link to="/archive">业绩档案</Link>中录入业绩、上传佐证材料，并送单位核验。
      </Empty>
    );
  }
  return (
    <ul className="zp-list">
      {rows.map((row) => (
        <li key={row.id} className="zp-pick" id={`rows.${row.id}`}>
          <label className="zp-check">
            <input
              type="checkbox"
              checked={chosen.has(row.id)}
              disabled={disputed.includes(row.id)}
              onChange={(event) => toggle(row.id, event.target.checked)}
            />
            <span>
              <strong>{headingOf(row)}</strong>
              <span className="zp-muted">
                {' '}
                {kindSpec(row.kind).label}，{ROW_STATE_LABELS[row.state]}
                {row.counting.effectiveOn === null ? '' : `，${formatDate(row.counting.effectiveOn, true)}`}
              </span>
            </span>
          </label>
          {disputed.includes(row.id) ? (
            <p className="zp-small">公示异议成立，已由单位剔除，本次申报不能再选用。</p>
          ) : null}
          {row.counting.reasons.map((reason) => (
            <p key={reason} className="zp-small zp-muted">
              {reason}
            </p>
          ))}
          {chosen.has(row.id) ? (
            <label className="zp-check" id={content.representative === row.id ? 'representative' : undefined}>
              <input
                type="radio"
                name="representative"
                checked={content.representative === row.id}
                onChange={() => set({ representative: row.id })}
              />
              <span>作为代表作</span>
            </label>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
