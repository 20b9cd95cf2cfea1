import type { Outcome, State } from '@zhiping/standard';
import { progressOf } from '@zhiping/standard/gap/progress';
import { STATE_WORDS } from '../../shared/ui/ConditionTree.tsx';

const CELL = 22;
const GAP = 4;

/** What is there and what lacks, drawn: a row for each condition, a cell for each thing it asks. */
export function GapChart({ conditions }: { conditions: readonly Outcome[] }) {
  const rows = conditions.map((outcome) => ({
    named: namedOf(outcome),
    cells: progressOf(outcome),
    state: outcome.state,
  }));
  return (
    <figure className="zp-gap-chart">
      <table>
        <caption className="zp-hidden">各项条件已有与所缺</caption>
        <tbody>
          {rows.map(({ named, cells, state }) => (
            <tr key={named.id}>
              <th scope="row">
                {named.label} {named.text}
              </th>
              <td>
                <Cells cells={cells} />
              </td>
              <td className={`zp-small zp-gap-${state}`}>{saidOf(cells, state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="zp-small zp-muted">
        {(['met', 'judge', 'missing', 'unmet'] as const).map((state) => (
          <span key={state} className="zp-gap-legend">
            <Cells cells={[state]} /> {STATE_WORDS[state]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Filled, half filled, dotted and empty: told apart without colour. */
function Cells({ cells }: { cells: readonly State[] }) {
  const width = cells.length * (CELL + GAP);
  return (
    <svg className="zp-gap-cells" viewBox={`0 0 ${width} ${CELL}`} width={width} height={CELL} aria-hidden="true">
      {cells.map((state, index) => {
        const x = index * (CELL + GAP) + 1;
        const size = CELL - 2;
        return (
          <g key={index} className={`zp-cell zp-cell-${state}`}>
            <rect x={x} y={1} width={size} height={size} rx={4} />
            {state === 'judge' ? <path d={`M${x} ${CELL - 1} L${x + size} 1 V${CELL - 1} Z`} /> : null}
            {state === 'met' ? <path d={`M${x + 5} 11 l4 4 l7 -8`} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

function saidOf(cells: readonly State[], state: State): string {
  if (cells.length === 1) return STATE_WORDS[state];
  const met = cells.filter((cell) => cell === 'met').length;
  return `${STATE_WORDS[state]}（${met}/${cells.length}）`;
}

/** A reference is named by what it stands for. */
function namedOf(outcome: Outcome): { readonly id: string; readonly label: string; readonly text: string } {
  const [only] = outcome.children;
  return outcome.node.kind === 'ref' && only ? namedOf(only) : outcome.node;
}
