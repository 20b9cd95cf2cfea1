import type { ConditionRow, State } from '@zhiping/standard';
import { type ReactNode, useId, useState } from 'react';

/** `met`, `judge`, `missing` or `unmet`. */
export type ConditionState = State;

/** Official sentences by printed label, where the operator attached the text of the document. */
export type OfficialTexts = Readonly<Record<string, string>>;

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

/**
 * The one way to show conditions everywhere: rows of the standard's explanation (`conditionRow`), computed in this page or
 * stored with a submission. Unfolded to depth `open` at first; what is met stays folded.
 */
export function ConditionTree(props: {
  rows: readonly ConditionRow[];
  open?: number;
  official?: OfficialTexts;
  /** What is shown below a condition, e.g. the rows it rests on. */
  behind?: (condition: Pick<ConditionRow, 'id' | 'state'>) => ReactNode;
}) {
  const { rows, open = 1, official = {}, behind = () => null } = props;
  return (
    <ul className="zp-conditions">
      {rows.map((row) => (
        <Condition key={row.id} row={row} depth={0} open={open} official={official} behind={behind} />
      ))}
    </ul>
  );
}

/** e.g. 需 3 项，已有 2 项; null where nothing is counted. */
function amountOf({ need, have, unit, state }: ConditionRow): string | null {
  if (need === null) return null;
  // Years that are only possible (work not stated) are not there yet.
  const onlyPossible = state === 'missing' && unit === '年' && have !== null && have >= need;
  const amount = (value: number): string => {
    if (unit === '元' && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000} 万元`;
    return unit === '' ? `${value}` : `${value} ${unit}`;
  };
  return have === null || onlyPossible ? `需 ${amount(need)}` : `需 ${amount(need)}，已有 ${amount(have)}`;
}

/** Why it stands so: notes, the text delegated to, what is not yet known. */
const remarksOf = (row: ConditionRow): readonly string[] => [
  ...row.notes,
  ...(row.outside === null ? [] : [`按《${row.outside}》，由人核定`]),
  ...(row.unknown.length > 0 ? [`待补充：${row.unknown.join('、')}`] : []),
];

function Condition(props: {
  row: ConditionRow;
  depth: number;
  open: number;
  official: OfficialTexts;
  behind: (condition: Pick<ConditionRow, 'id' | 'state'>) => ReactNode;
}) {
  const { row: node, depth, open, official, behind } = props;
  const [unfolded, setUnfolded] = useState(depth < open && node.state !== 'met');
  const partsId = useId();
  const parts = node.children.length;
  const amount = amountOf(node);
  const sentence = official[node.label];
  return (
    <li className={`zp-condition zp-condition-${node.state}`}>
      <div className="zp-condition-head">
        <StateMark state={node.state} />
        <div className="zp-condition-body">
          <p className="zp-condition-text">
            {node.label ? <span className="zp-label">{node.label}</span> : null}
            {node.text}
            {amount ? <span className="zp-count">{amount}</span> : null}
          </p>
          {node.counted.length > 0 ? (
            <ul className="zp-chips" aria-label="计入的材料">
              {node.counted.map(({ id, name, waiting = [] }) => (
                <li key={id} className="zp-chip">
                  {waiting.length === 0 ? name : `${name}（待确认：${waiting.join('、')}）`}
                </li>
              ))}
            </ul>
          ) : null}
          {node.notCounted.length > 0 ? (
            <ul className="zp-rejected" aria-label="不计入的材料">
              {node.notCounted.map(({ id, name, reasons }) => (
                <li key={id}>
                  {name} <span className="zp-reason">不计入：{reasons.join('；')}</span>
                </li>
              ))}
            </ul>
          ) : null}
          {remarksOf(node).map((note) => (
            <p key={note} className="zp-condition-note">
              {note}
            </p>
          ))}
          {behind(node)}
          {sentence ? <blockquote className="zp-official">{sentence}</blockquote> : null}
          {parts > 0 || node.readings.length > 0 ? (
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
              {node.readings.length > 0 ? (
                <details className="zp-reading-fold">
                  <summary>本标准的解读</summary>
                  {node.readings.map((reading) => (
                    <p key={reading.id} className="zp-condition-note">
                      {reading.meaning}
                    </p>
                  ))}
                </details>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
      {parts > 0 ? (
        <ul id={partsId} className={unfolded ? 'zp-conditions zp-parts' : 'zp-conditions zp-parts zp-folded'}>
          {node.children.map((child) => (
            <Condition key={child.id} row={child} depth={depth + 1} open={open} official={official} behind={behind} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
