import { readReuse, type ReuseFinding } from '@zhiping/contract';
import type { Likeness } from '@zhiping/core';
import type { ReactNode } from 'react';
import { ErrorNote, formatDate, StateMark } from '../../shared/index.ts';
import { useEndpoint } from '../call.ts';
import './material.css';

const LIKENESS: Readonly<Record<Likeness, string>> = {
  number: '编号相同',
  file: '文件相同',
  title: '名称相同或近似',
  text: '文字近似',
};
const STANDING: Readonly<Record<ReuseFinding['standing'], { readonly good: boolean; readonly words: string }>> = {
  'parts-differ': { good: true, words: '双方写明的本人部分不同，可以各自使用，请核对。' },
  'parts-alike': { good: false, words: '双方写明的本人部分相同或近似，请查明各自承担的工作。' },
  'part-missing': { good: false, words: '有一方没有写明本人完成的部分，请要求补充。' },
  'own-earlier': { good: false, words: '本人在另一份申报中用过，请核对那次申报的结果。' },
};
/** Other uses of one thing shown at once; more of them are folded. */
const SHOWN = 2;

interface Props {
  readonly id: string;
  /** What is shown below something used elsewhere too, by its row: e.g. the clauses it stands for. */
  readonly touches?: (rowId: string) => ReactNode;
}

/**
 * 重复使用检查, LN-2024 五(二)3: what others or an earlier application use too. Each thing stands once, with the own part, and
 * below it every other use beside it, what needs looking into first.
 */
export function ReuseFindings({ id, touches }: Props) {
  const { data, error, refetch } = useEndpoint(readReuse, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const byRow = [...Map.groupBy(data.items, ({ rowId }) => rowId)];
  return (
    <section className="zp-card zp-stack" id="reuse" aria-label="重复使用检查">
      <h2>重复使用检查</h2>
      {byRow.length === 0 ? (
        <p>所选业绩和述职没有发现与他人或以往申报重复、近似之处。</p>
      ) : (
        <p>
          {byRow.length} 项材料有 {data.items.length}{' '}
          处与其他申报重复或近似。多人共同完成的业绩可以分别使用，但须各自写明本人的部分。
        </p>
      )}
      {byRow.map(([rowId, items]) => (
        <Used key={rowId} items={items} touches={touches?.(rowId) ?? null} />
      ))}
    </section>
  );
}

/** One thing that is used elsewhere too. */
function Used({ items, touches }: { items: readonly ReuseFinding[]; touches: ReactNode }) {
  const [first] = items;
  if (first === undefined) return null;
  const title = first.title === '' ? '本人述职' : first.title;
  const sorted = items.toSorted((a, b) => Number(STANDING[a.standing].good) - Number(STANDING[b.standing].good));
  const folded = sorted.slice(SHOWN);
  return (
    <article className="zp-reuse" aria-label={title}>
      <h3>{title}</h3>
      {touches}
      <p className="zp-small">本申报写明的本人部分：{first.part === '' ? '没有写明' : first.part}</p>
      <Others items={sorted.slice(0, SHOWN)} />
      {folded.length === 0 ? null : (
        <details>
          <summary>还有 {folded.length} 处</summary>
          <Others items={folded} />
        </details>
      )}
    </article>
  );
}

function Others({ items }: { items: readonly ReuseFinding[] }) {
  return (
    <ul className="zp-reuse-others">
      {items.map(({ rowId, title, likenesses, standing, other }) => (
        <li key={`${rowId} ${other.number} ${other.title}`}>
          <p>
            <StateMark state={STANDING[standing].good ? 'met' : 'judge'} word={false} />{' '}
            {other.personName === null ? '本人以往申报' : `${other.personName}（${other.unitName}）`}　{other.number}，
            {likenesses.map((one) => LIKENESS[one]).join('、')}。{STANDING[standing].words}
          </p>
          <p className="zp-small">
            {other.title === '' || other.title === title ? '' : `业绩名称：${other.title}。`}
            对方写明的本人部分：{other.part === '' ? '没有写明' : other.part}
            <span className="zp-muted">
              （{other.plan}，{formatDate(other.usedAt.slice(0, 10))}提交）
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
