import { listPaper, PAPER_LISTS, readPaper } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, Loading, PrintPage } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PaperLabel } from '../../parts/PaperLabel.tsx';

/** Labels of one page of a list, to print at once. */
export default function PaperLabels() {
  const list = PAPER_LISTS.find((one) => one === useAddressState().get('list')) ?? 'expected';
  const { data, error, refetch } = useEndpoint(listPaper, { query: { list, limit: 50 } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <Empty title="没有要打印的标签">清单里没有申报。</Empty>;
  return (
    <PrintPage
      title="档案袋标签"
      subtitle={`共 ${data.items.length} 张`}
      tools={<Link to={`/office/paper?list=${list}`}>返回收卷</Link>}
    >
      {data.items.map(({ id }) => (
        <One key={id} id={id} />
      ))}
    </PrintPage>
  );
}

function One({ id }: { id: string }) {
  const { data, error, refetch } = useEndpoint(readPaper, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return data ? <PaperLabel paper={data} /> : <Loading />;
}
