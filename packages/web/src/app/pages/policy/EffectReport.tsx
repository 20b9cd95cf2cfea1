import type { PolicyEffect } from '@zhiping/contract';
import { verdictWord } from './words.ts';

const STATES: Readonly<Record<string, string>> = {
  met: '满足',
  judge: '待判断',
  missing: '缺资料',
  unmet: '不满足',
};
const WHAT = {
  condition: '条件',
  counting: '计算规则',
  definition: '定义',
  reading: '解读',
  document: '文件',
} as const;

/** What differs between two versions, and which examples of the pack come to something else. */
export function EffectReport({ effect, before, after }: { effect: PolicyEffect; before: string; after: string }) {
  if (effect.problems.length > 0) {
    return (
      <div role="alert">
        <p>换用后标准不能装载：</p>
        <ul>
          {effect.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    );
  }
  const verdicts = effect.examples.filter((example) => example.before !== example.after);
  return (
    <div className="zp-effect" role="status">
      <p>
        <strong>{effect.changes.length}</strong> 处条文差别；{effect.run} 个例子里，
        <strong>{verdicts.length}</strong> 个结论不同，另有 {effect.examples.length - verdicts.length}{' '}
        个结论相同、条件的状态不同。
      </p>
      {effect.changes.length > 0 ? (
        <details>
          <summary>条文差别</summary>
          <table className="zp-plain-table">
            <thead>
              <tr>
                <th scope="col">条款</th>
                <th scope="col">{before}</th>
                <th scope="col">{after}</th>
              </tr>
            </thead>
            <tbody>
              {effect.changes.map((change) => (
                <tr key={`${change.what} ${change.id}`}>
                  <th scope="row">
                    {WHAT[change.what]} {change.label ? <span className="zp-label">{change.label}</span> : null}
                  </th>
                  <td>{change.before ?? '没有'}</td>
                  <td>
                    {change.after ?? '没有'}
                    {change.sameWords ? <span className="zp-muted">（判断规则改动）</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
      {effect.examples.length > 0 ? (
        <table className="zp-plain-table">
          <caption className="zp-hidden">例子的结论</caption>
          <thead>
            <tr>
              <th scope="col">例子</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
              <th scope="col">因为</th>
            </tr>
          </thead>
          <tbody>
            {effect.examples.map((example) => (
              <tr key={example.name} className={example.before === example.after ? '' : 'zp-effect-changed'}>
                <th scope="row">{example.title}</th>
                <td className="zp-effect-verdict">{verdictWord(example.before)}</td>
                <td className="zp-effect-verdict">{verdictWord(example.after)}</td>
                <td>
                  {example.clauses.slice(0, 3).map((clause) => (
                    <span key={clause.id} className="zp-effect-clause">
                      {clause.label ? <span className="zp-label">{clause.label}</span> : null}
                      {clause.text}：{STATES[clause.before] ?? clause.before} → {STATES[clause.after] ?? clause.after}
                    </span>
                  ))}
                  {example.clauses.length > 3 ? <span className="zp-muted">等 {example.clauses.length} 条</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
