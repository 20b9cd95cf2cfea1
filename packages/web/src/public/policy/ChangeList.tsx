import type { StandardPack } from '@zhiping/standard';
import { type PackChange, packChanges } from '@zhiping/standard/outline/index';
import { Empty } from '../../shared/ui/Empty.tsx';

const WHAT = {
  condition: '条件',
  counting: '业绩怎样计算',
  definition: '词语定义',
  reading: '解读',
  document: '文件',
} as const;

interface Side {
  readonly pack: StandardPack;
  readonly number: number;
}

/** Two versions of one standard: every condition, rule, definition and reading that differs, old beside new. */
export function ChangeList({ left, right }: { left: Side; right: Side }) {
  const changes = packChanges(left.pack, right.pack);
  if (changes.length === 0) return <Empty title="两个版本没有差别">条件、计算规则、定义和解读都相同。</Empty>;
  const levels = [...left.pack.levels.map(({ name }) => name), ''];
  const sections = levels
    .map((level) => ({
      name: level === '' ? '各层级' : level,
      // A condition of several levels is told once, with the first.
      changes: changes.filter((change) => (change.levels[0] ?? '') === level),
    }))
    .filter((section) => section.changes.length > 0);
  return (
    <>
      <p role="status">
        {left.pack.name}：第 {left.number} 版与第 {right.number} 版有 {changes.length} 处差别。
      </p>
      {sections.map((section) => (
        <section key={section.name} className="zp-card zp-compare-group" aria-label={section.name}>
          <h2>{section.name}</h2>
          <table className="zp-compare">
            <thead>
              <tr>
                <th scope="col">条款</th>
                <th scope="col">第 {left.number} 版</th>
                <th scope="col">哪版更严</th>
                <th scope="col">第 {right.number} 版</th>
              </tr>
            </thead>
            <tbody>
              {section.changes.map((change) => (
                <Row key={`${change.what} ${change.id}`} change={change} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function Row({ change }: { change: PackChange }) {
  const { before, after, stricter } = change;
  return (
    <tr>
      <th scope="row">
        {WHAT[change.what]} {change.label ? <span className="zp-label">{change.label}</span> : null}
      </th>
      <td data-side="旧">{before ?? <span className="zp-muted">没有</span>}</td>
      <td className="zp-compare-mark">
        {before === null ? '新增' : after === null ? '删去' : saidOf(stricter, change.sameWords)}
      </td>
      <td data-side="新">{after ?? <span className="zp-muted">没有</span>}</td>
    </tr>
  );
}

const saidOf = (stricter: PackChange['stricter'], sameWords: boolean): string => {
  if (stricter !== null) return stricter === 'before' ? '◀ 旧版更严' : '▶ 新版更严';
  return sameWords ? '表述相同，判断规则改动' : '改动';
};
