import { authorityApprove, listSealing, type WorklistLine } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Loading } from '../../../shared/index.ts';
import { call } from '../../call.ts';
import { BulkList, useBulk } from '../../parts/bulk.tsx';
import { lineWords } from '../../parts/WorklistEntry.tsx';
import { isSealing, SEALING } from './applications.tsx';
import { BulkCommittees, committeeEffects, groupOf, useChoices } from './bulk-committees.tsx';
import { DocumentFields } from './seal-fields.tsx';

/** Several at once: lists what it changes, does one command an application under one batch, shows each result. */
export function BulkApprove({ lines, onDone }: { lines: readonly WorklistLine[]; onDone: () => void }) {
  const choices = useChoices(lines);
  const [committees, setCommittees] = useState<ReadonlyMap<string, string>>(new Map());
  const [document, setDocument] = useState({ number: '', date: '' });
  // Missing on plain-http addresses of a local network; the batch id only groups what one click did.
  const [batch] = useState(() => (globalThis.isSecureContext ? crypto.randomUUID() : undefined));
  const committeeOf = (line: WorklistLine) =>
    (choices?.get(groupOf(line)) ?? null) === null ? undefined : committees.get(groupOf(line));
  const bulk = useBulk(
    lines,
    lines.map(({ id }) => id),
    async (line) => {
      if (!isSealing(line.stage)) return '没有办理';
      const params = { id: line.id };
      const body = {
        version: line.version,
        ...(batch === undefined ? {} : { batch }),
        ...(document.number === '' || document.date === '' ? {} : { document }),
      };
      const committee = committeeOf(line);
      await (line.stage === 'authority-review'
        ? call(authorityApprove, { params, body: { ...body, ...(committee === undefined ? {} : { committee }) } })
        : call(SEALING[line.stage].approve, { params, body }));
      return '已同意';
    },
    [listSealing],
  );
  const { picked, running } = bulk;
  const unchosen = picked.filter((line) => (choices?.get(groupOf(line)) ?? null) !== null && !committeeOf(line));
  return (
    <div className="zp-stack">
      <BulkList title="批量同意" items={lines} bulk={bulk} words={lineWords} />
      {choices === null ? (
        <Loading />
      ) : (
        <BulkCommittees
          lines={picked}
          choices={choices}
          chosen={committees}
          onChoose={(group, committee) => setCommittees((before) => new Map([...before, [group, committee]]))}
        />
      )}
      {unchosen.length > 0 && !running ? (
        <p role="status">还有 {unchosen.length} 件没有选定评审委员会，选定后才能批量同意。</p>
      ) : null}
      {running || choices === null || unchosen.length > 0 || picked.length === 0 ? (
        <button type="button" className="zp-button" onClick={onDone}>
          返回列表
        </button>
      ) : (
        <ConfirmStep
          title="同意所选申报"
          effects={[
            '所选每一件分别记入存证记录，由下一部门接着审核；各部门都同意后进入下一环节。',
            ...committeeEffects(picked, choices, committees),
            '没有选的不受影响。',
          ]}
          touches={`本次操作涉及 ${picked.length} 份申报。`}
          agree="我已逐件审核。"
          button={`同意 ${picked.length} 件`}
          onConfirm={bulk.run}
          onCancel={onDone}
        >
          <DocumentFields document={document} onChange={setDocument} />
        </ConfirmStep>
      )}
    </div>
  );
}
