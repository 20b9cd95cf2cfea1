import type { ArchiveRow } from '@zhiping/contract';
import { useState } from 'react';
import { formatInstant } from '../../../shared/index.ts';
import { ReasonForm } from '../../parts/ReasonForm.tsx';

/** Where a fetched row comes from, and the door for saying that it is wrong. Nothing for rows of one's own. */
export function FetchedNote({ row, onDispute }: { row: ArchiveRow; onDispute: (reason: string) => Promise<void> }) {
  const [disputing, setDisputing] = useState(false);
  const { fetched } = row;
  if (fetched === null) return null;
  return (
    <section className="zp-card" aria-label="来源">
      <p>
        取自{fetched.register}，{formatInstant(fetched.at)}。取来的内容不能修改
        {fetched.listed ? '' : '，没有取到的请补充'}。
      </p>
      {fetched.disputed === null ? null : <p>您写明的问题：{fetched.disputed}</p>}
      {disputing ? (
        <ReasonForm
          name={`dispute-${row.id}`}
          title="内容有误"
          effect={
            fetched.listed
              ? '写明哪里不对，单位看得到；请同时向考试主管部门申请更正，更正的名单重新导入后这里随之更正。'
              : '写明哪里不对，单位核验时看得到；也请向登记部门更正，更正后再查询一次。'
          }
          button="写明"
          onSend={async (reason) => {
            await onDispute(reason);
            setDisputing(false);
          }}
          onCancel={() => setDisputing(false)}
        />
      ) : row.state === 'recycled' ? null : (
        <button type="button" className="zp-link" onClick={() => setDisputing(true)}>
          内容有误
        </button>
      )}
    </section>
  );
}
