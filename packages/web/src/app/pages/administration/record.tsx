import { exportRecord, getCheckpoint, listRecord, verifyRecordNow } from '@zhiping/contract';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, useEndpoint } from '../../call.ts';
import { useMe } from '../../session.ts';
import { actionName, nounName, relationName } from './words.ts';

const PAGE = 50;

/** 存证记录: what happened, newest first; for the auditor also the check of everything and the export. */
export default function RecordPage() {
  const address = useAddressState();
  const before = address.get('before');
  const subjectId = address.get('subject');
  const query = { limit: PAGE, ...(before ? { before: Number(before) } : {}), ...(subjectId ? { subjectId } : {}) };
  const { data, error, refetch } = useEndpoint(listRecord, { query });
  const me = useMe();
  const auditor = me.data?.relations.some(({ relation }) => relation === 'audit-admin') ?? false;
  const last = data?.items.at(-1);
  return (
    <div className="zp-stack">
      <h1>存证记录</h1>
      <p className="zp-prose">
        每一次改变状态都在同一事务里留下一条记录，记录依次相连，改动、删除或截断都能查出。记录里没有姓名和号码，个人信息只以加盐散列出现。
      </p>
      <Checkpoint />
      {auditor ? <Verification /> : null}
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <Empty title="没有更早的记录">可以返回最新的记录。</Empty>
      ) : (
        <section className="zp-card" aria-label="记录">
          <Table
            size="small"
            rowKey="seq"
            dataSource={data.items}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: '编号', dataIndex: 'seq' },
              { title: '业务时间', render: (_, line) => formatInstant(line.at) },
              { title: '事项', render: (_, line) => actionName(line.action) },
              {
                title: '谁办理',
                render: (_, line) => `${relationName(line.relation)}${line.inPlace ? '（代办）' : ''}`,
              },
              {
                title: '对象',
                render: (_, line) => (
                  <button
                    type="button"
                    className="zp-link"
                    onClick={() => address.set({ subject: line.subjectId, before: null })}
                  >
                    {nounName(line.subjectNoun)}
                    <span className="zp-hidden">，只看编号 {line.seq} 的这一件</span>
                  </button>
                ),
              },
            ]}
          />
        </section>
      )}
      <div className="zp-row">
        {before || subjectId ? (
          <button type="button" className="zp-button" onClick={() => address.set({ before: null, subject: null })}>
            回到最新的全部记录
          </button>
        ) : null}
        {last !== undefined && data?.items.length === PAGE && last.seq > 0 ? (
          <button type="button" className="zp-button" onClick={() => address.set({ before: String(last.seq) })}>
            更早的记录
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** The signed note to keep elsewhere: against it a later record can be compared. */
function Checkpoint() {
  const { data, error } = useEndpoint(getCheckpoint, {});
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  return (
    <details className="zp-card">
      <summary>存证点（请抄录或保存到平台之外，日后据此核对）</summary>
      <pre style={{ overflowX: 'auto' }}>{data.note}</pre>
      <p className="zp-muted">公钥 {data.publicKey}</p>
    </details>
  );
}

function Verification() {
  const check = useQuery({
    queryKey: [verifyRecordNow.url],
    queryFn: () => call(verifyRecordNow, {}),
    enabled: false,
    retry: false,
  });
  const sound = check.data !== undefined && check.data.faults.length === 0 && check.data.broken.length === 0;
  return (
    <section className="zp-card zp-stack" aria-label="核验">
      <h2>核验</h2>
      <div className="zp-row">
        <button type="button" className="zp-button" disabled={check.isFetching} onClick={() => void check.refetch()}>
          {check.isFetching ? '正在重新计算…' : '重新计算全部记录'}
        </button>
        <a className="zp-button" href={exportRecord.url} download>
          导出，交给独立核验程序
        </a>
      </div>
      {check.error ? <ErrorNote error={check.error} /> : null}
      {check.data ? (
        <div role="status">
          <p>
            {sound
              ? `${check.data.size} 条记录的编号、内容与链接全部相符，数据检查没有问题。`
              : `${check.data.size} 条记录，发现 ${check.data.faults.length + check.data.broken.length} 处不符：`}
          </p>
          <ul>
            {check.data.faults.map((fault) => (
              <li key={`${fault.kind} ${fault.seq}`}>
                {fault.seq === null ? '记录被截断，或与存证点不符' : `编号 ${fault.seq} 的记录不符`}
              </li>
            ))}
            {check.data.broken.map((says) => (
              <li key={says}>不成立：{says}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
