import { approveStampedPage, listOfficeWork, openCheck, readOfficeBoard, type WorklistLine } from '@zhiping/contract';
import { ConfirmStep } from '../../../shared/index.ts';
import { call } from '../../call.ts';
import { BulkList, useBulk } from '../../parts/bulk.tsx';
import { lineWords } from '../../parts/WorklistEntry.tsx';

/** What may be done to several at once, by stage. Everything that needs a look at each one stays single. */
export const BULK: Readonly<Record<string, { verb: string; effects: readonly string[]; run: typeof openCheck }>> = {
  'office-check': {
    verb: '开始审核',
    effects: ['所选每一件开始审核，此后申报人不能撤回。', '已经开始的不受影响。'],
    run: openCheck,
  },
  'stamped-page-check': {
    verb: '盖章页通过',
    effects: ['所选每一件的盖章页审核通过，分别记入存证记录。', '单位须在规定期限内报送纸质材料。'],
    run: approveStampedPage,
  },
};

/** Several at once: lists what it changes, does one command an application, shows each result. */
export function BulkWork(props: { stage: string; lines: readonly WorklistLine[]; onDone: () => void }) {
  const { stage, lines, onDone } = props;
  const work = BULK[stage];
  const bulk = useBulk(
    lines,
    [],
    async ({ id, version }) => {
      if (work === undefined) return '没有办理';
      await call(work.run, { params: { id }, body: { version } });
      return `已${work.verb}`;
    },
    [listOfficeWork, readOfficeBoard],
  );
  if (work === undefined) return null;
  return (
    <div className="zp-stack">
      <BulkList title={`批量${work.verb}`} items={lines} bulk={bulk} words={lineWords} />
      {bulk.running ? (
        <button type="button" className="zp-button" onClick={onDone}>
          返回列表
        </button>
      ) : (
        <ConfirmStep
          title={`${work.verb}所选申报`}
          effects={work.effects}
          touches={`本次操作涉及 ${bulk.picked.length} 份申报。`}
          agree="以上所列正是要办理的。"
          button={`${work.verb} ${bulk.picked.length} 件`}
          onConfirm={bulk.run}
          onCancel={onDone}
        />
      )}
    </div>
  );
}
