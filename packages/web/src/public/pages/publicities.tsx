import type { PublicityLine } from '@zhiping/contract';
import { formatDate } from '../../shared/text/dates.ts';
import { Deadline } from '../../shared/ui/Deadline.tsx';
import { Empty } from '../../shared/ui/Empty.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { Link } from '../router.tsx';
import { useRead } from '../use-read.ts';
import { ObjectionAnswer } from './objection-answer.tsx';
import './publicity.css';

/** 公示: what is publicised now; what has ended is not here any more. */
export default function Publicities() {
  const { data, error, again } = useRead<{ now: string; items: readonly PublicityLine[] }>('/api/publicities');
  const of = (kind: PublicityLine['kind']) => data?.items.filter((item) => item.kind === kind) ?? [];
  return (
    <div className="zp-page">
      <h1>公示</h1>
      <p className="zp-prose">
        这里只列出正在公示的内容，期满即撤下。公示期内，任何人都可以署真实姓名提出异议；提出人的姓名和联系方式只给负责核查的人看。
      </p>
      <ErrorNote error={error} onRetry={again} />
      {data === null && error === null ? <Loading /> : null}
      {data === null ? null : data.items.length === 0 ? (
        <Empty title="现在没有正在公示的内容">用人单位公示和评审结果公示开始后，会列在这里。</Empty>
      ) : (
        <>
          <Group title="评审结果公示" items={of('result')} now={data.now} />
          <Group title="用人单位公示" items={of('unit')} now={data.now} />
        </>
      )}
      <ObjectionAnswer />
    </div>
  );
}

function Group({ title, items, now }: { title: string; items: readonly PublicityLine[]; now: string }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="zp-list zp-publicities">
        {items.map((item) => (
          <li key={item.token} className="zp-card">
            <h3>
              <Link href={`/publicity/${item.token}`}>{item.title}</Link>
            </h3>
            <p>
              {item.by}
              {item.kind === 'result' ? `，共 ${item.people} 人` : ''}
            </p>
            <p className="zp-muted">
              {formatDate(item.startsOn)}起，公示 {item.workingDays} 个工作日，至{' '}
              <Deadline until={item.endsAt} now={now} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
