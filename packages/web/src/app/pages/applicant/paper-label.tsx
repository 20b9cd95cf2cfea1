import { readPaper } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, Loading, PrintPage } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PaperLabel } from '../../parts/PaperLabel.tsx';

/** 档案袋标签和装袋清单, to print and put on the envelope. */
export default function PaperLabelPage() {
  const id = usePathParam('id');
  const { data, error, refetch } = useEndpoint(readPaper, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const back = <Link to={`/applications/${id}`}>返回申报</Link>;
  if (!data.asked) return <Empty title="本计划不收纸质材料">网上办理即可，不需要报送。{back}</Empty>;
  return (
    <PrintPage title="档案袋标签" subtitle="剪下贴在档案袋正面" tools={back}>
      <PaperLabel paper={data} />
      <h2>装袋清单</h2>
      <p>
        由{data.delivery.by}送到{data.delivery.address}（通知{data.delivery.label}）
        {data.until === null ? '' : `，${data.until.words}前送达`}。
      </p>
      <table className="zp-table">
        <thead>
          <tr>
            <th>材料</th>
            <th>条款</th>
            <th className="zp-number">份数</th>
            <th>已装</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((item) => (
            <tr key={item.id}>
              <td>
                {item.name}
                {item.when === null ? '' : `（${item.when}的）`}
              </td>
              <td>{item.label}</td>
              <td className="zp-number">{item.copies === 0 ? '' : item.copies}</td>
              <td>□</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.lacks.length === 0 ? null : (
        <section className="zp-card">
          <h2>收卷时发现的问题</h2>
          <ul>
            {data.lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </section>
      )}
    </PrintPage>
  );
}
