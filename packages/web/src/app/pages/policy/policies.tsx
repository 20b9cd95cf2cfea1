import { approvePolicy, listPackVersions, type PolicySummary } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useMe } from '../../session.ts';
import { useCommand } from '../../use-command.ts';
import { PackVersions } from './PackVersions.tsx';
import { KINDS } from './words.ts';
import './policy.css';

/** 政策发布: versions that wait for approval, and every pack with its versions. Two persons approve. */
export default function Policies() {
  const me = useMe();
  const versions = useEndpoint(listPackVersions, {});
  const [chosen, setChosen] = useState<PolicySummary | null>(null);
  const approve = useCommand(
    ({ pack, number, hash }: PolicySummary) => call(approvePolicy, { params: { pack, number }, body: { hash } }),
    [keyOf(listPackVersions)],
  );
  if (versions.error) return <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data || !me.data) return <Loading />;
  const { items } = versions.data;
  const drafts = items.filter(({ publishedAt }) => publishedAt === null);
  const { personId } = me.data;
  return (
    <div className="zp-stack">
      <h1>政策发布</h1>
      <section className="zp-card" aria-label="等待发布">
        <h2>等待发布</h2>
        {drafts.length === 0 ? (
          <Empty title="没有等待发布的版本">
            政策文件修改后重新启动平台，或用命令 zhiping policy import 导入，新版本会列在这里。
          </Empty>
        ) : (
          <ul className="zp-list zp-stack">
            {drafts.map((draft) => (
              <li key={draft.hash}>
                <Version policy={draft} />
                <p className="zp-muted">已批准 {draft.approvedBy.length} 人，需要 2 人。</p>
                {draft.kind === 'standard' ? (
                  <p>
                    <Link to={`/policy/${draft.pack}/${draft.number}`}>
                      检查，并与在用的版本并列
                      <span className="zp-hidden">
                        ：{draft.name}第{draft.number}版
                      </span>
                    </Link>
                  </p>
                ) : null}
                {draft.approvedBy.includes(personId) ? (
                  <p>您已批准，等待另一位政策管理人员。</p>
                ) : (
                  <button type="button" className="zp-button" onClick={() => setChosen(draft)}>
                    批准发布<span className="zp-hidden">：{draft.name}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {chosen === null ? null : (
        <ConfirmStep
          key={chosen.hash}
          title={`批准发布：${chosen.name}第${chosen.number}版`}
          effects={[
            '您的批准记入存证记录。',
            '两人批准后立即发布，此后的申报按这个版本办理。',
            '已发布的版本不能修改或撤回，只能发布新版本。',
          ]}
          touches={`内容散列 ${chosen.hash}`}
          agree="我已核对这个版本的内容"
          button="批准发布"
          onConfirm={() => approve.mutateAsync(chosen).then(() => setChosen(null))}
          onCancel={() => setChosen(null)}
        />
      )}
      <section className="zp-card" aria-label="全部政策">
        <h2>全部政策与版本</h2>
        <p className="zp-muted">点标准的版本，可以检查、换用解读、附上原文、模拟影响。</p>
        <PackVersions versions={items} />
      </section>
    </div>
  );
}

function Version({ policy }: { policy: PolicySummary }) {
  return (
    <>
      <strong>{policy.name}</strong>，{KINDS[policy.kind]}，第 {policy.number} 版
      <br />
      <span className="zp-muted">
        编号 {policy.pack}，内容散列 {policy.hash.slice(0, 16)}，{formatInstant(policy.importedAt)} 导入
      </span>
    </>
  );
}
