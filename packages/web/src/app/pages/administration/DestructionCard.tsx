import { approveDestruction, declineDestruction, type DestructionList, listDestructions } from '@zhiping/contract';
import { classSpec } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, formatDate, formatInstant, formatSize } from '../../../shared/index.ts';
import { Facts } from '../../parts/Field.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { periodWords } from '../../parts/retention-words.ts';
import { useCallCommand } from '../../use-command.ts';

const STATES: Readonly<Record<DestructionList['state'], string>> = {
  proposed: '等待另一人批准',
  approved: '已批准，正在销毁',
  declined: '没有批准，材料都保留',
  done: '已销毁',
};

/** One class of a list: what it holds in counts, and what becomes of it. */
export function DestructionCard({ list }: { list: DestructionList }) {
  const { name, from } = classSpec(list.class);
  const size = list.bytes === 0 ? '' : `，共 ${formatSize(list.bytes)}`;
  return (
    <section className="zp-card zp-stack" aria-label={`${name}的销毁清册`}>
      <h2>
        {name}：{list.items} 件{size}
      </h2>
      <Facts
        of={[
          ['办理', STATES[list.state]],
          ['编制', `${list.madeBy}，${formatInstant(list.madeAt)}，以${formatDate(list.judgedOn)}为准`],
          ['保存期限', `${periodWords(list.months)}，自${from}起算`],
          [
            '起算的日期',
            list.oldest === null || list.newest === null
              ? null
              : `最早 ${formatDate(list.oldest)}，最晚 ${formatDate(list.newest)}`,
          ],
          ['清册散列', list.hash],
          [
            list.state === 'declined' ? '否决' : '批准',
            list.decidedAt === null
              ? null
              : `${list.decidedBy ?? ''}，${formatInstant(list.decidedAt)}${list.reason === '' ? '' : `，理由：${list.reason}`}`,
          ],
          [
            '结果',
            list.state === 'approved' || list.state === 'done'
              ? `销毁 ${list.destroyed} 件，因出现异议、请求、保全或再次使用而保留 ${list.spared} 件${
                  list.doneAt === null ? '' : `，${formatInstant(list.doneAt)} 完成`
                }`
              : null,
          ],
        ]}
      />
      {list.state === 'proposed' ? <Decide list={list} name={name} /> : null}
    </section>
  );
}

function Decide({ list, name }: { list: DestructionList; name: string }) {
  const [asked, setAsked] = useState<'approve' | 'decline' | null>(null);
  const approve = useCallCommand(approveDestruction, [listDestructions]);
  const decline = useCallCommand(declineDestruction, [listDestructions]);
  const params = { id: list.id };
  switch (asked) {
    case 'approve':
      return (
        <ConfirmStep
          title="批准销毁"
          effects={[
            `“${name}”的 ${list.items} 件随即销毁，不能恢复。`,
            '每件在销毁前再核对一次，出现异议、请求、保全或再次使用的保留。',
            '名称、日期和散列仍有记录；打开时显示已按保存期限销毁。',
          ]}
          touches={`本次操作涉及 ${list.items} 件材料。`}
          agree="已核对件数、期限和起算的日期，同意销毁。"
          button="批准销毁"
          onConfirm={() => approve.mutateAsync({ params, body: { hash: list.hash } })}
          onCancel={() => setAsked(null)}
        />
      );
    case 'decline':
      return (
        <ReasonForm
          name={`destruction ${list.id}`}
          title={list.yours ? '撤销清册' : '不批准清册'}
          effect="清册上的材料都保留，以后可以重新编制。"
          button={list.yours ? '撤销' : '不批准'}
          onSend={(reason) => decline.mutateAsync({ params, body: { reason } })}
          onCancel={() => setAsked(null)}
        />
      );
    case null:
      return (
        <div className="zp-row">
          {list.yours ? (
            <span className="zp-muted">您编制的，请另一人批准。</span>
          ) : (
            <button type="button" className="zp-button zp-button-main" onClick={() => setAsked('approve')}>
              批准销毁…
            </button>
          )}
          <button type="button" className="zp-button" onClick={() => setAsked('decline')}>
            {list.yours ? '撤销…' : '不批准…'}
          </button>
        </div>
      );
  }
}
