import { useId, useState } from 'react';

export type ConditionState = 'met' | 'unmet' | 'judge' | 'missing';

/** What every page shows of a condition. Made from the standard's explanation by `conditionViews` (shared/conditions.ts). */
export interface ConditionView {
  readonly id: string;
  readonly state: ConditionState;
  /** Printed label, e.g. 五(四)4(3); empty where the node has none of its own. */
  readonly label: string;
  /** Our wording. */
  readonly text: string;
  /** 需 3 项，已有 2 项; null where nothing is counted, `have` null while it is unknown. */
  readonly count: { readonly need: string; readonly have: string | null } | null;
  /** Evidence that counts here. */
  readonly evidence: readonly { readonly id: string; readonly text: string }[];
  /** What does not count here, with the reason in a few words. */
  readonly rejected: readonly { readonly id: string; readonly text: string; readonly reason: string }[];
  /** Why it stands so: missing fields, who judges. */
  readonly notes: readonly string[];
  /** The reading chosen where the text allows several. */
  readonly reading: string | null;
  /** The official sentence, where the operator attached it. */
  readonly official: string | null;
  readonly children: readonly ConditionView[];
}

export const STATE_WORDS = { met: '符合', unmet: '不符合', judge: '需人工判断', missing: '待补充' } as const;

/** Tick, cross, scales, question mark: readable without colour. */
export function StateMark({ state, word = true }: { state: ConditionState; word?: boolean }) {
  return (
    <span className={`zp-state zp-state-${state}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {state === 'met' ? <path d="M4.5 10.5l3.5 3.5 7.5-8" /> : null}
        {state === 'unmet' ? <path d="M5 5l10 10M15 5L5 15" /> : null}
        {state === 'judge' ? <path d="M10 3v14M5 17h10M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z" /> : null}
        {state === 'missing' ? <path d="M6.5 7a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M10 16v.2" /> : null}
      </svg>
      {word ? STATE_WORDS[state] : <span className="zp-hidden">{STATE_WORDS[state]}</span>}
    </span>
  );
}

/** The one way to show conditions everywhere. Unfolded to depth `open` at first; what is met stays folded. */
export function ConditionTree({ nodes, open = 1 }: { nodes: readonly ConditionView[]; open?: number }) {
  return (
    <ul className="zp-conditions">
      {nodes.map((node) => (
        <Condition key={node.id} node={node} depth={0} open={open} />
      ))}
    </ul>
  );
}

function Condition({ node, depth, open }: { node: ConditionView; depth: number; open: number }) {
  const [unfolded, setUnfolded] = useState(depth < open && node.state !== 'met');
  const partsId = useId();
  const parts = node.children.length;
  return (
    <li className={`zp-condition zp-condition-${node.state}`}>
      <div className="zp-condition-head">
        <StateMark state={node.state} />
        <div className="zp-condition-body">
          <p className="zp-condition-text">
            {node.label ? <span className="zp-label">{node.label}</span> : null}
            {node.text}
            {node.count ? (
              <span className="zp-count">
                需 {node.count.need}
                {node.count.have === null ? null : `，已有 ${node.count.have}`}
              </span>
            ) : null}
          </p>
          {node.evidence.length > 0 ? (
            <ul className="zp-chips" aria-label="计入的材料">
              {node.evidence.map((item) => (
                <li key={item.id} className="zp-chip">
                  {item.text}
                </li>
              ))}
            </ul>
          ) : null}
          {node.rejected.length > 0 ? (
            <ul className="zp-rejected" aria-label="不计入的材料">
              {node.rejected.map((item) => (
                <li key={item.id}>
                  {item.text} <span className="zp-reason">不计入：{item.reason}</span>
                </li>
              ))}
            </ul>
          ) : null}
          {node.notes.map((note) => (
            <p key={note} className="zp-condition-note">
              {note}
            </p>
          ))}
          {node.official ? <blockquote className="zp-official">{node.official}</blockquote> : null}
          {parts > 0 || node.reading ? (
            <div className="zp-condition-more">
              {parts > 0 ? (
                <button
                  type="button"
                  className="zp-link zp-unfold"
                  aria-expanded={unfolded}
                  aria-controls={partsId}
                  onClick={() => setUnfolded(!unfolded)}
                >
                  {unfolded ? '收起' : `展开 ${parts} 个部分`}
                </button>
              ) : null}
              {node.reading ? (
                <details className="zp-reading-fold">
                  <summary>本标准的解读</summary>
                  <p className="zp-condition-note">{node.reading}</p>
                </details>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
      {parts > 0 ? (
        <ul id={partsId} className={unfolded ? 'zp-conditions zp-parts' : 'zp-conditions zp-parts zp-folded'}>
          {node.children.map((child) => (
            <Condition key={child.id} node={child} depth={depth + 1} open={open} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
