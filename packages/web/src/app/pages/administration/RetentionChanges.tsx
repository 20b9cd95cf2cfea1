import { listRetentionChanges, type RetentionChange } from '@zhiping/contract';
import { classSpec } from '@zhiping/core';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { periodWords } from '../../parts/retention-words.ts';

const STATES: Readonly<Record<RetentionChange['state'], string>> = {
  proposed: '等待批准',
  approved: '已批准',
  declined: '没有批准',
};

/** Every change there was: who proposed it, who decided, when and why. */
export function RetentionChanges() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listRetentionChanges, { query: { limit: 20, ...pages.after } });
  const items = data?.items ?? [];
  return (
    <details className="zp-card">
      <summary>变更记录</summary>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data !== undefined && items.length === 0 ? <p>还没有变更，执行平台的默认期限。</p> : null}
      <ul className="zp-list zp-stack">
        {items.map((one) => (
          <li key={one.id}>
            <strong>
              {classSpec(one.class).name}：{periodWords(one.months)}
            </strong>
            ，{STATES[one.state]}
            <br />
            <span className="zp-small zp-muted">
              {formatInstant(one.proposedAt)} {one.proposedBy}提出
              {one.decidedAt === null ? '' : `，${formatInstant(one.decidedAt)} ${one.decidedBy ?? ''}办理`}。理由：
              {one.reason}
            </span>
          </li>
        ))}
      </ul>
      <PageButtons pages={pages} next={data?.next} />
    </details>
  );
}
