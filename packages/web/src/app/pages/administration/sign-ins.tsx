import { listSignIns } from '@zhiping/contract';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PressedChoice } from '../../parts/PressedChoice.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { deviceName, OUTCOME_NAMES, WAY_NAMES } from '../account/sign-in-words.ts';
import '../../parts/form.css';

/** 登录记录: who tried to sign in, from where, with what outcome. */
export default function SignIns() {
  const address = useAddressState();
  const only = address.get('only') === 'refused' ? 'refused' : 'all';
  const pages = usePages(only);
  const query = { only, limit: 50, ...pages.after } as const;
  const { data, error, refetch } = useEndpoint(listSignIns, { query });
  return (
    <div className="zp-stack">
      <h1>登录记录</h1>
      <div className="zp-row">
        <PressedChoice
          options={[
            ['all', '全部'],
            ['refused', '只看没有成功的'],
          ]}
          value={only}
          onChange={(one) => {
            address.set({ only: one === 'all' ? null : one });
          }}
        />
      </div>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loading /> : null}
      {data?.items.length === 0 ? <Empty title="没有记录">有人登录后列在这里。</Empty> : null}
      {data && data.items.length > 0 ? (
        <section className="zp-card zp-over" aria-label="登录记录">
          <table className="zp-lines">
            <thead>
              <tr>
                <th scope="col">时间</th>
                <th scope="col">姓名</th>
                <th scope="col">用户名</th>
                <th scope="col">结果</th>
                <th scope="col">方式</th>
                <th scope="col">地址</th>
                <th scope="col">设备</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id}>
                  <td className="zp-nowrap">{formatInstant(one.at)}</td>
                  <td>{one.name}</td>
                  <td>{one.username}</td>
                  <td>{OUTCOME_NAMES[one.outcome]}</td>
                  <td>{WAY_NAMES[one.way]}</td>
                  <td>{one.address}</td>
                  <td className="zp-long">{deviceName(one.agent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <PageButtons pages={pages} next={data?.next} />
    </div>
  );
}
