import { authorityApprove, listSealing, type WorklistLine } from '@zhiping/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, ConfirmStep, Loading } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { isSealing, SEALING } from './applications.tsx';
import { BulkCommittees, committeeEffects, groupOf, useChoices } from './bulk-committees.tsx';
import { DocumentFields } from './seal-fields.tsx';

/** Several at once: lists what it changes, does one command an application under one batch, shows each result. */
export function BulkApprove({ lines, onDone }: { lines: readonly WorklistLine[]; onDone: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(lines.map(({ id }) => id)));
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const [running, setRunning] = useState(false);
  const choices = useChoices(lines);
  const [committees, setCommittees] = useState<ReadonlyMap<string, string>>(new Map());
  const [document, setDocument] = useState({ number: '', date: '' });
  const picked = lines.filter(({ id }) => chosen.has(id));
  const committeeOf = (line: WorklistLine) =>
    (choices?.get(groupOf(line)) ?? null) === null ? undefined : committees.get(groupOf(line));
  const unchosen = picked.filter((line) => (choices?.get(groupOf(line)) ?? null) !== null && !committeeOf(line));
  const toggle = (id: string) =>
    setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]));
  const run = async () => {
    setRunning(true);
    // Missing on plain-http addresses of a local network; the batch id only groups what one click did.
    const batch = globalThis.isSecureContext ? crypto.randomUUID() : undefined;
    for (const line of picked) {
      if (!isSealing(line.stage)) continue;
      let result = '已同意';
      try {
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
      } catch (error) {
        result = error instanceof ApiError || error instanceof Error ? `没有办成：${error.message}` : '没有办成';
      }
      setResults((before) => new Map([...before, [line.id, result]]));
    }
    await client.invalidateQueries({ queryKey: keyOf(listSealing) });
  };
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>批量同意</h2>
        <ul className="zp-list">
          {lines.map((line) => (
            <li key={line.id}>
              <label className="zp-check">
                <input
                  type="checkbox"
                  checked={chosen.has(line.id)}
                  disabled={running}
                  onChange={() => toggle(line.id)}
                />
                <span>
                  {line.number}　{line.applicantName}　{line.unitName}　{line.specialty}
                  {line.levelName}
                  {results.has(line.id) ? <strong>　{results.get(line.id)}</strong> : null}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {running ? (
          <p role="status">
            已办 {results.size} 件，共 {chosen.size} 件。
          </p>
        ) : null}
      </section>
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
      {running ? (
        <button type="button" className="zp-button" onClick={onDone}>
          返回列表
        </button>
      ) : choices === null || unchosen.length > 0 || picked.length === 0 ? (
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
          touches={`本次操作涉及 ${chosen.size} 份申报。`}
          agree="我已逐件审核。"
          button={`同意 ${chosen.size} 件`}
          onConfirm={run}
          onCancel={onDone}
        >
          <DocumentFields document={document} onChange={setDocument} />
        </ConfirmStep>
      )}
    </div>
  );
}
