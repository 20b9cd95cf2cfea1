import { type AnswerOf, readRetention, type RetentionChange } from '@zhiping/contract';
import { classSpec, DOCUMENT_CLASS_IDS, KEPT_FOR_EVER } from '@zhiping/core';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { limitWords, periodWords } from '../../parts/retention-words.ts';
import { SectionTabs } from '../../parts/SectionTabs.tsx';
import { useMe } from '../../session.ts';
import { RetentionChanges } from './RetentionChanges.tsx';
import { DecideChange, ProposeChange } from './RetentionProposal.tsx';
import './retention.css';

type Line = AnswerOf<typeof readRetention>['classes'][number];

/** 保存期限: how long each class of documents and logs is kept; one administrator proposes, another agrees. */
export default function Retention() {
  const { data, error, refetch } = useEndpoint(readRetention, {});
  const me = useMe();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const proposes = me.data?.relations.some(({ relation }) => relation === 'security-admin') ?? false;
  const open = data.classes.flatMap(({ proposed }) => proposed ?? []);
  return (
    <div className="zp-stack">
      <h1>保存期限</h1>
      <SectionTabs
        section={proposes ? 'retention' : 'audit-retention'}
        here={proposes ? '/security/retention' : '/audit/retention'}
      />
      <p className="zp-prose">
        各类材料和记录保存多久，由安全管理员提出，另一位安全管理员或审计管理员批准后执行。期满的材料编成销毁清册，经两人同意才销毁；日志期满自动清理，只记下清理了多少条。
      </p>
      {open.map((change) => (
        <DecideChange key={change.id} change={change} now={nowOf(data.classes, change)} />
      ))}
      <section className="zp-card" aria-label="销毁前须经两人同意的材料">
        <h2>材料</h2>
        <Classes lines={data.classes.filter((line) => classSpec(line.class).ends === 'list')} />
      </section>
      <section className="zp-card" aria-label="自动清理的日志">
        <h2>日志</h2>
        <Classes lines={data.classes.filter((line) => classSpec(line.class).ends === 'itself')} />
        <p className="zp-muted">{pruningWords(data.last)}</p>
      </section>
      {proposes ? <ProposeChange lines={data.classes} /> : null}
      <details className="zp-card">
        <summary>不设期限的，及其理由</summary>
        <ul>
          {Object.values(KEPT_FOR_EVER).map(({ name, why }) => (
            <li key={name}>
              {name}：{why}
            </li>
          ))}
        </ul>
      </details>
      <RetentionChanges />
    </div>
  );
}

function Classes({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="zp-classes">
      {lines.map((line) => {
        const spec = classSpec(line.class);
        return (
          <li key={line.class}>
            <div>
              <h3>{spec.name}</h3>
              <p>{spec.holds}</p>
              <p className="zp-small zp-muted">
                自{spec.from}起算。{limitWords(line.class)}。依据：{spec.source}
              </p>
            </div>
            <div>
              <strong>{periodWords(line.months)}</strong>
              <p className="zp-small zp-muted">{line.since === null ? '平台的默认期限' : sinceWords(line.since)}</p>
              {line.proposed === null ? null : (
                <p className="zp-small">等待批准：{periodWords(line.proposed.months)}</p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const nowOf = (lines: readonly Line[], change: RetentionChange): number | null =>
  lines.find((line) => line.class === change.class)?.months ?? null;

function sinceWords({ proposedBy, decidedBy, decidedAt, reason }: RetentionChange): string {
  const who = decidedBy === null ? `${proposedBy}规定` : `${proposedBy}提出、${decidedBy}批准`;
  return `${decidedAt === null ? '' : `${formatInstant(decidedAt)}，`}${who}。理由：${reason}`;
}

function pruningWords(last: AnswerOf<typeof readRetention>['last']): string {
  if (last === null) return '还没有到期的日志。';
  const counts = DOCUMENT_CLASS_IDS.flatMap((id) =>
    last.removed[id] === undefined ? [] : `${classSpec(id).name} ${last.removed[id]} 条`,
  );
  return `最近一次清理：${formatInstant(last.at)}，${counts.join('，')}。`;
}
