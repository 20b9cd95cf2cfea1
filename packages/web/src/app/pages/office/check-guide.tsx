import type { CheckItem, OfficeJudgement, SubmissionView } from '@zhiping/contract';
import type { ConditionRow, EvaluationView } from '@zhiping/standard';
import { type ConditionState, StateMark } from '../../../shared/index.ts';
import { JumpLink } from '../../parts/JumpLink.tsx';
import { clauseOf } from './check-evidence.tsx';

/** What stands in the way first, what is met last. */
export const BY_URGENCY: readonly ConditionState[] = ['unmet', 'missing', 'judge', 'met'];

/** One clause that the office decides on, with what the engine says of it. */
export interface CheckedClause {
  readonly item: CheckItem;
  readonly clause: ConditionRow;
}

/** The clauses among the items of a check, by urgency; none where the standard is checked by hand. */
export function checkedClauses(
  items: readonly CheckItem[],
  submission: SubmissionView,
  report: EvaluationView | null,
): readonly CheckedClause[] {
  const found = items.flatMap((item) => {
    const clause = clauseOf(item.place, submission, report);
    return clause === null ? [] : [{ item, clause }];
  });
  return BY_URGENCY.flatMap((state) => found.filter(({ clause }) => clause.state === state));
}

/** Where an item of the check stands in the page. */
export const placeId = (place: string): string => `check-${place}`;

/** Always in sight: clauses by state, what is left to do, and a way to each part of the page. */
export function CheckGuide(props: {
  clauses: readonly CheckedClause[];
  items: readonly CheckItem[];
  judgements: readonly OfficeJudgement[];
}) {
  const { clauses, items, judgements } = props;
  const left = items.filter(({ decision }) => decision === null).length;
  const toCorrect = items.filter(({ decision }) => decision === 'correct').length;
  const unjudged = judgements.filter(({ answer }) => answer === null).length;
  return (
    <nav className="zp-guide" aria-label="本件各部分">
      {clauses.length === 0 ? null : (
        <ul aria-label="条款的核对结果">
          <li>{clauses.length} 条：</li>
          {BY_URGENCY.map((state) => {
            const [first, ...more] = clauses.filter(({ clause }) => clause.state === state);
            return first === undefined ? null : (
              <li key={state}>
                <JumpLink to={placeId(first.item.place)}>
                  <StateMark state={state} /> {more.length + 1} 条
                </JumpLink>
              </li>
            );
          })}
        </ul>
      )}
      <ul aria-label="各部分">
        <li>
          <JumpLink to="report">条件核对</JumpLink>
        </li>
        {judgements.length === 0 ? null : (
          <li>
            <JumpLink to="judgements">须判断{unjudged === 0 ? '' : ` 剩 ${unjudged} 项`}</JumpLink>
          </li>
        )}
        <li>
          <JumpLink to="items">
            审核意见{left === 0 ? '' : ` 剩 ${left} 项`}
            {toCorrect === 0 ? '' : `，须补正 ${toCorrect} 项`}
          </JumpLink>
        </li>
        <li>
          <JumpLink to="decision">决定</JumpLink>
        </li>
        <li>
          <JumpLink to="reuse">重复使用</JumpLink>
        </li>
        <li>
          <JumpLink to="material">申报材料</JumpLink>
        </li>
      </ul>
    </nav>
  );
}

/** One line a clause, each leading to its evidence and the decision on it; what is met folded. */
export function ClauseOutline({ clauses }: { clauses: readonly CheckedClause[] }) {
  const met = clauses.filter(({ clause }) => clause.state === 'met');
  const others = clauses.filter(({ clause }) => clause.state !== 'met');
  return (
    <>
      {others.length === 0 ? null : <Lines clauses={others} />}
      {met.length === 0 ? null : (
        <details>
          <summary>符合的 {met.length} 条</summary>
          <Lines clauses={met} />
        </details>
      )}
    </>
  );
}

function Lines({ clauses }: { clauses: readonly CheckedClause[] }) {
  return (
    <ul className="zp-outline">
      {clauses.map(({ item, clause }) => (
        <li key={item.place}>
          <StateMark state={clause.state} />
          <JumpLink to={placeId(item.place)}>
            {clause.label === '' ? null : <span className="zp-label">{clause.label}</span>}
            {clause.text}
          </JumpLink>
          <span className="zp-small zp-muted">
            {item.decision === null ? '' : item.decision === 'accepted' ? '无问题' : '需补正'}
          </span>
        </li>
      ))}
    </ul>
  );
}
