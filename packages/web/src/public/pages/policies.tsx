import { formatInstant } from '../../shared/text/dates.ts';
import { Empty } from '../../shared/ui/Empty.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { listPolicies } from '../policies.ts';
import { Link } from '../router.tsx';
import { useLoaded } from '../use-loaded.ts';

const KINDS = {
  standard: '评审标准',
  plan: '评审计划',
  calendar: '工作日历',
  questions: '问答',
  words: '检索用词',
} as const;

/** 政策库: what is in force here, each with its number and hash. */
export default function Policies() {
  const list = useLoaded(listPolicies, 'policies');
  return (
    <div className="zp-page">
      <h1>政策库</h1>
      <p className="zp-prose zp-muted">平台按这里公布的版本办理。每个版本公布后不再改动，改动即成为新的版本。</p>
      {list.kind === 'loading' ? <Loading /> : null}
      {list.kind === 'failed' ? <ErrorNote error={list.error} onRetry={list.again} /> : null}
      {list.kind === 'ready' && list.value.length === 0 ? (
        <Empty title="还没有公布的政策">评审标准和评审计划经两人批准公布后，列在这里。</Empty>
      ) : null}
      {list.kind === 'ready' ? (
        <ul className="zp-list zp-stack">
          {list.value
            .filter((policy) => policy.kind !== 'calendar' && policy.kind !== 'words')
            .map((policy) => (
              <li key={policy.pack} className="zp-card">
                <h2>
                  <Link href={`/policies/${policy.pack}`}>{policy.name}</Link>
                </h2>
                <p>
                  {KINDS[policy.kind]}，第 {policy.number} 版
                  {policy.publishedAt ? `，${formatInstant(policy.publishedAt)}公布` : ''}
                </p>
                <p className="zp-small zp-muted">
                  内容校验值 <span className="zp-mono">{policy.hash}</span>
                </p>
              </li>
            ))}
        </ul>
      ) : null}
    </div>
  );
}
