import type { Level, StandardPack } from '@zhiping/standard';
import {
  type ComparedGroup,
  type ComparedRow,
  compareOutlines,
  outlineOf,
  type SideView,
  type Stricter,
} from '@zhiping/standard/outline/index';
import { useId } from 'react';
import { Empty } from '../../shared/ui/Empty.tsx';
import { Link } from '../router.tsx';
import { PackMark } from './PackMark.tsx';
import { clauseAddress } from './clause-address.ts';

const MARKS: Readonly<Record<Stricter, { readonly sign: string; readonly word: string }>> = {
  same: { sign: '＝', word: '相同' },
  left: { sign: '◀', word: '左边更严' },
  right: { sign: '▶', word: '右边更严' },
  differs: { sign: '≠', word: '不能直接比较' },
  'left-only': { sign: '●', word: '只有左边说到' },
  'right-only': { sign: '●', word: '只有右边说到' },
};

/** Two standards at one level, route beside route, group by group. */
export function SideBySide(props: {
  left: StandardPack;
  right: StandardPack;
  level: string | null;
  leftRoute: string | null;
  rightRoute: string | null;
  onChoose: (name: string, value: string) => void;
}) {
  const { left, right, onChoose } = props;
  const shared = left.levels.filter((one) => right.levels.some(({ level }) => level === one.level));
  const own = shared.find(({ level }) => level === props.level) ?? shared.at(-2) ?? shared[0];
  const other = right.levels.find(({ level }) => level === own?.level);
  if (!own || !other) return <Empty title="没有共同的层级">这两个标准没有同一层级的条件，不能并列。</Empty>;
  const leftRoute = routeOf(own, props.leftRoute);
  const rightRoute = routeOf(other, props.rightRoute);
  const outlines = [outlineOf(left, own, leftRoute.route), outlineOf(right, other, rightRoute.route)] as const;
  if (!outlines[0] || !outlines[1]) return null;
  const groups = compareOutlines({ pack: left, outline: outlines[0] }, { pack: right, outline: outlines[1] });
  return (
    <>
      <div className="zp-compare-choose">
        <Pick
          label="层级"
          value={own.level}
          onChange={(value) => onChoose('level', value)}
          options={shared.map((one) => [one.level, one.name])}
        />
        <Pick
          label="左边的申报方式"
          value={leftRoute.route}
          onChange={(value) => onChoose('leftRoute', value)}
          options={own.routes.map((one) => [one.route, one.name])}
        />
        <Pick
          label="右边的申报方式"
          value={rightRoute.route}
          onChange={(value) => onChoose('rightRoute', value)}
          options={other.routes.map((one) => [one.route, one.name])}
        />
      </div>
      {[left, right].map(({ id, document }) => (
        <PackMark key={id} mark={document.mark} />
      ))}
      <Summary groups={groups} />
      {groups.map((group) => (
        <Group key={group.id} group={group} left={left} right={right} />
      ))}
    </>
  );
}

const routeOf = (level: Level, wanted: string | null) => {
  const [first] = level.routes;
  const found = level.routes.find(({ route }) => route === wanted) ?? first;
  if (!found) throw new Error(`level ${level.level} has no route`);
  return found;
};

/** How many comparable things ask for more on which side, as one bar. */
function Summary({ groups }: { groups: readonly ComparedGroup[] }) {
  const rows = groups.flatMap((group) => group.rows);
  const count = (...kinds: readonly Stricter[]) => rows.filter(({ stricter }) => kinds.includes(stricter)).length;
  const parts = [
    { id: 'left', name: '左边更严', value: count('left') },
    { id: 'same', name: '相同', value: count('same') },
    { id: 'other', name: '不能直接比较或只有一边说到', value: count('differs', 'left-only', 'right-only') },
    { id: 'right', name: '右边更严', value: count('right') },
  ];
  return (
    <figure className="zp-compare-summary">
      <div className="zp-compare-bar" aria-hidden="true">
        {parts
          .filter(({ value }) => value > 0)
          .map(({ id, value }) => (
            <span key={id} className={`zp-compare-part-${id}`} style={{ flexGrow: value }} />
          ))}
      </div>
      <figcaption>
        {parts
          .filter(({ value }) => value > 0)
          .map(({ id, name, value }) => (
            <span key={id} className={`zp-compare-key zp-compare-key-${id}`}>
              {name} {value} 处
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

function Group({ group, left, right }: { group: ComparedGroup; left: StandardPack; right: StandardPack }) {
  const most = Math.max(1, ...group.rows.flatMap((row) => [row.left?.amount ?? 0, row.right?.amount ?? 0]));
  return (
    <section className="zp-card zp-compare-group" aria-label={group.name}>
      <h2>{group.name}</h2>
      <table className="zp-compare">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">{left.name}</th>
            <th scope="col">哪边更严</th>
            <th scope="col">{right.name}</th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <Row key={row.key} row={row} group={group} most={most} left={left} right={right} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row(props: { row: ComparedRow; group: ComparedGroup; most: number; left: StandardPack; right: StandardPack }) {
  const { row, group, most, left, right } = props;
  const { sign, word } = MARKS[row.stricter];
  return (
    <tr className={`zp-compare-${row.stricter}`}>
      <th scope="row">{row.name}</th>
      <td data-side="左边">
        <Cell view={row.left} pack={left} unit={group.unit} most={most} stricter={row.stricter === 'left'} />
      </td>
      <td className="zp-compare-mark">
        <span aria-hidden="true">{sign}</span> {word}
      </td>
      <td data-side="右边">
        <Cell view={row.right} pack={right} unit={group.unit} most={most} stricter={row.stricter === 'right'} />
      </td>
    </tr>
  );
}

const SHOWN_CLAUSES = 6;

function Cell(props: { view: SideView | null; pack: StandardPack; unit: string; most: number; stricter: boolean }) {
  const { view, pack, unit, most, stricter } = props;
  if (!view) return <span className="zp-muted">没有说到</span>;
  const labelled = view.clauses.filter(({ label }) => label !== '');
  return (
    <>
      <span className={stricter ? 'zp-compare-stricter' : ''}>{view.said}</span>
      {view.amount !== null && unit !== '' ? (
        <span className="zp-compare-amount" aria-hidden="true">
          <span style={{ width: `${Math.round((view.amount * 100) / most)}%` }} className={stricter ? 'zp-more' : ''} />
        </span>
      ) : null}
      {labelled.length > 0 ? (
        <span className="zp-small">
          {labelled.slice(0, SHOWN_CLAUSES).map((clause) => (
            <Link
              key={clause.id}
              className="zp-clause-link"
              href={clauseAddress(pack.id, clause.id)}
              title={clause.text}
            >
              {clause.label}
            </Link>
          ))}
          {labelled.length > SHOWN_CLAUSES ? <span className="zp-muted">等 {labelled.length} 条</span> : null}
        </span>
      ) : null}
    </>
  );
}

function Pick(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="zp-field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
