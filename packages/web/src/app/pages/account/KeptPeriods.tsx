import { readPeriods } from '@zhiping/contract';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { periodWords } from '../../parts/retention-words.ts';
import '../administration/retention.css';

/** 我的信息保存多久: in plain words, as two administrators agreed. */
export function KeptPeriods() {
  const { data, error, refetch } = useEndpoint(readPeriods, {});
  return (
    <section className="zp-card zp-stack" aria-label="我的信息保存多久">
      <h2>我的信息保存多久</h2>
      <p>
        期满的材料由两名管理员核对后销毁，销毁后不能再打开。申报正在办理、异议或您的请求还没有答复时，不会销毁；业绩档案里您仍保留的材料，由您自己决定去留。
      </p>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loading /> : null}
      <ul className="zp-classes">
        {(data?.classes ?? []).map((one) => (
          <li key={one.class}>
            <div>
              <h3>{one.name}</h3>
              <p className="zp-small zp-muted">{one.holds}</p>
            </div>
            <div>
              <strong>{periodWords(one.months)}</strong>
              {one.months === null ? null : <p className="zp-small zp-muted">自{one.from}起</p>}
            </div>
          </li>
        ))}
      </ul>
      <details>
        <summary>不设期限的，及其理由</summary>
        <ul>
          {(data?.kept ?? []).map((one) => (
            <li key={one.id}>
              {one.name}：{one.why}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
