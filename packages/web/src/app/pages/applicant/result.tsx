import { downloadResultSlip, readResultSlip, urlFor } from '@zhiping/contract';
import { Empty, ErrorNote, Loading, problemFrom } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';

/** 评审结果通知单: how the own application ended, why, and what comes next. */
export default function Result() {
  const params = { id: usePathParam('id') };
  const { data, error, refetch } = useEndpoint(readResultSlip, { params });
  if (error && problemFrom(error).code === 'NOT_FOUND')
    return <Empty title="还没有可以告知的结果">评审结果公示以后，结果和下一步会显示在这里。</Empty>;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <article className="zp-stack">
      <h1>评审结果</h1>
      <section className="zp-card">
        <h2>{data.outcome}</h2>
        <p>{data.stage}</p>
        <Facts
          of={[
            ['申报号', data.number],
            ['学科评议组意见', data.groupOpinion],
            ['综合得分', data.score],
          ]}
        />
        {data.score === null ? null : <p className="zp-muted">得分供评审参考，结果以评委会表决为准。</p>}
        <h3>下一步</h3>
        <p>{data.next}</p>
        <a className="zp-button" href={urlFor(downloadResultSlip.url, params)} target="_blank" rel="noreferrer">
          打开通知单（PDF）
        </a>
      </section>
    </article>
  );
}
