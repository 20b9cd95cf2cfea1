import { listUnits } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import '../../parts/form.css';

/** 用人单位名录, page by page. `to` is where an entry opens: `/authority/unit-register`. */
export function UnitList({ to }: { to: string }) {
  const search = useAddressState().get('search') ?? '';
  const pages = usePages(search);
  const { data, error, refetch } = useEndpoint(listUnits, { query: { ...pages.after, search, limit: 20 } });
  return (
    <section className="zp-card zp-stack" aria-label="用人单位">
      <h2>用人单位</h2>
      <SearchField label="按单位名称或统一社会信用代码查找" placeholder="现用或曾用名称、信用代码" />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loading /> : null}
      {data?.items.length === 0 ? <Empty title="没有找到">请换单位名称中的另几个字。</Empty> : null}
      {data && data.items.length > 0 ? (
        <div className="zp-over">
          <table className="zp-lines">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">统一社会信用代码</th>
                <th scope="col">所在地</th>
                <th scope="col">人社或主管部门</th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to={`${to}/${one.id}` as '/'}>{one.name}</Link>
                  </td>
                  <td className="zp-nowrap">{one.creditCode}</td>
                  <td className="zp-nowrap">{one.area}</td>
                  <td>{one.authorityName ?? ''}</td>
                  <td className="zp-nowrap">{one.endedOn === null ? '正常' : `${formatDate(one.endedOn)}终止`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <PageButtons pages={pages} next={data?.next} />
    </section>
  );
}
