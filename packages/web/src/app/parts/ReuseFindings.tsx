import { readReuse, type ReuseFinding } from '@zhiping/contract';
import type { Likeness } from '@zhiping/core';
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

/** 重复使用检查, LN-2024 五(二)3: what others or an earlier application use too, both sides beside each other. */
export function ReuseFindings({ id }: { readonly id: string }) {
  const { data, error, refetch } = useEndpoint(readReuse, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="zp-card zp-stack" aria-label="重复使用检查">
      <h2>重复使用检查</h2>
      {data.items.length === 0 ? (
        <p>所选业绩和述职没有发现与他人或以往申报重复、近似之处。</p>
      ) : (
        <p>有 {data.items.length} 处与其他申报重复或近似。多人共同完成的业绩可以分别使用，但须各自写明本人的部分。</p>
      )}
      {data.items.map((item) => (
        <Finding key={`${item.rowId} ${item.other.number} ${item.other.title}`} item={item} />
      ))}
    </section>
  );
}

function Finding({ item }: { readonly item: ReuseFinding }) {
  const { other } = item;
  const standing = STANDING[item.standing];
  const title = item.title === '' ? '本人述职' : item.title;
  return (
    <article className="zp-reuse" aria-label={title}>
      <h3>{title}</h3>
      <p>
        <StateMark state={standing.good ? 'met' : 'judge'} word={false} />{' '}
        {item.likenesses.map((one) => LIKENESS[one]).join('、')}。{standing.words}
      </p>
      <dl className="zp-reuse-sides">
        <div>
          <dt>本申报写明的本人部分</dt>
          <dd>{item.part === '' ? '没有写明' : item.part}</dd>
        </div>
        <div>
          <dt>
            {other.personName === null ? '本人以往申报' : `${other.personName}（${other.unitName}）`}　{other.number}
          </dt>
          <dd>
            {other.title === '' || other.title === item.title ? '' : `业绩名称：${other.title}。`}
            {other.part === '' ? '没有写明' : other.part}
          </dd>
          <dd className="zp-small zp-muted">
            {other.plan}，{formatDate(other.usedAt.slice(0, 10))}提交
          </dd>
        </div>
      </dl>
    </article>
  );
}
