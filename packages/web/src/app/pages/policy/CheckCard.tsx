import { checkPolicyVersion, type PolicyCheck } from '@zhiping/contract';
import { ErrorNote, Loading, StateMark } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';

const LACKING = { met: '满足', unmet: '不满足', open: '未定' } as const;

/** 检查: lints, every other meaning tried, the examples, the official text where one is attached. */
export function CheckCard({ pack, number }: { pack: string; number: number }) {
  const check = useEndpoint(checkPolicyVersion, { params: { pack, number } });
  return (
    <section className="zp-card" aria-label="检查">
      <h2>检查</h2>
      {check.error ? <ErrorNote error={check.error} onRetry={() => void check.refetch()} /> : null}
      {!check.data && !check.error ? <Loading what="正在装载、换用解读、运行例子，约需几秒" /> : null}
      {check.data ? <Report check={check.data} /> : null}
    </section>
  );
}

function Report({ check }: { check: PolicyCheck }) {
  const { problems, lints, readings, examples, unseen, source } = check;
  return (
    <>
      <Line good={problems.length === 0} words={problems.length === 0 ? '可以装载' : '不能装载'} items={problems} />
      <Line
        good={examples.failed.length === 0}
        words={`例子 ${examples.run} 个，不符 ${examples.failed.length} 个`}
        items={examples.failed.map(({ title, differences }) => `${title}：${differences.join('；')}`)}
      />
      <Line
        good={readings.problems.length === 0}
        words={`换用其他理解试装 ${readings.tried} 次，不能装载 ${readings.problems.length} 处`}
        items={readings.problems}
      />
      <Line
        good={lints.length === 0}
        words={lints.length === 0 ? '没有可疑之处' : `可疑之处 ${lints.length} 处`}
        items={lints.map(({ where, message }) => `${where}：${message}`)}
      />
      <Line
        good={unseen.length === 0}
        words={unseen.length === 0 ? '每条条件的各种状态都有例子' : `${unseen.length} 条条件有的状态没有例子`}
        items={unseen.map(
          ({ label, text, lacking }) =>
            `${label} ${text}：没有例子见过${lacking.map((one) => LACKING[one]).join('、')}`,
        )}
      />
      {source ? (
        <>
          <Line
            good={source.changed.length + source.missingInText.length + source.missingInLabels.length === 0}
            words={`附上的原文：文字不同 ${source.changed.length} 条，原文缺 ${source.missingInText.length} 条，多 ${source.missingInLabels.length} 条`}
            items={[...source.changed, ...source.missingInText, ...source.missingInLabels]}
          />
          <Line
            good={source.withoutCondition.length + source.withoutClause.length === 0}
            words={`没有条件的编号 ${source.withoutCondition.length} 个，没有原文的条件 ${source.withoutClause.length} 个`}
            items={[...source.withoutCondition, ...source.withoutClause]}
          />
        </>
      ) : (
        <p className="zp-muted">没有附上原文，所以没有核对原文。</p>
      )}
    </>
  );
}

function Line({ good, words, items }: { good: boolean; words: string; items: readonly string[] }) {
  return (
    <div className="zp-check-line">
      <StateMark state={good ? 'met' : 'judge'} word={false} />
      {items.length === 0 ? (
        <span>{words}</span>
      ) : (
        <details>
          <summary>{words}</summary>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
