import { listUnitApplications, readPersonArchive, unitAccept, unitReturn, type WorklistLine } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { ReuseFindings } from '../../parts/ReuseFindings.tsx';
import { ReturnForm } from '../../parts/ReturnForm.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';

/** 单位审核, LN-2024 五(二): every chosen row verified, then accepted; or returned with items. */
export function UnitReview({ line }: { line: WorklistLine; onFile: (file: ShownFile) => void }) {
  const [returning, setReturning] = useState(false);
  const params = { id: line.id };
  const { version } = line;
  const run = useCommand(
    (send: () => Promise<unknown>) => send(),
    [keyOf(listUnitApplications), keyOf(readPersonArchive)],
  );
  if (returning) {
    return (
      <ReturnForm
        name={`unit-return-${line.id}`}
        title="退回本人修改"
        button="退回"
        place="form"
        onSend={(items) => run.mutateAsync(() => call(unitReturn, { params, body: { version, items: [...items] } }))}
        onCancel={() => setReturning(false)}
      />
    );
  }
  return (
    <>
      <ReuseFindings id={line.id} />
      <ConfirmStep
        title="单位审核通过"
        effects={['确认学历、资历和业绩材料已逐项核实，真实、及时。', line.next]}
        touches="本次操作涉及 1 份申报；所选业绩须都已核验（见“人员与档案核验”）。"
        agree="本单位对审核意见的真实性负责。"
        button="审核通过"
        onConfirm={() => run.mutateAsync(() => call(unitAccept, { params, body: { version } }))}
      />
      <p>
        <button type="button" className="zp-button" onClick={() => setReturning(true)}>
          退回本人修改
        </button>
      </p>
    </>
  );
}
